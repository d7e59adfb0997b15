package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.duban.DubanTest;
import org.duban.audit.Entry;
import org.duban.escalation.Escalations;
import org.duban.programme.ActRefused;
import org.duban.programme.Extensions;
import org.duban.programme.Milestones;
import org.duban.programme.Opinion;
import org.duban.programme.ProgressReport;
import org.duban.programme.Projects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The modules themselves let nobody act for a department that isn't theirs, whoever calls them. */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorsTest {

  private static final ProgressReport REPORT = new ProgressReport("已办。", 50, Map.of());
  private static final Opinion FOR = new Opinion(false, "");
  private static final Opinion AGAINST = new Opinion(true, "数字不符。");

  /**
   * @param whose who may, by the directory
   */
  private record Act(String name, String whose, Consumer<String> by) {}

  @Autowired private OneOfEachTask each;
  @Autowired private Office office;
  @Autowired private Milestones milestones;
  @Autowired private Projects projects;
  @Autowired private Extensions extensions;
  @Autowired private Escalations escalations;
  @Autowired private TestPeople people;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcClient jdbc;

  private List<Act> acts;

  @BeforeAll
  void openTheOffice() {
    each.open();
    long escalation = id("select min(id) from escalation where milestone_id = ", each.milestone(1));
    acts =
        List.of(
            act("file", "scjg", who -> milestones.file(each.milestone(1), "scjg", REPORT, who)),
            act(
                "consolidate",
                "scjg",
                who -> milestones.consolidate(each.milestone(5), "scjg", REPORT, who)),
            act("sign", "scjg", who -> milestones.signOff(each.milestone(2), "scjg", FOR, who)),
            act(
                "object",
                "scjg",
                who -> milestones.signOff(each.milestone(2), "scjg", AGAINST, who)),
            act(
                "resolve",
                "czjr",
                who -> milestones.resolveObjection(each.milestone(3), "czjr", "已更正。", who)),
            act("accept", "duban", who -> milestones.review(each.milestone(4), FOR, null, who)),
            act("return", "duban", who -> milestones.review(each.milestone(4), AGAINST, null, who)),
            act("close", "duban", who -> milestones.close(each.milestone(4), who)),
            act("acknowledge", "scjg", who -> projects.acknowledge(project(1), "scjg", who)),
            act("end rhythm", "duban", who -> projects.endRhythm(project(7), FOR, who)),
            act("close project", "duban", who -> projects.close(project(6), FOR, who)),
            act("return project", "duban", who -> projects.close(project(6), AGAINST, who)),
            act(
                "explain",
                "scjg-head",
                who -> escalations.explain(escalation, "scjg", "场地未落实。", "2021-08-01", who)),
            act("instruct", "leader", who -> escalations.instruct(escalation, "抓紧补办。", who)),
            act(
                "ask",
                "czjr-head",
                who ->
                    extensions.request(
                        each.milestone(2), "czjr", LocalDate.of(2022, 1, 31), "雨季。", who)),
            act("endorse", "duban", who -> extensions.endorse(request(8), FOR, who)),
            act("decide", "leader", who -> extensions.decide(request(9), FOR, who)));
  }

  private static Act act(String name, String whose, Consumer<String> by) {
    return new Act(name, whose, by);
  }

  @AfterAll
  void nothingStaysOpen() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void whoNeitherBelongsThereNorStandsInIsRefused() {
    Map<String, String> before = each.everything();
    String newcomer = people.newIn("department-ga");
    for (Act act : acts) {
      for (String who :
          List.of("ga", "ga-head", "zgh", "secadmin", newcomer, "nobody", "", Entry.SYSTEM)) {
        if (!(who.equals(Entry.SYSTEM) && act.name().equals("sign"))) {
          refused(act, who);
        }
      }
      if (act.whose().endsWith("-head")) {
        refused(act, act.whose().replace("-head", ""));
      }
      if (!act.whose().equals("leader")) {
        refused(act, "leader");
      }
      if (!act.whose().equals("duban")) {
        refused(act, "duban");
      }
    }
    assertThat(each.everything()).isEqualTo(before);
  }

  private void refused(Act act, String who) {
    assertThatThrownBy(() -> done(act, who))
        .as(act.name() + " by " + who)
        .isInstanceOf(ActRefused.class)
        .hasMessageEndingWith("办理。")
        .matches(refused -> ((ActRefused) refused).notYours());
  }

  @Test
  void whoBelongsThereMay() {
    for (Act act : acts) {
      assertThatCode(() -> done(act, act.whose())).as(act.name()).doesNotThrowAnyException();
    }
  }

  @Test
  void whoStandsInMayOnTheDaysOfTheSubstitutionAndNotAfterwards() {
    for (Act act : acts) {
      substitute(act.whose(), "2021-07-06", "2021-07-06");
      assertThatCode(() -> done(act, "ga")).as(act.name()).doesNotThrowAnyException();
      jdbc.sql("delete from substitution").update();
      substitute(act.whose(), "2021-07-01", "2021-07-05");
      substitute(act.whose(), "2021-07-07", "2021-07-09");
      refused(act, "ga");
      jdbc.sql("delete from substitution").update();
    }
  }

  private void substitute(String absent, String from, String to) {
    jdbc.sql(
            """
            insert into substitution (tenant_id, absent, substitute, first_day, last_day, entered_by, entered_at)
            values ('jngxq', :absent, 'ga', :from::date, :to::date, 'duban', now())
            """)
        .param("absent", absent)
        .param("from", from)
        .param("to", to)
        .update();
  }

  @Test
  void accountThatTheDirectoryDoesNotHaveIsWhatItsGroupsMakeIt() {
    String colleague = people.newIn("department-scjg");

    assertThatCode(() -> done(acts.get(0), colleague)).doesNotThrowAnyException();
  }

  @Test
  void theProgramItselfAgreesForTheSilentAndDoesNothingElse() {
    Act sign = acts.stream().filter(act -> act.name().equals("sign")).findFirst().orElseThrow();

    assertThatCode(() -> done(sign, Entry.SYSTEM)).doesNotThrowAnyException();
  }

  /** And then not, so that each begins with the same. */
  private void done(Act act, String who) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            transaction -> {
              transaction.setRollbackOnly();
              act.by().accept(who);
            });
  }

  private String project(int item) {
    return jdbc.sql("select id from project where ordinal = :item")
        .param("item", item)
        .query(String.class)
        .single();
  }

  private long request(int item) {
    return id("select id from extension_request where milestone_id = ", each.milestone(item));
  }

  private long id(String sql, String milestone) {
    return jdbc.sql(sql + ":milestone").param("milestone", milestone).query(Long.class).single();
  }
}
