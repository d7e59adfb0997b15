package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's traps that a route leads into, each tried on every face of its REST API. */
@DubanTest
class EngineTrapsTest {

  private static final String[] FACES = {
    "/engine-rest/", "/engine-rest/engine/default/", "/camunda/api/engine/engine/default/"
  };

  @LocalServerPort int port;
  @Autowired TestPeople people;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;
  @Autowired ProcessEngineConfigurationImpl engine;

  @Test
  void nothingIsOpenToTheAnonymous() {
    for (String face : FACES) {
      assertThat(Visitor.anonymous(port).get(face + "task/count").statusCode()).isEqualTo(401);
      assertThat(Visitor.anonymous(port).post(face + "deployment/create", "{}").statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void nobodyDeploysThroughTheRestApi() {
    String admin = people.newIn("camunda-admin", "system-admin", "security-admin");
    people.grant(admin, Resources.DEPLOYMENT, "*", Permissions.ALL);
    long before = repository.createDeploymentQuery().count();
    for (String face : FACES) {
      assertThat(
              member(admin)
                  .send(
                      "POST",
                      face + "deployment/create",
                      "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nd\r\n--x--",
                      "Content-Type",
                      "multipart/form-data; boundary=x")
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void setUpRouteMakesNoAdministrator() {
    String body =
        "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"a\",\"lastName\":\"b\"},"
            + "\"credentials\":{\"password\":\"Probe-Passwort-1!\"}}";
    String route = "/camunda/api/admin/setup/default/user/create";
    assertThat(Visitor.anonymous(port).post(route, body).statusCode()).isEqualTo(401);
    assertThat(member(people.newIn("system-admin")).post(route, body).statusCode()).isEqualTo(403);
    assertThat(people.exists("intruder")).isFalse();
  }

  @Test
  void webappsOwnLoginRouteIsNoDoorBesideOurs() {
    String user = people.newIn("leader");
    String form = "username=" + user + "&password=" + TestPeople.PASSWORD;
    String route = "/camunda/api/admin/auth/user/default/login/tasklist";
    String type = "application/x-www-form-urlencoded";
    assertThat(Visitor.anonymous(port).send("POST", route, form, "Content-Type", type).statusCode())
        .isEqualTo(401);
    assertThat(member(user).send("POST", route, form, "Content-Type", type).statusCode())
        .isEqualTo(403);
  }

  @Test
  void passwordsCannotBeTriedThroughTheRestApi() {
    for (String face : FACES) {
      assertThat(
              member(people.newIn("leader"))
                  .post(face + "identity/verify", "{\"username\":\"a\",\"password\":\"b\"}")
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void commentsAndAttachmentsOfOthersAreNeitherReadNorDeleted() {
    var task = tasks.newTask();
    tasks.saveTask(task);
    String comment = tasks.createComment(task.getId(), null, "secret").getId();
    String attachment = tasks.createAttachment("t", task.getId(), null, "n", "d", "u").getId();
    for (String face : FACES) {
      Visitor member = member(people.newIn("department-scjg"));
      String base = face + "task/" + task.getId();
      for (String route : new String[] {"/comment", "/attachment", "/comment/" + comment}) {
        HttpResponse<String> answer = member.get(base + route);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("secret");
      }
      assertThat(member.send("DELETE", base + "/comment/" + comment, null).statusCode())
          .isEqualTo(403);
      assertThat(member.send("DELETE", base + "/attachment/" + attachment, null).statusCode())
          .isEqualTo(403);
    }
    assertThat(tasks.getTaskComments(task.getId())).hasSize(1);
    assertThat(tasks.getTaskAttachments(task.getId())).hasSize(1);
    tasks.deleteTask(task.getId(), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task | {\"assigneeExpression\":\"${1+1}\"}",
        "task/count | {\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
        "task | {\"orQueries\":[{\"orQueries\":[{\"candidateGroupsExpression\":\"${x}\"}]}]}",
        "task | {\"assignee\\u0045xpression\":\"${1+1}\"}",
        "filter/7/list | {\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}"
      })
  void expressionInAQueryIsRefusedAndNeverEvaluated(String route, String body) {
    for (String face : FACES) {
      HttpResponse<String> answer =
          member(people.newIn("department-scjg")).post(face + route, body);
      assertThat(answer.statusCode()).as(face + route).isEqualTo(400);
      assertThat(answer.body()).contains("不允许使用表达式");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"task?assigneeExpression=x", "task/count?maxResults=1&owner%45xpression=x"})
  void expressionInAnAddressIsRefused(String route) {
    for (String face : FACES) {
      assertThat(member(people.newIn("leader")).get(face + route).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void bodyThatIsNotJsonOrTooLargeIsRefused() {
    Visitor member = member(people.newIn("leader"));
    assertThat(
            member
                .send("POST", "/engine-rest/task", "a=b", "Content-Type", "text/plain")
                .statusCode())
        .isEqualTo(415);
    assertThat(
            member
                .post("/engine-rest/task", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}")
                .statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest//deployment/create",
        "/engine-rest/;x=y/deployment/create",
        "/engine-rest/deployment;x=y/create",
        "/engine-rest;x=y/deployment/create",
        "/engine-rest/%64eployment/create",
        "/engine-rest/task/../deployment/create",
        "/engine-rest/task/%2e%2e/deployment/create",
        "/engine-rest/./deployment/create",
        "/engine-rest/deployment%2fcreate",
        "/engine-rest/deployment/create/",
        "/engine-rest/deployment/create%20",
        "/ENGINE-REST/deployment/create",
        "/engine-rest/Deployment/Create",
        "/engine-rest/engine/default/deployment/create/",
        "//engine-rest/deployment/create",
        "/camunda//api/engine/engine/default/deployment/create",
        "/camunda/api/engine/engine/default//deployment/create",
        "/camunda/api/engine/engine/default;x=y/deployment/create",
        "/camunda/api/engine/%65ngine/default/deployment/create",
        "/camunda/api/engine/engine/default/deployment/create/",
        "/camunda/./api/engine/engine/default/deployment/create",
        "/Camunda/api/engine/engine/default/deployment/create",
        "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin//setup/default/user/create"
      })
  void oddFormOfAPathIsNoWayRound(String path) throws IOException {
    String user = people.newIn("camunda-admin", "system-admin", "security-admin");
    assertThat(statusOfPost(path, user)).as(path).isIn(400, 403, 404);
    assertThat(statusOfPost(path, user)).as(path).isNotEqualTo(500);
  }

  @Test
  void plainPathReachesTheEngineSoThatTheOddFormsAreFairlyTried() throws IOException {
    assertThat(statusOfPost("/engine-rest/task/count", people.newIn("leader"))).isEqualTo(200);
    assertThat(statusOfPost("/engine-rest/task/count/", people.newIn("leader"))).isEqualTo(200);
  }

  @Test
  void restApiShowsEachOnlyTheirOwnTasks() {
    var task = tasks.newTask();
    task.setName("only for the department");
    tasks.saveTask(task);
    String mine = people.newIn("department-scjg");
    tasks.addCandidateGroup(task.getId(), "department-scjg");
    people.grant(mine, Resources.TASK, task.getId(), Permissions.READ);
    for (String face : FACES) {
      String route = face + "task/" + task.getId();
      assertThat(member(mine).get(route).statusCode()).as(route).isEqualTo(200);
      HttpResponse<String> other = member(people.newIn("department-czjr")).get(route);
      assertThat(other.statusCode()).isIn(403, 404);
    }
    tasks.deleteTask(task.getId(), true);
  }

  @Test
  void engineForgetsTheCallerAfterTheRequest() {
    member(people.newIn("leader")).get("/engine-rest/task/count");
    assertThat(engine.getIdentityService().getCurrentAuthentication()).isNull();
  }

  @Test
  void webappsActAsWhomSignedInLast() {
    String first = people.newIn("leader");
    String second = people.newIn("leader");
    Visitor browser = Visitor.signedIn(port, first);
    browser.page("/camunda/app/tasklist/default/");
    assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
        .contains("\"userId\":\"" + first + "\"");
    browser.logIn(second, TestPeople.PASSWORD);
    assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
        .contains("\"userId\":\"" + second + "\"");
  }

  @Test
  void unboundedQueryIsRefused() {
    for (String face : FACES) {
      assertThat(member(people.newIn("leader")).get(face + "task").statusCode()).isEqualTo(400);
      assertThat(member(people.newIn("leader")).get(face + "task?maxResults=15").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void cockpitStillListsTheVersionsOfADefinition() {
    String all = "/camunda/api/engine/engine/default/process-definition";
    Visitor leader = member(people.newIn("leader"));
    assertThat(leader.get(all + "?key=project&sortBy=version&sortOrder=desc").statusCode())
        .isEqualTo(200);
    assertThat(leader.get(all).statusCode()).isEqualTo(200);
  }

  /** A browser's session with its token on every request, as the webapps send it. */
  private Visitor member(String user) {
    Visitor browser = Visitor.signedIn(port, user);
    return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
  }

  /** Over a bare socket, so that no client makes the path proper. */
  private int statusOfPost(String path, String user) throws IOException {
    String pair = user + ":" + TestPeople.PASSWORD;
    String request =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic %s\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
            .formatted(
                path, Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}
