/**
 * Periodic reports of what is kept up for the long term: which periods there are, and when each is
 * due. Periods follow each other without a gap.
 */
package org.duban.programme.rhythm;
