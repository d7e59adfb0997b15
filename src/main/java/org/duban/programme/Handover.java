package org.duban.programme;

/**
 * A department takes another's place in a project.
 *
 * @param printedName the name under which it stands there
 */
record Handover(String from, String to, Role role, String printedName) {}
