package org.duban.programme.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.directory.Department;
import org.duban.directory.Directory;
import org.duban.directory.Signatory;
import org.duban.directory.SignatoryPolicy;
import org.duban.programme.Role;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.ListedSeat;
import org.duban.programme.listing.Seat;

/**
 * Who has which place in a project after one department took another's. It stands where the other
 * stood; where it had that role already, the other just leaves. Who signs is decided anew, since
 * nobody signs a report of its own organisation.
 */
public final class HandoverPolicy {

  private final Directory directory;
  private final SignatoryPolicy signatories;

  public HandoverPolicy(Directory directory) {
    this.directory = directory;
    this.signatories = new SignatoryPolicy(directory);
  }

  /** What ended departments leave to their successors. */
  public List<Handover> successions(List<Seat> seats, LocalDate day) {
    List<Handover> due = new ArrayList<>();
    for (Seat seat : seats) {
      Department department = directory.withCode(seat.department()).orElseThrow();
      directory
          .standing(department, day)
          .filter(standing -> !standing.equals(department))
          .map(
              next -> new Handover(department.code(), next.code(), seat.role(), seat.printedName()))
          .ifPresent(due::add);
    }
    return due;
  }

  /** The departments that ended and left their places to nobody. */
  public List<Department> orphaned(List<Seat> seats, LocalDate day) {
    return seats.stream()
        .map(seat -> directory.withCode(seat.department()).orElseThrow())
        .filter(department -> directory.standing(department, day).isEmpty())
        .distinct()
        .toList();
  }

  public List<Seat> after(List<Seat> seats, List<Handover> handovers) {
    if (handovers.isEmpty()) {
      return seats;
    }
    List<Seat> placed = seats;
    for (Handover handover : handovers) {
      placed = after(placed, handover);
    }
    return signing(inOrder(placed));
  }

  /**
   * The project in the hands of those who took the places. Who has its own listed place again
   * stands there under the list's name.
   */
  public ListedProject after(ListedProject project, List<Handover> handovers) {
    List<ListedSeat> listed = handedOver(project.listedSeats(), handovers);
    return project.seatedAs(seated(listed, after(project.seats(), handovers)), listed);
  }

  /** Likewise what the list says of them, which stays as it is but for who has it. */
  public List<ListedSeat> handedOver(List<ListedSeat> listed, List<Handover> handovers) {
    List<ListedSeat> held = listed;
    for (Handover handover : handovers) {
      boolean there = held.stream().anyMatch(seat -> heldIn(seat, handover.to(), handover.role()));
      held =
          held.stream()
              .map(
                  seat ->
                      heldIn(seat, handover.from(), handover.role())
                          ? seat.heldBy(handover.to(), seat.besides() || there)
                          : seat)
              .toList();
    }
    return held;
  }

  /**
   * Who answers for a project, by what the list says and who has its places.
   *
   * @param current under whose names those stand that took another's place
   */
  List<Seat> seated(List<ListedSeat> listed, List<Seat> current) {
    Map<String, Seat> seats = new LinkedHashMap<>();
    listed.stream()
        .sorted(
            Comparator.comparing(ListedSeat::role)
                .thenComparing(ListedSeat::besides)
                .thenComparing(ListedSeat::position))
        .forEach(
            seat ->
                seats.putIfAbsent(
                    seat.role() + " " + seat.holder(),
                    new Seat(
                        seat.holder(),
                        seat.role(),
                        seat.position(),
                        printedName(seat, listed, current),
                        false,
                        "")));
    return signing(inOrder(List.copyOf(seats.values())));
  }

  private static String printedName(ListedSeat place, List<ListedSeat> listed, List<Seat> current) {
    return listed.stream()
        .filter(own -> own.atHome() && heldIn(own, place.holder(), place.role()))
        .map(ListedSeat::printedName)
        .findFirst()
        .or(
            () ->
                current.stream()
                    .filter(seat -> in(seat, place.holder(), place.role()))
                    .map(Seat::printedName)
                    .findFirst())
        .orElse(place.printedName());
  }

  private static boolean heldIn(ListedSeat seat, String department, Role role) {
    return seat.holder().equals(department) && seat.in(role);
  }

  String nameOf(String department) {
    return directory.nameOf(department);
  }

  private static List<Seat> after(List<Seat> seats, Handover handover) {
    boolean there = seats.stream().anyMatch(seat -> in(seat, handover.to(), handover.role()));
    List<Seat> placed = new ArrayList<>();
    for (Seat seat : seats) {
      if (!in(seat, handover.from(), handover.role())) {
        placed.add(seat);
      } else if (!there) {
        placed.add(
            new Seat(
                handover.to(),
                seat.role(),
                seat.position(),
                handover.printedName(),
                seat.signsOff(),
                seat.reason()));
      }
    }
    return placed;
  }

  private static boolean in(Seat seat, String department, Role role) {
    return seat.department().equals(department) && seat.role() == role;
  }

  private static List<Seat> inOrder(List<Seat> seats) {
    Map<Role, Integer> last = new EnumMap<>(Role.class);
    return seats.stream()
        .map(
            seat ->
                new Seat(
                    seat.department(),
                    seat.role(),
                    last.merge(seat.role(), 1, Integer::sum),
                    seat.printedName(),
                    seat.signsOff(),
                    seat.reason()))
        .toList();
  }

  private List<Seat> signing(List<Seat> seats) {
    Map<String, Signatory> signs =
        signatories.decide(departments(seats, Role.LEAD), departments(seats, Role.SUPPORT)).stream()
            .collect(Collectors.toMap(one -> one.department().code(), one -> one));
    return seats.stream()
        .map(
            seat ->
                seat.role() == Role.SUPPORT ? signing(seat, signs.get(seat.department())) : seat)
        .toList();
  }

  private static Seat signing(Seat seat, Signatory signatory) {
    return new Seat(
        seat.department(),
        seat.role(),
        seat.position(),
        seat.printedName(),
        signatory.signs(),
        signatory.reason());
  }

  private List<Department> departments(List<Seat> seats, Role role) {
    return seats.stream()
        .filter(seat -> seat.role() == role)
        .map(seat -> directory.withCode(seat.department()).orElseThrow())
        .toList();
  }
}
