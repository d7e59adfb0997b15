package org.duban.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project as a list has it.
 *
 * @param id null while it's in a list only
 * @param line where it stands in the list, 0 for a project that is registered
 * @param seats who answers for it now
 * @param listedSeats what the list says of that
 * @param state null while it's in a list only
 * @param named whether the list names it; false for what goes on, or is over, without being in it
 */
record ListedProject(
    String id,
    int ordinal,
    String number,
    String title,
    String text,
    int line,
    String deadlinePhrase,
    List<Seat> seats,
    List<ListedSeat> listedSeats,
    List<Commitment> commitments,
    List<ListedMilestone> milestones,
    String state,
    boolean named) {

  ListedProject {
    seats = List.copyOf(seats);
    listedSeats = List.copyOf(listedSeats);
    commitments = List.copyOf(commitments);
    milestones = List.copyOf(milestones);
  }

  boolean dispatched() {
    return "DISPATCHED".equals(state);
  }

  boolean closed() {
    return "CLOSED".equals(state);
  }

  /** The departments of a role, in their order. */
  List<String> departments(Role role) {
    return seats.stream().filter(seat -> seat.role() == role).map(Seat::department).toList();
  }

  List<String> signatories() {
    return seats.stream()
        .filter(seat -> seat.role() == Role.SUPPORT && seat.signsOff())
        .map(Seat::department)
        .toList();
  }

  /** The same project in other hands. */
  ListedProject seatedAs(List<Seat> others, List<ListedSeat> listed) {
    return new ListedProject(
        id,
        ordinal,
        number,
        title,
        text,
        line,
        deadlinePhrase,
        others,
        listed,
        commitments,
        milestones,
        state,
        named);
  }

  /** The same project where another list has it. */
  ListedProject placedAs(ListedProject other) {
    return new ListedProject(
        id,
        other.ordinal,
        other.number,
        title,
        text,
        line,
        deadlinePhrase,
        seats,
        listedSeats,
        commitments,
        milestones,
        state,
        named);
  }

  boolean gone() {
    return "WITHDRAWN".equals(state);
  }

  /** Kind and day of each milestone that the list names. */
  Set<String> dates() {
    return milestones.stream()
        .filter(ListedMilestone::named)
        .map(one -> one.kind() + " " + one.due())
        .collect(Collectors.toSet());
  }

  /** How a sentence names it. */
  String name() {
    return "第" + number + "项“" + title + "”";
  }
}
