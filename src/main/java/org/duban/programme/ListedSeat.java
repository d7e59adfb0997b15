package org.duban.programme;

/**
 * A department's place in a project as the list names it, and who has it now.
 *
 * @param holder the department itself until the office, or a merger, gave its place to another
 * @param besides whether the holder stands elsewhere in that role, and has this place besides
 * @param presumed whether what the list said isn't known, since the place changed hands before it
 *     was kept
 */
record ListedSeat(
    String department,
    Role role,
    int position,
    String printedName,
    String holder,
    boolean besides,
    boolean presumed) {

  /** As the list has it, in nobody else's hands. */
  static ListedSeat of(Seat seat) {
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
  ListedSeat heldBy(String other, boolean there) {
    return new ListedSeat(department, role, position, printedName, other, there, presumed);
  }

  /** Whether its own department has it. */
  boolean atHome() {
    return department.equals(holder);
  }

  boolean in(Role other) {
    return role == other;
  }
}
