package org.duban.programme.listing;

import org.duban.programme.Assignment;
import org.duban.programme.Role;

/**
 * A department's place in a project, as a list gives it.
 *
 * @param signsOff whether a supporting department signs reports; the reason says why not
 */
public record Seat(
    String department,
    Role role,
    int position,
    String printedName,
    boolean signsOff,
    String reason) {

  public static Seat of(Assignment assignment) {
    return new Seat(
        assignment.departmentCode(),
        assignment.role(),
        assignment.position(),
        assignment.printedName(),
        assignment.signsOff(),
        assignment.reason());
  }
}
