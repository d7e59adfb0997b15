package org.duban.workflow;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.Script;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every model in {@code processes/} keeps to, so that officials can read and checks rely on
 * it.
 */
class ModelLintTest {

  private static final Path PROCESSES = Path.of("processes");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final String NODE_ID = "(Activity|Event|Gateway|SubProcess)_([A-Z][a-z]+)+";
  private static final String BEAN = "\\$\\{[a-z]\\w*}";

  /** One variable against one word, or one question to one bean. */
  private static final String CONDITION =
      "\\$\\{(\\w+ == '[A-Z]+'|[a-z]\\w*\\.[a-z]\\w*\\(\\w*\\))}";

  private static final Map<String, List<String>> CONTRACT =
      Map.of(
          "project",
          List.of(
              "Activity_AcknowledgeAssignment",
              "Activity_DeliverMilestone",
              "Activity_CloseProject"),
          "milestone",
          List.of(
              "Activity_FileProgressReport",
              "Activity_ConsolidateReport",
              "Activity_SignOff",
              "Activity_ResolveObjection",
              "Activity_ReviewReport",
              "Event_DeadlineMissed"),
          "deadline-watch",
          List.of("Event_SheetDue", "Activity_RunDeadlineSheet"),
          "extension",
          List.of("Activity_EndorseExtension", "Activity_DecideExtension"),
          "escalation",
          List.of("Activity_ExplainDelay", "Activity_GiveInstruction"));

  private static final Map<String, List<String>> TASK_VARIABLES =
      Map.ofEntries(
          Map.entry("Activity_AcknowledgeAssignment", List.of()),
          Map.entry("Activity_AcknowledgeNewAssignment", List.of()),
          Map.entry("Activity_FileProgressReport", List.of("narrative", "percent", "actuals")),
          Map.entry("Activity_ConsolidateReport", List.of("narrative", "percent", "actuals")),
          Map.entry("Activity_SignOff", List.of("decision", "opinion")),
          Map.entry("Activity_ResolveObjection", List.of("narrative")),
          Map.entry("Activity_ReviewReport", List.of("decision", "opinion", "signaturesStand")),
          Map.entry("Activity_CloseProject", List.of("decision", "opinion", "newDue")),
          Map.entry("Activity_EndRhythm", List.of("decision", "opinion")),
          Map.entry("Activity_EndorseExtension", List.of("decision", "opinion")),
          Map.entry("Activity_DecideExtension", List.of("decision", "opinion")),
          Map.entry("Activity_ExplainDelay", List.of("explanation", "recoveryDate")),
          Map.entry("Activity_GiveInstruction", List.of("instruction")));

  /** A process model with the file it came from. */
  record Model(String file, BpmnModelInstance bpmn) {

    static Model read(Path path) {
      return new Model(path.getFileName().toString(), Bpmn.readModelFromFile(path.toFile()));
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
      return bpmn.getModelElementsByType(type);
    }

    Process process() {
      return all(Process.class).iterator().next();
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Model> models() {
    return files(".bpmn").map(Model::read);
  }

  private static Stream<Path> files(String ending) {
    try (Stream<Path> found = Files.list(PROCESSES)) {
      return found.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void theModelIsValidBpmn(Model model) {
      Bpmn.validateModel(model.bpmn());
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void aFileHoldsOneExecutableProcessOfItsOwnName(Model model) {
      assertThat(model.all(Process.class)).hasSize(1);
      assertThat(model.file()).isEqualTo(model.process().getId() + ".bpmn");
      assertThat(model.process().isExecutable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void theProcessHasAChineseNameAndAHistoryTimeToLive(Model model) {
      assertThat(model.process().getName()).containsPattern(CHINESE);
      assertThat(model.process().getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyNodeHasAChineseNameAndASpeakingId(Model model) {
      assertThat(model.all(FlowNode.class))
          .isNotEmpty()
          .allSatisfy(node -> assertThat(node.getId()).matches(NODE_ID))
          .allSatisfy(
              node ->
                  assertThat(node.getName()).as(node.getId()).isNotNull().containsPattern(CHINESE));
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyFlowOutOfAGatewayHasAChineseName(Model model) {
      assertThat(model.all(Gateway.class))
          .flatExtracting(Gateway::getOutgoing)
          .allSatisfy(
              flow ->
                  assertThat(flow.getName()).as(flow.getId()).isNotNull().containsPattern(CHINESE));
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void whatTheContractNamesIsThere(Model model) {
      assertThat(CONTRACT.getOrDefault(model.process().getId(), List.of()))
          .allSatisfy(
              id -> assertThat((Object) model.bpmn().getModelElementById(id)).as(id).isNotNull());
    }

    @Test
    void everyProcessOfTheContractIsThere() {
      assertThat(models().map(model -> model.process().getId())).containsAll(CONTRACT.keySet());
    }
  }

  @Nested
  class Drawing {

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyNodeAndFlowIsDrawn(Model model) {
      assertThat(model.all(FlowNode.class))
          .allSatisfy(node -> assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
      assertThat(model.all(SequenceFlow.class))
          .allSatisfy(
              flow -> {
                assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
                assertThat(flow.getDiagramElement().getWaypoints())
                    .as(flow.getId())
                    .hasSizeGreaterThan(1);
              });
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void noTwoShapesOfOneLevelOverlap(Model model) {
      model.all(FlowNode.class).stream()
          .collect(groupingBy(ModelElementInstance::getParentElement))
          .values()
          .forEach(ModelLintTest::assertApart);
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyFlowBeginsAndEndsAtItsNodes(Model model) {
      assertThat(model.all(SequenceFlow.class))
          .allSatisfy(
              flow -> {
                var points = List.copyOf(flow.getDiagramElement().getWaypoints());
                var first = points.get(0);
                var last = points.get(points.size() - 1);
                assertThat(onEdge(bounds(flow.getSource()), first.getX(), first.getY()))
                    .as("%s begins at its source", flow.getId())
                    .isTrue();
                assertThat(onEdge(bounds(flow.getTarget()), last.getX(), last.getY()))
                    .as("%s ends at its target", flow.getId())
                    .isTrue();
              });
    }
  }

  @Nested
  public class Running {

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void nothingIsScripted(Model model) {
      assertThat(model.all(ScriptTask.class)).isEmpty();
      assertThat(model.all(Script.class)).isEmpty();
      assertThat(model.all(CamundaScript.class)).isEmpty();
      assertThat(model.all(ConditionExpression.class))
          .allSatisfy(condition -> assertThat(condition.getLanguage()).isNull());
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyUserTaskIsOfferedToAGroup(Model model) {
      assertThat(model.all(UserTask.class))
          .allSatisfy(
              task -> assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyUserTaskHasAFormThatBindsItsVariables(Model model) {
      assertThat(model.all(UserTask.class))
          .allSatisfy(
              task -> {
                Path form = form(task);
                assertThat(form).exists();
                assertThat(bound(form))
                    .as(task.getId())
                    .containsExactlyInAnyOrderElementsOf(TASK_VARIABLES.get(task.getId()));
              });
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyUserTaskBeginsWithItsVariablesEmpty(Model model) {
      assertThat(model.all(UserTask.class))
          .allSatisfy(
              task -> {
                var inputs = inputs(task);
                assertThat(inputs)
                    .as(task.getId())
                    .extracting(CamundaInputParameter::getCamundaName)
                    .containsExactlyElementsOf(TASK_VARIABLES.get(task.getId()));
                assertThat(inputs)
                    .as(task.getId())
                    .extracting(ModelElementInstance::getTextContent)
                    .allMatch(String::isEmpty);
              });
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyUserTaskRecordsWhoHoldsIt(Model model) {
      assertThat(model.all(UserTask.class))
          .allSatisfy(
              task -> {
                assertThat(listeners(task, "create")).containsExactly("${custody}");
                assertThat(listeners(task, "complete"))
                    .as("%s: its own listener first, which may refuse", task.getId())
                    .hasSize(2)
                    .endsWith("${custody}")
                    .allMatch(bean -> bean.matches(BEAN));
                assertThat(listeners(task, "delete")).containsExactly("${custody}");
              });
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyServiceTaskDelegatesToABean(Model model) {
      assertThat(model.all(ServiceTask.class))
          .allSatisfy(
              task ->
                  assertThat(task.getCamundaDelegateExpression())
                      .as(task.getId())
                      .isNotNull()
                      .matches(BEAN));
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void conditionsAskOneThing(Model model) {
      assertThat(model.all(ConditionExpression.class))
          .allSatisfy(condition -> assertThat(condition.getTextContent()).matches(CONDITION));
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void everyExclusiveChoiceHasADefault(Model model) {
      assertThat(model.all(ExclusiveGateway.class))
          .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
          .allSatisfy(gateway -> assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void aParallelJoinHasOneFlowForEachBranch(Model model) {
      assertThat(model.all(ParallelGateway.class))
          .filteredOn(gateway -> gateway.getIncoming().size() > 1)
          .allSatisfy(
              gateway -> assertThat(gateway.getPreviousNodes().list()).doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @MethodSource("org.duban.workflow.ModelLintTest#models")
    void nothingRunsInTheBackgroundButTheSheet(Model model) {
      assertThat(model.all(FlowNode.class))
          .allSatisfy(
              node -> {
                assertThat(node.isCamundaAsyncBefore()).as(node.getId()).isFalse();
                assertThat(node.isCamundaAsyncAfter()).as(node.getId()).isFalse();
              });
      assertThat(model.all(MultiInstanceLoopCharacteristics.class))
          .allSatisfy(
              loop -> {
                assertThat(loop.isSequential()).isFalse();
                assertThat(loop.isCamundaAsyncBefore()).isFalse();
              });
    }
  }

  @Nested
  class Deciding {

    private final DmnModelInstance policy =
        Dmn.readModelFromFile(PROCESSES.resolve("deadline-policy.dmn").toFile());

    @Test
    void theDecisionHasAChineseNameAndAHistoryTimeToLive() {
      Decision decision = policy.getModelElementById("deadline-policy");
      assertThat(decision.getName()).containsPattern(CHINESE);
      assertThat(decision.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
    }

    @Test
    void everyRuleIsExplainedInChinese() {
      assertThat(policy.getModelElementsByType(Rule.class))
          .isNotEmpty()
          .allSatisfy(
              rule -> {
                assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
                assertThat(rule.getDescription().getTextContent()).containsPattern(CHINESE);
              });
    }

    @Test
    void theTableAsksAndAnswersWhatTheContractNames() {
      DecisionTable table = policy.getModelElementsByType(DecisionTable.class).iterator().next();
      assertThat(table.getInputs())
          .extracting(input -> input.getInputExpression().getText().getTextContent())
          .startsWith("milestoneKind", "workingDays", "waitingFor")
          .endsWith("term", "departmentClass");
      assertThat(table.getOutputs())
          .extracting(output -> output.getName())
          .containsExactly("rung", "light", "level", "notify", "actionRequired");
    }
  }

  private static void assertApart(List<FlowNode> nodes) {
    var seen = new ArrayList<FlowNode>();
    for (FlowNode node : nodes) {
      for (FlowNode other : seen) {
        assertThat(overlap(bounds(node), bounds(other)))
            .as("%s lies on %s", node.getId(), other.getId())
            .isFalse();
      }
      seen.add(node);
    }
  }

  private static Bounds bounds(FlowNode node) {
    return ((BpmnShape) node.getDiagramElement()).getBounds();
  }

  private static boolean overlap(Bounds one, Bounds other) {
    return one.getX() < other.getX() + other.getWidth()
        && other.getX() < one.getX() + one.getWidth()
        && one.getY() < other.getY() + other.getHeight()
        && other.getY() < one.getY() + one.getHeight();
  }

  private static boolean onEdge(Bounds shape, double x, double y) {
    double right = shape.getX() + shape.getWidth();
    double bottom = shape.getY() + shape.getHeight();
    boolean within = x >= shape.getX() && x <= right && y >= shape.getY() && y <= bottom;
    return within && (x == shape.getX() || x == right || y == shape.getY() || y == bottom);
  }

  private static Path form(UserTask task) {
    String prefix = "embedded:deployment:";
    assertThat(task.getCamundaFormKey()).as(task.getId()).startsWith(prefix);
    return PROCESSES.resolve(task.getCamundaFormKey().substring(prefix.length()));
  }

  private static List<String> bound(Path form) {
    try {
      return Pattern.compile("cam-variable-name=\"(\\w+)\"")
          .matcher(Files.readString(form))
          .results()
          .map(found -> found.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> listeners(UserTask task, String event) {
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaTaskListener.class)
        .list()
        .stream()
        .filter(listener -> listener.getCamundaEvent().equals(event))
        .map(CamundaTaskListener::getCamundaDelegateExpression)
        .toList();
  }

  private static List<CamundaInputParameter> inputs(UserTask task) {
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaInputOutput.class)
        .list()
        .stream()
        .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
        .toList();
  }
}
