package org.duban.programme.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.duban.programme.MilestoneState;
import org.duban.programme.RevisionRefused;
import org.duban.programme.Role;
import org.duban.programme.handover.HandoverPolicy;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.ListedSeat;
import org.duban.programme.listing.Naming;
import org.duban.programme.listing.Seat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class RevisionPolicyTest {

  private static final HandoverPolicy HANDOVERS =
      new HandoverPolicy(Directory.load(new ClassPathResource("config/directory.yml")));

  @Test
  void theSameListChangesNothing() {
    List<ProjectChange> changes =
        compare(List.of(standing(1, "修路"), standing(2, "办学")), listed(1, "修路"), listed(2, "办学"));

    assertThat(changes).noneMatch(ProjectChange::changes);
  }

  @Test
  void aRenumberedProjectIsTheSame() {
    List<ProjectChange> changes =
        compare(List.of(standing(1, "修路"), standing(2, "办学")), listed(1, "办学"), listed(2, "修路"));

    assertThat(changes).extracting(change -> change.before().id()).containsExactly("p2", "p1");
    assertThat(changes).allMatch(change -> change.reworded().contains("ordinal"));
  }

  @Property(tries = 200)
  void renumberingAListInAnyWayWithdrawsAndAddsNothing(@ForAll Random random) {
    List<ListedProject> standing =
        List.of(
            standing(1, "修路"),
            standing(2, "办学"),
            standing(3, "养老"),
            standing(4, "就医"),
            standing(5, "治水"));
    List<ListedProject> revised = new ArrayList<>();
    List<ListedProject> shuffled = new ArrayList<>(standing);
    Collections.shuffle(shuffled, random);
    shuffled.forEach(one -> revised.add(listed(revised.size() + 1, one.title())));

    List<ProjectChange> changes = RevisionPolicy.compare(standing, revised, HANDOVERS);

    assertThat(changes).hasSize(5).allMatch(ProjectChange::stays);
    assertThat(changes)
        .allSatisfy(
            change -> assertThat(change.before().title()).isEqualTo(change.after().title()));
  }

  @Test
  void punctuationMakesNoOtherTitle() {
    assertThat(compare(List.of(standing(1, "修路、架桥。")), listed(1, "修路架桥")))
        .allMatch(ProjectChange::stays);
  }

  @Test
  void aSimilarTitleUnderTheSameOrdinalIsANewWording() {
    ProjectChange only =
        compare(List.of(standing(1, "实施老旧小区改造工程")), listed(1, "推进老旧小区改造工程")).get(0);

    assertThat(only.stays()).isTrue();
    assertThat(only.reworded()).containsExactly("title");
  }

  @Test
  void anotherTitleUnderTheSameOrdinalIsAnotherProject() {
    List<ProjectChange> changes = compare(List.of(standing(1, "老旧小区改造")), listed(1, "农村公路养护"));

    assertThat(changes).extracting(ProjectChange::added).containsExactly(true, false);
    assertThat(changes).extracting(ProjectChange::withdrawn).containsExactly(false, true);
  }

  @Test
  void aHalfSimilarTitleIsAskedAbout() {
    assertRefused("不能断定是改了题目还是另立新项", List.of(standing(1, "实施老旧小区改造工程")), listed(1, "实施农村公路改造工程"));
  }

  @Test
  void titlesThatComeTwiceAndWereRenumberedAreAskedAbout() {
    assertRefused(
        "不止一项使用", List.of(standing(1, "修路"), standing(2, "修路")), listed(3, "修路"), listed(4, "修路"));
  }

  @Test
  void aMilestoneOfItsKindMovesToItsNewDay() {
    ProjectChange only =
        compare(
                List.of(
                    project("p1", 1, "修路", "DISPATCHED", open("2021-06-30"), open("2021-12-31"))),
                project(null, 1, "修路", null, due("2021-12-31"), due("2021-07-31")))
            .get(0);

    assertThat(only.moves())
        .filteredOn(MilestoneMove::changes)
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.before().due()).isEqualTo("2021-06-30");
              assertThat(move.after().due()).isEqualTo("2021-07-31");
            });
  }

  @Test
  void moreNewDatesThanOldOnesAreAskedAbout() {
    assertRefused(
        "不能断定哪个改到哪天",
        List.of(project("p1", 1, "修路", "DISPATCHED", open("2021-06-30"))),
        project(null, 1, "修路", null, due("2021-07-31"), due("2021-09-30")));
  }

  @Test
  void aMetMilestoneIsLeftAloneAndTold() {
    ListedMilestone met = milestone("2021-06-30", MilestoneState.CLOSED);
    ProjectChange only =
        compare(
                List.of(project("p1", 1, "修路", "DISPATCHED", met, open("2021-12-31"))),
                project(null, 1, "修路", null, due("2021-07-31"), due("2021-12-31")))
            .get(0);

    assertThat(only.changes()).isFalse();
    assertThat(only.leftAlone())
        .singleElement()
        .asString()
        .contains("2021-06-30 的节点已办结", "2021-07-31");
    assertThat(only.naming().milestones())
        .as("what the next list is compared with, once it is opened again")
        .containsExactly(
            new Naming.OfMilestone("m2021-06-30", LocalDate.parse("2021-07-31"), "", true));
  }

  @Test
  void whatRunsWithoutBeingInTheListIsLeftToTheOffice() {
    ListedMilestone unnamed =
        new ListedMilestone(
            "m",
            MilestoneKind.COMPLETION,
            LocalDate.parse("2021-06-30"),
            "",
            LocalDate.parse("2021-06-30"),
            MilestoneState.REPORTING,
            false);
    ListedProject standing = project("p1", 1, "修路", "DISPATCHED", unnamed, open("2021-12-31"));

    ProjectChange silent = compare(List.of(standing), listed(1, "修路")).get(0);
    assertThat(silent.changes()).isFalse();
    assertThat(silent.leftAlone()).isEmpty();

    ProjectChange named =
        compare(
                List.of(standing),
                project(null, 1, "修路", null, due("2021-06-30"), due("2021-12-31")))
            .get(0);
    assertThat(named.changes()).isFalse();
    assertThat(named.naming().milestones())
        .containsExactly(new Naming.OfMilestone("m", LocalDate.parse("2021-06-30"), "", true));
  }

  @Test
  void whatTheOfficeWithdrewComesBackWhenItsListingChanges() {
    ListedProject gone =
        project("p1", 1, "修路", "WITHDRAWN", milestone("2021-12-31", MilestoneState.WITHDRAWN));
    List<ListedProject> standing = List.of(gone, standing(2, "办学"));

    List<ProjectChange> same = compare(standing, listed(1, "修路"), listed(2, "办学"));
    assertThat(same).noneMatch(ProjectChange::changes);
    assertThat(same.get(0).leftAlone()).singleElement().asString().contains("不重新列入");
    assertThat(same.get(0).naming().named()).isTrue();

    List<ProjectChange> dropped = compare(standing, listed(1, "办学"));
    assertThat(dropped).noneMatch(ProjectChange::added).noneMatch(ProjectChange::withdrawn);
    assertThat(dropped)
        .filteredOn(change -> change.before().id().equals("p1"))
        .singleElement()
        .satisfies(change -> assertThat(change.naming().named()).isFalse());

    List<ProjectChange> later =
        compare(standing, project(null, 1, "修路", null, due("2021-11-30")), listed(2, "办学"));
    assertThat(later).filteredOn(ProjectChange::added).hasSize(1);
    assertThat(later)
        .flatExtracting(ProjectChange::leftAlone)
        .singleElement()
        .asString()
        .contains("作为新的一项列入");
  }

  @Test
  void aClosedProjectIsNeitherChangedNorWithdrawn() {
    List<ListedProject> standing =
        List.of(
            project("p1", 1, "修路", "CLOSED", milestone("2021-06-30", MilestoneState.CLOSED)),
            project("p2", 2, "办学", "CLOSED", milestone("2021-06-30", MilestoneState.CLOSED)));

    List<ProjectChange> changes =
        compare(standing, project(null, 1, "修路", null, due("2021-09-30")));

    assertThat(changes).noneMatch(ProjectChange::changes);
    assertThat(changes)
        .flatExtracting(ProjectChange::leftAlone)
        .hasSize(2)
        .allSatisfy(sentence -> assertThat(sentence.toString()).contains("已销号"));
  }

  @Test
  void aClosedProjectIsRenumberedAndItsNumberIsNotGivenAway() {
    ListedProject closed =
        project("p2", 2, "办学", "CLOSED", milestone("2021-12-31", MilestoneState.CLOSED));

    ProjectChange only = compare(List.of(closed), listed(1, "办学")).get(0);
    assertThat(only.reworded()).containsExactly("ordinal", "number");
    assertThat(only.leftAlone()).isEmpty();
    assertRefused("其序号不能再给", List.of(closed), listed(2, "修路"));
  }

  @Test
  void aProjectWhoseDatedWorkIsOverTakesNoMoreMilestones() {
    ListedMilestone rhythm =
        new ListedMilestone(
            "r", MilestoneKind.ONGOING, null, "长期坚持", null, MilestoneState.REPORTING, true);
    ListedMilestone listed =
        new ListedMilestone(null, MilestoneKind.ONGOING, null, "长期坚持", null, null, true);
    assertRefused(
        "不能再加 2021-09-30 的节点",
        List.of(project("p1", 1, "修路", "DISPATCHED", rhythm)),
        project(null, 1, "修路", null, listed, due("2021-09-30")));
  }

  @Test
  void aDayThatAMilestoneLeftIsNotGivenToAnotherWhileItRuns() {
    ListedMilestone moved =
        new ListedMilestone(
            "m",
            MilestoneKind.COMPLETION,
            LocalDate.parse("2021-07-31"),
            "",
            LocalDate.parse("2021-06-30"),
            MilestoneState.REPORTING,
            true);
    assertRefused(
        "原定 2021-06-30",
        List.of(project("p1", 1, "修路", "DISPATCHED", moved)),
        project(null, 1, "修路", null, due("2021-06-30"), due("2021-07-31")));
  }

  private static void assertRefused(
      String why, List<ListedProject> standing, ListedProject... revised) {
    assertThatThrownBy(() -> compare(standing, revised))
        .isInstanceOf(RevisionRefused.class)
        .hasMessageContaining(why);
  }

  private static List<ProjectChange> compare(
      List<ListedProject> standing, ListedProject... revised) {
    return RevisionPolicy.compare(standing, List.of(revised), HANDOVERS);
  }

  private static ListedProject standing(int ordinal, String title) {
    return project("p" + ordinal, ordinal, title, "DISPATCHED", open("2021-12-31"));
  }

  private static ListedProject listed(int ordinal, String title) {
    return project(null, ordinal, title, null, due("2021-12-31"));
  }

  private static ListedProject project(
      String id, int ordinal, String title, String state, ListedMilestone... milestones) {
    return new ListedProject(
        id,
        ordinal,
        "" + ordinal,
        title,
        "",
        0,
        "",
        List.of(new Seat("scjg", Role.LEAD, 1, "市场监督管理局", false, "")),
        List.of(new ListedSeat("scjg", Role.LEAD, 1, "市场监督管理局", "scjg", false, false)),
        List.of(),
        Stream.of(milestones).toList(),
        state,
        true);
  }

  private static ListedMilestone open(String due) {
    return milestone(due, MilestoneState.REPORTING);
  }

  private static ListedMilestone due(String due) {
    return milestone(due, null);
  }

  private static ListedMilestone milestone(String due, MilestoneState state) {
    LocalDate day = LocalDate.parse(due);
    return new ListedMilestone(
        state == null ? null : "m" + due, MilestoneKind.COMPLETION, day, "", day, state, true);
  }
}
