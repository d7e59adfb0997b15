package org.duban.workflow;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.duban.escalation.Audience;
import org.duban.escalation.DeadlinePolicies;
import org.duban.escalation.DeadlinePolicy;
import org.duban.escalation.Light;
import org.duban.escalation.Rung;
import org.duban.escalation.Verdict;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;
import org.springframework.stereotype.Component;

/** The deadline policy as the engine has it: the last deployed version of the decision table. */
@Component
class DecisionTables implements DeadlinePolicies {

  private static final String KEY = "deadline-policy";

  private final RepositoryService repository;
  private final DecisionService decisions;

  DecisionTables(RepositoryService repository, DecisionService decisions) {
    this.repository = repository;
    this.decisions = decisions;
  }

  @Override
  public DeadlinePolicy inForce() {
    return new Table(
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(KEY)
            .latestVersion()
            .singleResult()
            .getId());
  }

  private final class Table implements DeadlinePolicy {

    private final String definitionId;

    Table(String definitionId) {
      this.definitionId = definitionId;
    }

    @Override
    public String version() {
      return definitionId;
    }

    @Override
    public Verdict decide(MilestoneKind kind, int workingDays, Role waitingFor) {
      var results =
          decisions
              .evaluateDecisionById(definitionId)
              .variables(
                  Map.of(
                      "milestoneKind", kind.name(),
                      "workingDays", workingDays,
                      "waitingFor", waitingFor.name()))
              .evaluate();
      if (results.size() != 1) {
        throw new IllegalStateException(
            "期限策略应对每种情形恰好给出一条规则，但 %s、%d 个工作日、%s 得到 %d 条。"
                .formatted(kind, workingDays, waitingFor, results.size()));
      }
      return verdict(results.getSingleResult());
    }

    private Verdict verdict(DmnDecisionResultEntries row) {
      return new Verdict(
          Rung.valueOf(row.getEntry("rung")),
          Light.valueOf(row.getEntry("light")),
          ((Number) row.getEntry("level")).intValue(),
          audience(row.getEntry("notify")),
          Boolean.TRUE.equals(row.getEntry("actionRequired")));
    }

    private Set<Audience> audience(String notify) {
      return Arrays.stream(notify.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .map(Audience::valueOf)
          .collect(Collectors.toSet());
    }
  }
}
