package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.duban.DubanTest;
import org.duban.workflow.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DubanTest
class DoorsTest {

  @LocalServerPort int port;
  @Autowired TestPeople people;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/programmes",
        "/api/v1/openapi",
        "/engine-rest/engine",
        "/camunda/app/tasklist/",
        "/camunda/api/engine/engine/default/task/count",
        "/camunda/lib/deps.js",
        "/actuator/prometheus",
        "/",
        "/anything-else"
      })
  void nothingIsOpenToWhoDidNotSignIn(String path) {
    HttpResponse<String> answer = Visitor.anonymous(port).get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"title\":\"未登录\"", "\"status\":401");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
  }

  @Test
  void anonymousPostIsAskedToSignInNotForAToken() {
    assertThat(Visitor.anonymous(port).post("/api/v1/programmes", "{}").statusCode())
        .isEqualTo(401);
    assertThat(Visitor.anonymous(port).post("/engine-rest/task/count", "{}").statusCode())
        .isEqualTo(401);
  }

  @Test
  void healthIsPublicButItsDetailsAreNot() {
    HttpResponse<String> health = Visitor.anonymous(port).get("/actuator/health/liveness");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void browserIsNeverAskedForABasicPassword() {
    HttpResponse<String> answer =
        Visitor.anonymous(port).with("Sec-Fetch-Mode", "cors").get("/api/v1/programmes");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void personWhoOpensAPageIsLedToTheLoginPageAndBack() {
    Visitor browser = Visitor.anonymous(port);
    HttpResponse<String> asked = browser.page("/camunda/app/cockpit/default/?x=1");
    assertThat(asked.statusCode()).isEqualTo(302);
    assertThat(asked.headers().firstValue("Location").orElse("")).endsWith("/login");
    HttpResponse<String> done = browser.logIn(people.newIn("department-scjg"), TestPeople.PASSWORD);
    assertThat(done.headers().firstValue("Location").orElse(""))
        .endsWith("/camunda/app/cockpit/default/?x=1");
  }

  @ParameterizedTest
  @CsvSource({
    "department-scjg, /camunda/app/tasklist/",
    "supervising-office, /camunda/app/cockpit/",
    "leader, /board",
    "system-admin, /camunda/app/admin/",
    "security-admin, /camunda/app/admin/",
    "auditor, /camunda/app/welcome/"
  })
  void loginAndFrontPageLeadToWhereTheWorkLies(String group, String home) {
    Visitor browser = Visitor.anonymous(port);
    HttpResponse<String> done = browser.logIn(people.newIn(group), TestPeople.PASSWORD);
    assertThat(done.headers().firstValue("Location").orElse("")).endsWith(home);
    assertThat(browser.page("/").headers().firstValue("Location").orElse("")).endsWith(home);
  }

  @Test
  void loginPageSpeaksChineseFirstAndNamesNoOtherHost() {
    String page = Visitor.anonymous(port).page("/login").body();
    assertThat(page).contains("lang=\"zh-CN\"", "督办", "用户名", "密码", "Sign in");
    assertThat(page.indexOf("登录")).isLessThan(page.indexOf("Sign in"));
    assertThat(page).doesNotContain("http:", "https:");
    assertThat(Visitor.anonymous(port).get("/duban/door.css").statusCode()).isEqualTo(200);
  }

  @Test
  void wrongPasswordShowsASentenceAndKeepsTheNameSafely() {
    HttpResponse<String> refused =
        Visitor.anonymous(port).logIn("<script>alert(1)</script>", "wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body())
        .contains("role=\"alert\"", "用户名或密码不正确", "&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void loginWithoutTheTokenOfThePageIsNoLogin() {
    String user = people.newIn("supervising-office");
    Visitor forged = Visitor.anonymous(port);
    HttpResponse<String> answer =
        forged.postForm("/login", "username=" + user + "&password=" + TestPeople.PASSWORD, "x");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?stale");
    assertThat(forged.get("/api/v1/door-test").statusCode()).isEqualTo(401);
  }

  @Test
  void sessionGetsANewNameAtLogin() {
    Visitor browser = Visitor.anonymous(port);
    browser.page("/login");
    String before = browser.cookie("JSESSIONID");
    browser.logIn(people.newIn("leader"), TestPeople.PASSWORD);
    assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void sessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    String cookie =
        Visitor.anonymous(port).page("/login").headers().allValues("Set-Cookie").stream()
            .filter(value -> value.startsWith("JSESSIONID"))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void sessionChangesNothingWithoutTheToken() {
    Visitor office = Visitor.signedIn(port, people.newIn("supervising-office"));
    String dispatch = "/api/v1/programmes/door-test/dispatch";
    assertThat(office.post(dispatch, "{}").statusCode()).isEqualTo(403);
    assertThat(office.post("/engine-rest/task/count", "{}").statusCode()).isEqualTo(403);
    assertThat(office.post("/logout", "").statusCode()).isEqualTo(403);
    assertThat(office.postWithToken(dispatch, "{}").statusCode()).isEqualTo(200);
    assertThat(office.postWithToken("/engine-rest/task/count", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void programWithBasicNeedsNoToken() {
    Visitor program = Visitor.basic(port, people.newIn("supervising-office"));
    assertThat(program.post("/api/v1/programmes/door-test/dispatch", "{}").statusCode())
        .isEqualTo(200);
    assertThat(program.post("/engine-rest/task/count", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void webappsAndOurPagesTakeTheSameTokenAlsoAfterAnEarlierSession() {
    Visitor browser = Visitor.basic(port, people.newIn("leader"));
    browser.page("/camunda/app/welcome/default/");
    Visitor same = Visitor.anonymous(port);
    same.page("/login");
    for (int session = 0; session < 2; session++) {
      same.logIn(people.newIn("supervising-office"), TestPeople.PASSWORD);
      same.page("/camunda/app/tasklist/default/");
      assertThat(same.cookies("XSRF-TOKEN")).extracting("path").contains("/", "/camunda");
      assertThat(same.cookies("XSRF-TOKEN"))
          .extracting("value")
          .containsOnly(same.cookie("XSRF-TOKEN"));
      String mirror = "/camunda/api/engine/engine/default/task/count";
      assertThat(same.postWithToken(mirror, "{}").statusCode()).isEqualTo(200);
      assertThat(same.postWithToken("/engine-rest/task/count", "{}").statusCode()).isEqualTo(200);
      same.postWithToken("/logout", "");
    }
  }

  @Test
  void logoutEndsTheSession() {
    Visitor browser = Visitor.signedIn(port, people.newIn("leader"));
    assertThat(browser.get("/api/v1/door-test").statusCode()).isEqualTo(200);
    assertThat(browser.postWithToken("/logout", "").headers().firstValue("Location").orElse(""))
        .endsWith("/login?out");
    assertThat(browser.get("/api/v1/door-test").statusCode()).isEqualTo(401);
  }

  @Test
  void logoutInAWebappEndsTheSessionToo() {
    Visitor browser = Visitor.signedIn(port, people.newIn("leader"));
    browser.page("/camunda/app/tasklist/default/");
    String logout = "/camunda/api/admin/auth/user/default/logout";
    assertThat(browser.post(logout, "").statusCode()).isEqualTo(403);
    assertThat(browser.get("/api/v1/door-test").statusCode()).isEqualTo(200);
    assertThat(browser.postWithToken(logout, "").statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/v1/door-test").statusCode()).isEqualTo(401);
    assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode()).isEqualTo(401);
  }

  @Test
  void deletedUserIsOutAtOnce() {
    String user = people.newIn("department-scjg");
    Visitor browser = Visitor.signedIn(port, user);
    String mirror = "/camunda/api/engine/engine/default/task/count";
    for (String path : new String[] {"/api/v1/door-test", "/engine-rest/task/count", mirror}) {
      assertThat(browser.get(path).statusCode()).isEqualTo(200);
    }
    people.delete(user);
    for (String path : new String[] {mirror, "/engine-rest/task/count", "/api/v1/door-test"}) {
      assertThat(browser.get(path).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void whoLosesAGroupLosesItsRightsAtOnce() {
    String user = people.newIn("supervising-office", "department-scjg");
    Visitor browser = Visitor.signedIn(port, user);
    String dispatch = "/api/v1/programmes/door-test/dispatch";
    assertThat(browser.postWithToken(dispatch, "{}").statusCode()).isEqualTo(200);
    people.leave(user, "supervising-office");
    assertThat(browser.postWithToken(dispatch, "{}").statusCode()).isEqualTo(403);
    assertThat(browser.get("/api/v1/door-test").body()).contains("scjg");
    people.leave(user, "department-scjg");
    assertThat(browser.get("/api/v1/door-test").statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNotTheCallersIsAProblemInChinese() {
    HttpResponse<String> answer =
        Visitor.basic(port, people.newIn("department-scjg")).post("/api/v1/door-test", "{}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"title\":\"无权操作\"", "\"instance\":\"/api/v1/door-test\"");
  }

  @Test
  void personOnAPageOfOthersSeesWhoTheyAreAndTheWayBack() {
    String user = people.newIn("department-scjg");
    HttpResponse<String> answer = Visitor.signedIn(port, user).page("/api/v1/audit/door-test");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("无权查看", user);
  }

  @Test
  void routeThatIsNotThereIs404ForWhoIsSignedInAnd401ForOthers() {
    Visitor auditor = Visitor.basic(port, people.newIn("auditor"));
    HttpResponse<String> answer = auditor.get("/api/v1/no-such-thing");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(auditor.post("/api/v1/no-such-thing", "{}").statusCode()).isEqualTo(404);
    assertThat(Visitor.anonymous(port).get("/api/v1/no-such-thing").statusCode()).isEqualTo(401);
  }

  @Test
  void auditIsTheAuditorsAlone() {
    String audit = "/api/v1/audit/door-test";
    assertThat(Visitor.basic(port, people.newIn("auditor")).get(audit).statusCode()).isEqualTo(200);
    for (String group : new String[] {"system-admin", "security-admin", "supervising-office"}) {
      assertThat(Visitor.basic(port, people.newIn(group)).get(audit).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void metricsAreTheSystemAdministratorsAlone() {
    assertThat(
            Visitor.basic(port, people.newIn("system-admin"))
                .send("GET", "/actuator/prometheus", null)
                .statusCode())
        .isNotIn(401, 403);
    assertThat(
            Visitor.basic(port, people.newIn("leader"))
                .send("GET", "/actuator/prometheus", null)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void openApiIsForWhoeverIsSignedIn() {
    assertThat(Visitor.basic(port, people.newIn("auditor")).get("/api/v1/openapi").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersForbidFramingGuessingTypesAndForeignContent() {
    var headers = Visitor.anonymous(port).page("/login").headers();
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
    assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
  }
}
