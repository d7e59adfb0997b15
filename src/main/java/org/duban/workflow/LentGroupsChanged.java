package org.duban.workflow;

import java.util.Set;

/**
 * Substitutions began or ended.
 *
 * @param substitutes the ids of those who now have other groups than before
 */
record LentGroupsChanged(Set<String> substitutes) {}
