package org.duban.workflow.policy;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.duban.oversight.Points;
import org.duban.oversight.ScorePolicies;
import org.duban.oversight.ScorePolicy;
import org.duban.oversight.ScoreSituation;
import org.springframework.stereotype.Component;

/** The score policy as the engine has it. */
@Component
class ScoreTables implements ScorePolicies {

  private final PolicyTable tables;
  private final DecisionService decisions;

  ScoreTables(PolicyTable tables, DecisionService decisions) {
    this.tables = tables;
    this.decisions = decisions;
  }

  @Override
  public ScorePolicy inForce() {
    return new Table(tables.latest(Policy.SCORE));
  }

  private final class Table implements ScorePolicy {

    private final DecisionDefinition definition;

    Table(DecisionDefinition definition) {
      this.definition = definition;
    }

    @Override
    public int version() {
      return definition.getVersion();
    }

    @Override
    public Points decide(ScoreSituation situation) {
      return ScoreRow.points(
          situation,
          decisions
              .evaluateDecisionById(definition.getId())
              .variables(ScoreRow.variables(situation))
              .evaluate());
    }
  }
}
