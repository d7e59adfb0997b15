package org.duban.programme.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.ListedSeat;
import org.duban.programme.listing.Seat;
import org.duban.programme.revision.MilestoneMove;
import org.duban.programme.revision.ProjectChange;
import org.duban.programme.revision.RevisionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What a revised list does to seats that the office or a merger gave to others. */
class SeatMatchingTest {

  private static final HandoverPolicy POLICY =
      new HandoverPolicy(Directory.load(new ClassPathResource("config/directory.yml")));
  private static final List<String> DEPARTMENTS =
      List.of("scjg", "czjr", "xzsp", "ga", "sw", "cxjs", "jjfz", "dzb", "dzb-xc");

  @Test
  void theSameListLeavesAGivenAwaySeatWhereItIs() {
    ListedProject given = reassigned(registered("scjg", "czjr"), "czjr", "sw", Role.SUPPORT);

    ProjectChange again = revised(given, listed("scjg", "czjr"));

    assertThat(again.changes()).isFalse();
    assertThat(again.seatNews()).isEmpty();
    assertThat(seats(again.after())).containsExactly("scjg LEAD", "sw SUPPORT");
  }

  @Test
  void aListThatNamesAnotherForAGivenAwaySeatWinsAndSaysSo() {
    ListedProject given = reassigned(registered("scjg", "czjr ga"), "czjr", "sw", Role.SUPPORT);

    ProjectChange change = revised(given, listed("scjg", "cxjs ga"));

    assertThat(seats(change.after())).containsExactly("scjg LEAD", "cxjs SUPPORT", "ga SUPPORT");
    assertThat(change.seatNews())
        .containsExactly("原列财政金融局为配合部门，已由税务局承接；修订清单改列城乡建设和交通局，以清单为准，税务局不再是配合部门。");
  }

  @Test
  void aListThatDropsADepartmentTakesItsSeatFromWhoeverHasIt() {
    ListedProject given = reassigned(registered("scjg", "czjr ga"), "czjr", "sw", Role.SUPPORT);

    ProjectChange change = revised(given, listed("scjg", "ga"));

    assertThat(seats(change.after())).containsExactly("scjg LEAD", "ga SUPPORT");
    assertThat(change.seatNews()).singleElement().asString().contains("财政金融局", "税务局不再是配合部门");
  }

  @Test
  void aListThatAddsWhoIsThereAlreadyMakesNoSecondSeat() {
    ListedProject given = reassigned(registered("scjg", "czjr"), "czjr", "sw", Role.SUPPORT);

    ProjectChange change = revised(given, listed("scjg", "czjr sw"));

    assertThat(change.changes()).isTrue();
    assertThat(change.reassigned())
        .as("only the name under which it stands there")
        .isEqualTo(!given.seats().equals(change.after().seats()));
    assertThat(seats(change.after())).containsExactly("scjg LEAD", "sw SUPPORT");
    assertThat(change.seatNews()).singleElement().asString().contains("不另增责任单位");
    assertThat(seats(revised(change.after(), listed("scjg", "sw")).after()))
        .as("it stays in its own right when the other one goes")
        .containsExactly("scjg LEAD", "sw SUPPORT");
  }

  @Test
  void twoSeatsInOneHandOutliveRevisionAfterRevision() {
    ListedProject merged = merged(registered("czjr", "ga sw czjr"), "czjr", "sw");
    assertThat(seats(merged)).containsExactly("sw LEAD", "ga SUPPORT", "sw SUPPORT");

    ProjectChange first = revised(merged, listed("czjr", "ga sw czjr cxjs"));
    ProjectChange second = revised(first.after(), listed("czjr", "ga sw czjr cxjs"));

    assertThat(seats(first.after()))
        .containsExactly("sw LEAD", "ga SUPPORT", "sw SUPPORT", "cxjs SUPPORT");
    assertThat(second.changes()).isFalse();
    assertThat(seats(revised(first.after(), listed("czjr", "ga czjr cxjs")).after()))
        .containsExactly("sw LEAD", "ga SUPPORT", "sw SUPPORT", "cxjs SUPPORT");
  }

  @Test
  void leadsThatTheListPutsInAnotherOrderAreReorderedInWhoseverHandsTheyAre() {
    ListedProject given = reassigned(registered("scjg ga", ""), "scjg", "xzsp", Role.LEAD);

    ProjectChange change = revised(given, listed("ga scjg", ""));

    assertThat(seats(change.after())).containsExactly("ga LEAD", "xzsp LEAD");
  }

  @Test
  void whatTheListSaidBeforeThatWasKeptTakesNothingFromWhoHasIt() {
    ListedProject known = registered("scjg", "sw ga");
    ListedProject unknown =
        known.seatedAs(
            known.seats(),
            known.listedSeats().stream()
                .map(
                    seat ->
                        new ListedSeat(
                            seat.department(),
                            seat.role(),
                            seat.position(),
                            seat.printedName(),
                            seat.holder(),
                            false,
                            true))
                .toList());

    ProjectChange same = revised(unknown, listed("scjg", "czjr ga"));

    assertThat(same.changes()).isFalse();
    assertThat(same.seatNews()).singleElement().asString().contains("财政金融局", "税务局", "升级前");
    ProjectChange next = revised(same.after(), listed("scjg", "czjr ga cxjs"));
    assertThat(seats(next.after()))
        .as("from then on it is known what the list said")
        .containsExactly("scjg LEAD", "sw SUPPORT", "ga SUPPORT", "cxjs SUPPORT");
    assertThat(next.seatNews()).isEmpty();
  }

  @Test
  void whoComesBackToItsOwnPlaceStandsThereUnderItsOwnName() {
    ListedProject given = reassigned(registered("scjg", "czjr"), "czjr", "sw", Role.SUPPORT);

    ListedProject back = merged(given, "sw", "czjr");

    assertThat(back.seats().get(1).printedName()).isEqualTo("财政金融局");
    assertThat(POLICY.seated(back.listedSeats(), back.seats())).isEqualTo(back.seats());
  }

  /** Any list, whatever became of its seats. */
  @Property(tries = 400)
  void theSameListNeverChangesAnything(@ForAll Random random) {
    Map<String, String> successors = new HashMap<>();
    String[] list = {anyOf(random, 1, 3), anyOf(random, 0, 4)};
    ListedProject project = standing(draft(list, "2021-06-30", successors));
    for (int act = 0; act < 12; act++) {
      switch (random.nextInt(4)) {
        case 0 -> project = reassignAny(project, successors, random);
        case 1 -> project = mergeAny(project, successors, random);
        case 2 -> {
          list = new String[] {anyOf(random, 1, 3), anyOf(random, 0, 4)};
          project = revised(project, draft(list, "2021-06-30", successors)).after();
          project = standing(project);
        }
        default -> {
          ProjectChange moved = revised(project, draft(list, "2021-07-31", successors));
          assertThat(moved.moves()).filteredOn(MilestoneMove::changes).hasSize(1);
          assertThat(moved.relisted()).isFalse();
          assertThat(moved.reassigned()).isFalse();
          assertThat(moved.reworded()).isEmpty();
        }
      }
      ProjectChange again = revised(project, draft(list, "2021-06-30", successors));
      assertThat(again.changes()).isFalse();
      assertThat(again.after().listedSeats()).isEqualTo(project.listedSeats());
      assertThat(again.seatNews()).isEmpty();
      assertThat(POLICY.seated(project.listedSeats(), project.seats()))
          .as("who answers follows from the list and from who has its seats")
          .isEqualTo(project.seats());
      assertThat(new HashSet<>(seats(project))).hasSameSizeAs(project.seats());
    }
  }

  private static ListedProject reassignAny(
      ListedProject project, Map<String, String> successors, Random random) {
    Seat seat = project.seats().get(random.nextInt(project.seats().size()));
    String to = DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size()));
    return successors.containsKey(to) || project.departments(seat.role()).contains(to)
        ? project
        : reassigned(project, seat.department(), to, seat.role());
  }

  private static ListedProject mergeAny(
      ListedProject project, Map<String, String> successors, Random random) {
    List<String> standing = new ArrayList<>(DEPARTMENTS);
    standing.removeAll(successors.keySet());
    if (standing.size() < 5) {
      return project;
    }
    Collections.shuffle(standing, random);
    successors.put(standing.get(0), standing.get(1));
    return merged(project, standing.get(0), standing.get(1));
  }

  private static String anyOf(Random random, int least, int most) {
    List<String> all = new ArrayList<>(DEPARTMENTS);
    Collections.shuffle(all, random);
    return String.join(" ", all.subList(0, least + random.nextInt(most - least + 1)));
  }

  private static ProjectChange revised(ListedProject project, ListedProject list) {
    return RevisionPolicy.compare(List.of(project), List.of(list), POLICY).get(0);
  }

  private static ListedProject reassigned(
      ListedProject project, String from, String to, Role role) {
    return handedOver(project, List.of(new Handover(from, to, role, POLICY.nameOf(to))));
  }

  private static ListedProject merged(ListedProject project, String from, String to) {
    return handedOver(project, left(project.seats(), Map.of(from, to)));
  }

  private static List<Handover> left(List<Seat> seats, Map<String, String> successors) {
    return seats.stream()
        .filter(seat -> successors.containsKey(seat.department()))
        .map(
            seat ->
                new Handover(
                    seat.department(),
                    last(seat.department(), successors),
                    seat.role(),
                    seat.printedName()))
        .toList();
  }

  private static String last(String department, Map<String, String> successors) {
    String at = department;
    while (successors.containsKey(at)) {
      at = successors.get(at);
    }
    return at;
  }

  private static ListedProject handedOver(ListedProject project, List<Handover> handovers) {
    return POLICY.after(project, handovers);
  }

  private static ListedProject registered(String leads, String supports) {
    return standing(listed(leads, supports));
  }

  private static ListedProject listed(String leads, String supports) {
    return draft(new String[] {leads, supports}, "2021-06-30", Map.of());
  }

  /** As the directory of that day reads it. */
  private static ListedProject draft(String[] list, String due, Map<String, String> successors) {
    List<Seat> printed = new ArrayList<>();
    add(printed, list[0], Role.LEAD);
    add(printed, list[1], Role.SUPPORT);
    List<ListedSeat> own = printed.stream().map(ListedSeat::of).toList();
    List<Handover> since = left(printed, successors);
    List<ListedSeat> held = POLICY.handedOver(own, since);
    return new ListedProject(
        null,
        1,
        "一",
        "修路",
        "",
        1,
        "",
        POLICY.seated(held, List.of()),
        held,
        List.of(),
        List.of(milestone(null, due)),
        null,
        true);
  }

  private static void add(List<Seat> seats, String codes, Role role) {
    Set<String> said = new HashSet<>();
    for (String code : codes.split(" ")) {
      if (!code.isEmpty() && said.add(code)) {
        seats.add(new Seat(code, role, said.size(), POLICY.nameOf(code), false, ""));
      }
    }
  }

  private static ListedProject standing(ListedProject list) {
    return new ListedProject(
        "p1",
        list.ordinal(),
        list.number(),
        list.title(),
        list.text(),
        0,
        list.deadlinePhrase(),
        list.seats(),
        list.listedSeats(),
        list.commitments(),
        List.of(milestone(MilestoneState.REPORTING, "2021-06-30")),
        "DISPATCHED",
        true);
  }

  private static ListedMilestone milestone(MilestoneState state, String due) {
    LocalDate day = LocalDate.parse(due);
    return new ListedMilestone(
        state == null ? null : "m", MilestoneKind.COMPLETION, day, "", day, state, true);
  }

  private static List<String> seats(ListedProject project) {
    return project.seats().stream().map(seat -> seat.department() + " " + seat.role()).toList();
  }
}
