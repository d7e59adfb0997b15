package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.duban.directory.DepartmentClass;
import org.duban.escalation.DefaultPolicy;
import org.duban.escalation.Rung;
import org.duban.escalation.Situation;
import org.duban.escalation.Term;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;
import org.duban.workflow.policy.PolicyRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default ladder, rule by rule, as the office's table has it. */
class DeadlinePolicyTest {

  private static final Path TABLE = Path.of("processes/deadline-policy.dmn");

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision table = read();

  private DmnDecision read() {
    try (InputStream content = Files.newInputStream(TABLE)) {
      return engine.parseDecision("deadline-policy", content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-200, NONE, GREEN, 0, '', false",
    "-11, NONE, GREEN, 0, '', false",
    "-10, REMINDER, GREEN, 0, HANDLER, false",
    "-4, REMINDER, GREEN, 0, HANDLER, false",
    "-3, WARNING, YELLOW, 0, 'HANDLER,HEAD', false",
    "0, WARNING, YELLOW, 0, 'HANDLER,HEAD', false",
    "1, LEVEL_1, RED, 1, HEAD, false",
    "2, LEVEL_1, RED, 1, HEAD, false",
    "3, LEVEL_2, RED, 2, 'HEAD,LEADER', true",
    "9, LEVEL_2, RED, 2, 'HEAD,LEADER', true",
    "10, LEVEL_3, RED, 3, 'HEAD,LEADER,OFFICE', false",
    "400, LEVEL_3, RED, 3, 'HEAD,LEADER,OFFICE', false"
  })
  void theLadderClimbsByWorkingDays(
      int workingDays, String rung, String light, int level, String notify, boolean action) {
    assertRow(Term.MILESTONE, workingDays, rung, light, level, notify, action);
  }

  @ParameterizedTest
  @CsvSource({
    "-5, NONE, GREEN, 0, '', false",
    "-2, NONE, GREEN, 0, '', false",
    "-1, REMINDER, YELLOW, 0, HANDLER, false",
    "0, REMINDER, YELLOW, 0, HANDLER, false",
    "1, LEVEL_1, RED, 1, HEAD, false",
    "400, LEVEL_1, RED, 1, HEAD, false"
  })
  void aSignOffHasALadderOfItsOwn(
      int workingDays, String rung, String light, int level, String notify, boolean action) {
    assertRow(Term.SIGN_OFF, workingDays, rung, light, level, notify, action);
  }

  @ParameterizedTest
  @CsvSource({
    "-20, NONE, GREEN, 0, '', false",
    "-2, NONE, GREEN, 0, '', false",
    "-1, REMINDER, YELLOW, 0, 'HANDLER,HEAD', false",
    "0, REMINDER, YELLOW, 0, 'HANDLER,HEAD', false",
    "1, LEVEL_2, RED, 2, 'HEAD,LEADER,OFFICE', false",
    "400, LEVEL_2, RED, 2, 'HEAD,LEADER,OFFICE', false"
  })
  void aBrokenPromiseGoesToTheLeaderAtOnce(
      int workingDays, String rung, String light, int level, String notify, boolean action) {
    assertRow(Term.RECOVERY, workingDays, rung, light, level, notify, action);
  }

  private void assertRow(
      Term term,
      int workingDays,
      String rung,
      String light,
      int level,
      String notify,
      boolean action) {
    assertThat(decide(term, MilestoneKind.STAGE, workingDays, Role.LEAD).getSingleResult())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "rung", rung,
                "light", light,
                "level", level,
                "notify", notify,
                "actionRequired", action));
  }

  /** What asked with the three inputs that the table had first is answered as before. */
  @Test
  void whoAsksWithoutATermIsToldOfTheMilestone() {
    Map<String, Object> inputs =
        Map.of("milestoneKind", "STAGE", "workingDays", 3, "waitingFor", "LEAD");

    assertThat(engine.evaluateDecisionTable(table, inputs).getSingleResult())
        .containsEntry("rung", "LEVEL_2");
  }

  @Test
  void theTableHasTheTwelveRulesTestedAbove() throws Exception {
    try (InputStream content = Files.newInputStream(TABLE)) {
      assertThat(Dmn.readModelFromStream(content).getModelElementsByType(Rule.class)).hasSize(12);
    }
  }

  @Property
  void everyCaseHasExactlyOneRule(
      @ForAll Term term,
      @ForAll MilestoneKind kind,
      @ForAll @IntRange(min = -2000, max = 2000) int workingDays,
      @ForAll Role waitingFor) {
    assertThat(decide(term, kind, workingDays, waitingFor)).hasSize(1);
  }

  @Test
  void theRungsNeverGoDownAsTimePasses() {
    List<Rung> climbed = new ArrayList<>();
    IntStream.rangeClosed(-30, 30)
        .mapToObj(day -> decide(Term.MILESTONE, MilestoneKind.COMPLETION, day, Role.SUPPORT))
        .map(result -> Rung.valueOf(result.getSingleResult().getEntry("rung")))
        .forEach(climbed::add);

    assertThat(climbed).isSorted().contains(Rung.values());
  }

  private DmnDecisionTableResult decide(
      Term term, MilestoneKind kind, int workingDays, Role waitingFor) {
    return engine.evaluateDecisionTable(
        table,
        Map.of(
            "term", term.name(),
            "milestoneKind", kind.name(),
            "workingDays", workingDays,
            "waitingFor", waitingFor.name(),
            "departmentClass", "DEPARTMENT"));
  }

  /** The invented schedules are told by the same ladder. */
  @Property(tries = 500)
  void theTableSaysTheSameInJava(
      @ForAll Term term, @ForAll @IntRange(min = -30, max = 30) int workingDays) {
    Situation situation =
        new Situation(
            term, MilestoneKind.STAGE, workingDays, Role.LEAD, DepartmentClass.DEPARTMENT);

    assertThat(
            PolicyRow.verdict(
                situation, engine.evaluateDecision(table, PolicyRow.variables(situation))))
        .isEqualTo(new DefaultPolicy().decide(situation));
  }
}
