/** Points with what each was given for. How many is a decision table's to say. */
package org.duban.oversight.score;
