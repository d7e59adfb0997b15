package org.duban.workflow.people;

import java.util.Set;

/**
 * Substitutions began or ended.
 *
 * @param substitutes the ids of those who now have other groups than before
 */
public record LentGroupsChanged(Set<String> substitutes) {}
