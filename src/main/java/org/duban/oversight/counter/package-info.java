/** Counters that follow the facts, and the nightly comparison with them. */
package org.duban.oversight.counter;
