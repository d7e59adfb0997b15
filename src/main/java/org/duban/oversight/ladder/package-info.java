/** What comes next for a milestone, and whose days run. */
package org.duban.oversight.ladder;
