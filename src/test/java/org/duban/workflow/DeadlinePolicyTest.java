package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.duban.escalation.Rung;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;
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
    assertThat(decide(MilestoneKind.STAGE, workingDays, Role.LEAD).getSingleResult().getEntryMap())
        .isEqualTo(
            Map.of(
                "rung", rung,
                "light", light,
                "level", level,
                "notify", notify,
                "actionRequired", action));
  }

  @Test
  void theTableHasTheSixRulesTestedAbove() throws Exception {
    try (InputStream content = Files.newInputStream(TABLE)) {
      assertThat(Dmn.readModelFromStream(content).getModelElementsByType(Rule.class)).hasSize(6);
    }
  }

  @Property
  void everyCaseHasExactlyOneRule(
      @ForAll MilestoneKind kind,
      @ForAll @IntRange(min = -2000, max = 2000) int workingDays,
      @ForAll Role waitingFor) {
    assertThat(decide(kind, workingDays, waitingFor)).hasSize(1);
  }

  @Test
  void theRungsNeverGoDownAsTimePasses() {
    List<Rung> climbed = new ArrayList<>();
    IntStream.rangeClosed(-30, 30)
        .mapToObj(day -> decide(MilestoneKind.COMPLETION, day, Role.SUPPORT))
        .map(result -> Rung.valueOf(result.getSingleResult().getEntry("rung")))
        .forEach(climbed::add);

    assertThat(climbed).isSorted().contains(Rung.values());
  }

  private DmnDecisionTableResult decide(MilestoneKind kind, int workingDays, Role waitingFor) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("milestoneKind", kind.name());
    inputs.put("workingDays", workingDays);
    inputs.put("waitingFor", waitingFor.name());
    return engine.evaluateDecisionTable(table, inputs);
  }
}
