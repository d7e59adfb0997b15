package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAccessPolicyTest {

  private static final String[] FACES = {
    "/engine-rest/", "/engine-rest/engine/default/", "/camunda/api/engine/engine/default/"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task",
        "task/count",
        "task/7/claim",
        "task/7/unclaim",
        "task/7/complete",
        "task/7/submit-form",
        "task/7/resolve",
        "task/7/assignee",
        "filter/7/list",
        "filter/7/count",
        "filter/7/singleResult",
        "process-instance",
        "execution/count",
        "variable-instance",
        "history/task/count",
        "history/activity-instance",
        "task/7/complete/"
      })
  void departmentMayWorkAndAsk(String route) {
    for (String face : FACES) {
      assertThat(allows("POST", face + route, "department-scjg")).as(face + route).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST, deployment/create",
    "POST, deployment/7/redeploy",
    "DELETE, deployment/7",
    "POST, process-definition/7/start",
    "POST, process-definition/key/project/start",
    "POST, process-definition/key/project/submit-form",
    "POST, message",
    "POST, signal",
    "POST, process-instance/7/modification",
    "POST, process-instance/message-async",
    "PUT, process-instance/7/variables/x",
    "POST, process-instance/7/variables",
    "DELETE, process-instance/7",
    "POST, process-instance/delete",
    "PUT, process-instance/suspended",
    "POST, external-task/fetchAndLock",
    "POST, external-task",
    "POST, external-task/7/complete",
    "POST, decision-definition/key/deadline-policy/evaluate",
    "POST, condition",
    "POST, migration/execute",
    "POST, task/create",
    "PUT, task/7",
    "DELETE, task/7",
    "POST, task/7/delegate",
    "POST, task/7/bpmnError",
    "POST, task/7/variables",
    "PUT, task/7/variables/x",
    "POST, task/7/identity-links",
    "POST, task/7/comment/create",
    "DELETE, task/7/comment/1",
    "POST, task/7/attachment/create",
    "GET, task/7/comment",
    "GET, task/7/comment/1",
    "GET, task/7/attachment",
    "GET, task/7/attachment/1/data",
    "HEAD, task/7/attachment/1/data",
    "GET, process-instance/7/comment",
    "GET, task/7/Comment",
    "POST, filter/create",
    "PUT, filter/7",
    "DELETE, filter/7",
    "POST, identity/verify",
    "POST, execution/7/signal",
    "POST, execution/7/messageSubscriptions/m/trigger",
    "POST, history/process-instance/delete",
    "POST, history/cleanup",
    "POST, job/7/execute",
    "PUT, job/7/retries",
    "POST, modification/execute",
    "POST, telemetry/configuration",
    "DELETE, metrics/task-worker",
    "PATCH, task/7",
    "TRACE, task"
  })
  void nobodyMayDoThisFromOutside(String method, String route) {
    for (String face : FACES) {
      assertThat(
              allows(method, face + route, "supervising-office", "system-admin", "security-admin"))
          .as(method + " " + face + route)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /camunda/api/admin/setup/default",
        "POST /camunda/api/admin/setup/default/user/create",
        "POST /camunda/api/admin/auth/user/default/login/admin",
        "POST /camunda/api/admin/auth/user/default/login/tasklist/",
        "POST /camunda/api/tasklist/anything",
        "POST /camunda/app/tasklist/default/"
      })
  void otherDoorsOfTheWebappsAreShut(String request) {
    String[] parts = request.split(" ");
    assertThat(allows(parts[0], parts[1], "system-admin")).isFalse();
  }

  @Test
  void webappsOwnLogoutAndCockpitsQueriesAreOpen() {
    assertThat(allows("POST", "/camunda/api/admin/auth/user/default/logout", "leader")).isTrue();
    assertThat(
            allows(
                "POST",
                "/camunda/api/cockpit/plugin/base/default/process-instance/count",
                "leader"))
        .isTrue();
    assertThat(allows("GET", "/camunda/app/tasklist/default/", "leader")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, user/create",
    "PUT, user/7/profile",
    "PUT, user/7/credentials",
    "POST, user/7/unlock",
    "DELETE, user/7",
    "POST, group/create",
    "PUT, group/leader/members/7",
    "DELETE, group/leader/members/7",
    "PUT, tenant/t/user-members/7"
  })
  void peopleAreTheSystemAdministrators(String method, String route) {
    for (String face : FACES) {
      assertThat(allows(method, face + route, "system-admin")).isTrue();
      assertThat(allows(method, face + route, "security-admin", "supervising-office")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"POST, authorization/create", "PUT, authorization/7", "DELETE, authorization/7"})
  void rightsAreTheSecurityAdministrators(String method, String route) {
    for (String face : FACES) {
      assertThat(allows(method, face + route, "security-admin")).isTrue();
      assertThat(allows(method, face + route, "system-admin", "supervising-office")).isFalse();
    }
  }

  @Test
  void visitorMayNotEvenRead() {
    assertThat(
            EngineAccessPolicy.allows(
                "GET", EngineRoute.of("/engine-rest/task"), new Caller("", Set.of())))
        .isFalse();
  }

  private static boolean allows(String method, String path, String... groups) {
    return EngineAccessPolicy.allows(
        method, EngineRoute.of(path), new Caller("someone", Set.of(groups)));
  }
}
