/**
 * A list that is revised while it runs: what it changes against what it said before, and the change
 * itself, all or nothing. What the office changed since stays.
 */
package org.duban.programme.revision;
