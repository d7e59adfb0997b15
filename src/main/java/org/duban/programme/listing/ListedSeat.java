package org.duban.programme.listing;

import org.duban.programme.Role;

/**
 * A department's place in a project as the list names it, and who has it now.
 *
 * @param holder the department itself until the office, or a merger, gave its place to another
 * @param besides whether the holder stands elsewhere in that role, and has this place besides
 * @param presumed whether what the list said isn't known, since the place changed hands before it
 *     was kept
 */
public record ListedSeat(
    String department,
    Role role,
    int position,
    String printedName,
    String holder,
    boolean besides,
    boolean presumed) {

  /** As the list has it, in nobody else's hands. */
  public static ListedSeat of(Seat seat) {
    return new ListedSeat(
        seat.department(),
        seat.role(),
        seat.position(),
        seat.printedName(),
        seat.department(),
        false,
        false);
  }

  /** The same place in other hands. */
  public ListedSeat heldBy(String other, boolean there) {
    return new ListedSeat(department, role, position, printedName, other, there, presumed);
  }

  /** Whether its own department has it. */
  public boolean atHome() {
    return department.equals(holder);
  }

  public boolean in(Role other) {
    return role == other;
  }
}
