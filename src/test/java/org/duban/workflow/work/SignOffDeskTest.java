package org.duban.workflow.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.escalation.Light;
import org.duban.notice.MilestoneKind;
import org.duban.notice.Operator;
import org.duban.oversight.JointReport;
import org.duban.programme.Commitment;
import org.duban.security.Caller;
import org.duban.workflow.ElevenReports;
import org.duban.workflow.Office;
import org.duban.workflow.task.TaskNotDone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DubanTest
class SignOffDeskTest {

  private static final Caller CZJR = new Caller("czjr", Set.of("department-czjr"));
  private static final Caller XZSP = new Caller("xzsp", Set.of("department-xzsp"));

  @Autowired private Office office;
  @Autowired private SignOffDesk desk;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void reportsWait() {
    ElevenReports.waitIn(office);
  }

  @Test
  void whatIsNotCompleteIsDoubtedAndTheRestIsNot() {
    List<WaitingSignOff> waiting = desk.waitingFor(CZJR);

    assertThat(waiting).hasSize(11);
    assertThat(waiting.stream().filter(WaitingSignOff::unobjectionable)).hasSize(10);
    assertThat(waiting)
        .filteredOn(one -> !one.unobjectionable())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.item()).startsWith("十一、");
              assertThat(one.doubts()).contains("完成节点只报 60%").hasSize(2);
            });
    assertThat(waiting.get(0).figures()).singleElement().asString().contains("5家", "目标 = 5家");
  }

  @Test
  void whatIsNotReportedIsDoubtedAtEveryKindAndWhatFallsShortAtCompletionOnly() {
    List<Commitment> promised =
        List.of(new Commitment(1, "药店", Operator.GE, BigDecimal.TEN, "家", "新建药店10家"));

    for (MilestoneKind kind : MilestoneKind.values()) {
      assertThat(SignOffDoubts.of(kind, report(Map.of()), promised)).containsExactly("药店未报");
      assertThat(SignOffDoubts.of(kind, report(Map.of(1, BigDecimal.TEN)), promised)).isEmpty();
    }
    JointReport tooFew = report(Map.of(1, BigDecimal.ONE));
    assertThat(SignOffDoubts.of(MilestoneKind.STAGE, tooFew, promised)).isEmpty();
    assertThat(SignOffDoubts.of(MilestoneKind.ONGOING, tooFew, promised)).isEmpty();
    assertThat(SignOffDoubts.of(MilestoneKind.COMPLETION, tooFew, promised))
        .containsExactly("药店未达目标");
  }

  private static JointReport report(Map<Integer, BigDecimal> actuals) {
    return new JointReport("已办。", 100, actuals, false);
  }

  @Test
  void whatIsLateHasTheLightOfItsOwnTermAndIsNoDoubt() {
    assertThat(desk.waitingFor(CZJR))
        .allMatch(one -> one.due().equals(LocalDate.parse("2021-05-27")))
        .allMatch(one -> one.milestoneDue().equals(LocalDate.parse("2021-06-30")))
        .allMatch(one -> one.standing().equals("还有 5 个工作日"))
        .allMatch(one -> one.light() == Light.GREEN);

    office.moveTo("2021-05-26 08:30");
    assertThat(desk.waitingFor(CZJR)).allMatch(one -> one.light() == Light.YELLOW);
    office.moveTo("2021-05-28 08:30");
    assertThat(desk.waitingFor(CZJR))
        .allMatch(one -> one.standing().equals("已逾期 1 个工作日"))
        .allMatch(one -> one.light() == Light.RED);
    office.moveTo("2021-07-05 08:30");

    assertThat(desk.waitingFor(CZJR))
        .allMatch(one -> one.light() == Light.RED)
        .filteredOn(WaitingSignOff::unobjectionable)
        .hasSize(10);
  }

  @Test
  void onlyWhatIsAskedForIsLookedUpWhateverTheListShows() {
    List<WaitingSignOff> all = desk.waitingFor(CZJR);
    String last = all.get(10).task();

    assertThat(desk.countFor(CZJR)).isEqualTo(11);
    assertThat(desk.among(List.of(last, "none", "\u0000", ""), CZJR))
        .extracting(WaitingSignOff::task)
        .containsExactly(last);
    assertThat(desk.among(List.of(), CZJR)).isEmpty();
    assertThat(desk.countFor(XZSP)).isZero();
  }

  @Test
  void aDepartmentSeesAndSignsItsOwnOnly() {
    String task = desk.waitingFor(CZJR).get(0).task();

    assertThat(desk.waitingFor(XZSP)).isEmpty();
    assertThat(desk.among(List.of(task), XZSP)).isEmpty();
    assertThatThrownBy(() -> desk.agree(task, XZSP)).isInstanceOf(TaskNotDone.class);
    assertThat(signed()).isEmpty();
  }

  @Test
  void whatWasSignedMeanwhileIsSaidAndTheOthersGoIn() {
    List<WaitingSignOff> waiting = desk.waitingFor(CZJR);
    String first = waiting.get(0).task();
    desk.agree(first, CZJR);

    assertThatThrownBy(() -> desk.agree(first, CZJR))
        .isInstanceOf(TaskNotDone.class)
        .hasMessageContaining("已经办结");
    desk.agree(waiting.get(1).task(), CZJR);

    assertThat(signed()).containsExactly("czjr AGREE", "czjr AGREE");
  }

  @Test
  void anObjectionOfThisRoundIsADoubt() {
    office.complete(
        "czjr",
        office.tasksOf("czjr").stream()
            .filter(task -> task.getName().contains("：一、"))
            .findFirst()
            .orElseThrow(),
        Map.of("decision", "OBJECT", "opinion", "补助资金未列。"));
    office.complete("scjg", "Activity_ResolveObjection", Map.of("narrative", "已补列。"));

    assertThat(desk.waitingFor(CZJR))
        .filteredOn(one -> one.item().startsWith("一、"))
        .singleElement()
        .satisfies(one -> assertThat(one.doubts()).containsExactly("本轮有部门提出过异议"));
  }

  private List<String> signed() {
    return jdbc.sql("select signed_by || ' ' || decision from sign_off order by id")
        .query(String.class)
        .list();
  }
}
