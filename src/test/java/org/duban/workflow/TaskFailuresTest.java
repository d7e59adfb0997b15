package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.duban.DubanTest;
import org.duban.programme.InvalidSubmission;
import org.duban.security.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a person hears when a task can't be done, on every face of the engine's REST API. */
@DubanTest
class TaskFailuresTest {

  private static final String[] FACES = {
    "/engine-rest/", "/engine-rest/engine/default/", "/camunda/api/engine/engine/default/"
  };
  private static final String NARRATIVE = "{\"variables\":{\"narrative\":{\"value\":\"done\"}}}";

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired TaskService tasks;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;

  private String deployment;
  private String user;
  private Visitor member;

  /** Refuses an empty report, and lets two completions meet when asked to. */
  public static class Check implements TaskListener {

    static volatile CyclicBarrier meeting;

    /** How often it still finds the process moved by somebody else. */
    static final AtomicInteger changing = new AtomicInteger();

    @Override
    public void notify(DelegateTask task) {
      if (task.getVariable("broken") != null) {
        throw new IllegalStateException("a fault of the server");
      }
      if (changing.getAndDecrement() > 0) {
        throw new ProcessEngineException(
            "ENGINE-03077 Cannot resolve parent with id '1' of execution '2', perhaps it was deleted in the meantime");
      }
      if (task.getVariable("narrative") == null) {
        throw new InvalidSubmission("进展情况不能为空。");
      }
      CyclicBarrier barrier = meeting;
      if (barrier != null) {
        try {
          barrier.await();
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @BeforeEach
  void deploy() {
    Check.meeting = null;
    Check.changing.set(0);
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                "door-test.bpmn",
                Bpmn.createExecutableProcess("door-test")
                    .camundaHistoryTimeToLive(1)
                    .startEvent()
                    .userTask("report")
                    .camundaCandidateGroups("department-scjg")
                    .camundaTaskListenerClass("complete", Check.class)
                    .userTask("next")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    user = people.newIn("department-scjg");
    people.grant(user, Resources.TASK, "*", Permissions.ALL);
    people.grant(user, Resources.PROCESS_DEFINITION, "*", Permissions.ALL);
    member = Visitor.signedIn(port, user);
    member.with("X-XSRF-TOKEN", member.cookie("XSRF-TOKEN"));
  }

  /** The engine is shared with classes that ask of every model. */
  @AfterEach
  void takeAway() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void refusedSubmissionIsToldInTheListenersSentenceAndTheTaskStaysAsItWas() {
    for (String face : FACES) {
      for (String act : new String[] {"/complete", "/submit-form"}) {
        String task = newTask();
        HttpResponse<String> answer =
            member.post(
                face + "task/" + task + act,
                "{\"variables\":{\"percent\":{\"value\":140,\"type\":\"Integer\"}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/json");
        assertThat(answer.body())
            .contains("\"type\":\"InvalidSubmission\"", "\"message\":\"进展情况不能为空。\"")
            .doesNotContain("Exception", "\\tat ");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(tasks.getVariables(task)).isEmpty();
      }
    }
  }

  @Test
  void taskCompletedBeforeIsAConflict() {
    for (String face : FACES) {
      String task = newTask();
      String complete = face + "task/" + task + "/complete";
      assertThat(member.post(complete, NARRATIVE).statusCode()).isEqualTo(204);
      for (String act : new String[] {"complete", "submit-form", "claim", "assignee", "resolve"}) {
        String body = act.equals("complete") ? NARRATIVE : "{\"userId\":\"" + user + "\"}";
        HttpResponse<String> again = member.post(face + "task/" + task + "/" + act, body);
        assertThat(again.statusCode()).as(act).isEqualTo(409);
        assertThat(again.body()).contains("已经办结");
      }
    }
  }

  @Test
  void taskThatNeverWasIsNotFound() {
    for (String face : FACES) {
      for (String act : new String[] {"complete", "submit-form", "unclaim"}) {
        HttpResponse<String> answer = member.post(face + "task/no-such-task/" + act, "{}");
        assertThat(answer.statusCode()).as(act).isEqualTo(404);
        assertThat(answer.body()).contains("没有这项任务");
      }
    }
  }

  @Test
  void ofTwoWhoCompleteATaskAtOnceOneWinsAndTheOtherHearsOfAConflict() throws Exception {
    for (String face : FACES) {
      String task = newTask();
      Check.meeting = new CyclicBarrier(2);
      Callable<HttpResponse<String>> complete =
          () -> member.post(face + "task/" + task + "/complete", NARRATIVE);
      ExecutorService two = Executors.newFixedThreadPool(2);
      try {
        List<Future<HttpResponse<String>>> answers = two.invokeAll(List.of(complete, complete));
        List<Integer> statuses =
            List.of(answers.get(0).get().statusCode(), answers.get(1).get().statusCode());
        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(answers.get(0).get().body() + answers.get(1).get().body()).contains("已经办结");
      } finally {
        two.shutdownNow();
      }
    }
  }

  @Test
  void whatSomebodyElseMovedAtThatMomentIsTriedOnceMore() {
    for (String face : FACES) {
      String task = newTask();
      Check.changing.set(2);
      assertThat(member.post(face + "task/" + task + "/complete", NARRATIVE).statusCode())
          .isEqualTo(204);
    }
  }

  @Test
  void ofTwoClaimsAtOnceNoneIsAnsweredWithAFaultOfTheServer() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int times = 0; times < 10; times++) {
        String path = "/engine-rest/task/" + newTask() + "/claim";
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> claim =
            () -> {
              together.await();
              return member.post(path, "{\"userId\":\"" + user + "\"}").statusCode();
            };
        for (Future<Integer> status : two.invokeAll(List.of(claim, claim))) {
          assertThat(status.get()).isIn(204, 409);
        }
      }
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void taskClaimedByAnotherIsAConflict() {
    String task = newTask();
    tasks.setAssignee(task, people.newIn("department-scjg"));
    for (String face : FACES) {
      HttpResponse<String> answer =
          member.post(face + "task/" + task + "/claim", "{\"userId\":\"" + user + "\"}");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("已被他人认领");
    }
  }

  @Test
  void suspendedTaskIsAConflict() {
    String task = newTask();
    String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    runtime.suspendProcessInstanceById(instance);
    HttpResponse<String> answer = member.post("/engine-rest/task/" + task + "/complete", NARRATIVE);
    assertThat(answer.statusCode()).isEqualTo(409);
  }

  @Test
  void faultOfTheServerStaysItsOwnAndShowsNoTrace() {
    String task = newTask();
    HttpResponse<String> answer =
        member.post(
            "/engine-rest/task/" + task + "/complete",
            "{\"variables\":{\"broken\":{\"value\":true}}}");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("\\tat ", ".java:");
  }

  @Test
  void successfulAnswerComesThroughUnchanged() {
    HttpResponse<String> answer =
        member.post(
            "/engine-rest/task/" + newTask() + "/complete",
            "{\"withVariablesInReturn\":true,\"variables\":{\"narrative\":{\"value\":\"好\"}}}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"narrative\"", "好");
  }

  private String newTask() {
    String instance = runtime.startProcessInstanceByKey("door-test").getId();
    return tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
  }
}
