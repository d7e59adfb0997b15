package org.duban.workflow.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.duban.escalation.DeadlinePolicies;
import org.duban.escalation.DeadlinePolicy;
import org.duban.escalation.Situation;
import org.duban.escalation.Verdict;
import org.springframework.stereotype.Component;

/** The deadline policy as the engine has it: the last deployed version of the decision table. */
@Component
class DecisionTables implements DeadlinePolicies {

  private final PolicyTable tables;
  private final DecisionService decisions;
  private volatile Table last;

  DecisionTables(PolicyTable tables, DecisionService decisions) {
    this.tables = tables;
    this.decisions = decisions;
  }

  @Override
  public DeadlinePolicy inForce() {
    String latest = tables.latest(Policy.DEADLINE).getId();
    Table known = last;
    if (known == null || !known.version().equals(latest)) {
      known = new Table(latest);
      last = known;
    }
    return known;
  }

  /** A deployed version never changes, and neither does what it decides. */
  private final class Table implements DeadlinePolicy {

    private final String definitionId;
    private final Map<Situation, Verdict> decided = new ConcurrentHashMap<>();

    Table(String definitionId) {
      this.definitionId = definitionId;
    }

    @Override
    public String version() {
      return definitionId;
    }

    @Override
    public Verdict decide(Situation situation) {
      return decided.computeIfAbsent(situation, this::evaluate);
    }

    private Verdict evaluate(Situation situation) {
      return PolicyRow.verdict(
          situation,
          decisions
              .evaluateDecisionById(definitionId)
              .variables(PolicyRow.variables(situation))
              .evaluate());
    }
  }
}
