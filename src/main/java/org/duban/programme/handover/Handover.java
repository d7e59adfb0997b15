package org.duban.programme.handover;

import org.duban.programme.Role;

/**
 * A department takes another's place in a project.
 *
 * @param printedName the name under which it stands there
 */
public record Handover(String from, String to, Role role, String printedName) {}
