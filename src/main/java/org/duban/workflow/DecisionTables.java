package org.duban.workflow;

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

  DecisionTables(PolicyTable tables, DecisionService decisions) {
    this.tables = tables;
    this.decisions = decisions;
  }

  @Override
  public DeadlinePolicy inForce() {
    return new Table(tables.latest(Policy.DEADLINE).getId());
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
    public Verdict decide(Situation situation) {
      return PolicyRow.verdict(
          situation,
          decisions
              .evaluateDecisionById(definitionId)
              .variables(PolicyRow.variables(situation))
              .evaluate());
    }
  }
}
