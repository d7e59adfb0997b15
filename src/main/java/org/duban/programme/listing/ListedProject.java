package org.duban.programme.listing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.programme.Commitment;
import org.duban.programme.Role;

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
public record ListedProject(
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

  public ListedProject {
    seats = List.copyOf(seats);
    listedSeats = List.copyOf(listedSeats);
    commitments = List.copyOf(commitments);
    milestones = List.copyOf(milestones);
  }

  public boolean dispatched() {
    return "DISPATCHED".equals(state);
  }

  public boolean closed() {
    return "CLOSED".equals(state);
  }

  /** The departments of a role, in their order. */
  public List<String> departments(Role role) {
    return seats.stream().filter(seat -> seat.role() == role).map(Seat::department).toList();
  }

  public List<String> signatories() {
    return seats.stream()
        .filter(seat -> seat.role() == Role.SUPPORT && seat.signsOff())
        .map(Seat::department)
        .toList();
  }

  /** The same project in other hands. */
  public ListedProject seatedAs(List<Seat> others, List<ListedSeat> listed) {
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
  public ListedProject placedAs(ListedProject other) {
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

  public boolean gone() {
    return "WITHDRAWN".equals(state);
  }

  /** Kind and day of each milestone that the list names. */
  public Set<String> dates() {
    return milestones.stream()
        .filter(ListedMilestone::named)
        .map(one -> one.kind() + " " + one.due())
        .collect(Collectors.toSet());
  }

  /** How a sentence names it. */
  public String name() {
    return "第" + number + "项“" + title + "”";
  }
}
