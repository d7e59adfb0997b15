package org.duban.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;

/** The ids that a process carries. */
final class Scope {

  private Scope() {}

  /** The milestone, null where the process is about a project. */
  static String milestone(VariableScope scope) {
    return (String) scope.getVariable("milestoneId");
  }

  static String project(VariableScope scope) {
    return (String) scope.getVariable("projectId");
  }

  /** The department for which a task of several was given out. */
  static String department(VariableScope scope) {
    return (String) scope.getVariable("department");
  }
}
