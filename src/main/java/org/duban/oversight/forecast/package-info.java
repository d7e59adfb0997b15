/** Which departments have a striking load in which month of a year that hasn't begun. */
package org.duban.oversight.forecast;
