package org.duban.workflow.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;

/**
 * A parallel step of a running process in which several are asked at once. Whoever is still asked
 * can be left out, and others can be asked besides; what was answered stays, and nobody else
 * notices.
 *
 * @param activity the step
 * @param asked the variable that names who is asked
 * @param next what follows when nobody is left to be asked
 */
record ParallelRound(String activity, String asked, String next) {

  static final ParallelRound ACKNOWLEDGEMENTS =
      new ParallelRound("Activity_AcknowledgeAssignment", "department", "Gateway_AllDelivered");
  static final ParallelRound REPORTS =
      new ParallelRound("Activity_FileProgressReport", "department", "Gateway_SeveralLeads");
  static final ParallelRound SIGN_OFFS =
      new ParallelRound("Activity_SignOffRound", "department", "Activity_ReviewReport");
  static final ParallelRound EXPLANATIONS =
      new ParallelRound("Activity_ExplainDelay", "headGroup", "Gateway_EscalationAnswered");

  /** Whether somebody is being asked in it. */
  boolean runsIn(RuntimeService runtime, String instance) {
    return asked(runtime, instance).length > 0;
  }

  /** Does nothing where the step isn't running; whoever is asked already is asked once. */
  void alter(
      RuntimeService runtime, String instance, Collection<String> out, Collection<String> in) {
    ActivityInstance[] asking = asked(runtime, instance);
    List<ActivityInstance> leaving =
        Arrays.stream(asking).filter(one -> out.contains(whom(runtime, one))).toList();
    List<String> joining = new ArrayList<>(in);
    Arrays.stream(asking).forEach(one -> joining.remove(whom(runtime, one)));
    if (asking.length == 0 || leaving.isEmpty() && joining.isEmpty()) {
      return;
    }
    var change = runtime.createProcessInstanceModification(instance);
    joining.forEach(who -> change.startBeforeActivity(activity).setVariableLocal(asked, who));
    if (leaving.size() == asking.length && joining.isEmpty()) {
      change.startBeforeActivity(next).cancelAllForActivity(activity + "#multiInstanceBody");
    } else {
      leaving.forEach(one -> change.cancelActivityInstance(one.getId()));
    }
    change.execute();
  }

  /** Of those who are asked, only these. */
  void leaveOnly(RuntimeService runtime, String instance, Collection<String> these) {
    List<String> others =
        Arrays.stream(asked(runtime, instance))
            .map(one -> whom(runtime, one))
            .filter(who -> !these.contains(who))
            .toList();
    alter(runtime, instance, others, List.of());
  }

  private ActivityInstance[] asked(RuntimeService runtime, String instance) {
    return runtime.getActivityInstance(instance).getActivityInstances(activity);
  }

  private String whom(RuntimeService runtime, ActivityInstance one) {
    return (String) runtime.getVariable(one.getExecutionIds()[0], asked);
  }
}
