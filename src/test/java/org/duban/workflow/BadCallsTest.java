package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A bad call to the engine is answered as the caller's mistake, in a Chinese sentence, alike on
 * both faces, and changes nothing.
 */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadCallsTest {

  private static final List<String> FACES =
      List.of("/engine-rest/", "/camunda/api/engine/engine/default/");

  private static final List<String> HAND_IN = List.of("complete", "submit-form", "resolve");
  private static final List<String> ASSIGN = List.of("claim", "assignee");

  private static final String DEEP = "[".repeat(3000) + "]".repeat(3000);

  private static final List<String> NO_OBJECTS =
      List.of("", "null", "这不是 JSON", "{", "[]", "\"x\"", "1", "{\"a\":" + DEEP + "}");

  private static final List<String> ODD_USERS =
      List.of("{\"userId\":[]}", "{\"userId\":{}}", "{\"userId\":\"a\\u0000b\"}");

  @LocalServerPort private int port;
  @Autowired private OneOfEachTask each;
  @Autowired private Office office;
  @Autowired private TestPeople people;
  @Autowired private AuthorizationService authorizations;

  private final ObjectMapper json = new ObjectMapper();
  private Map<String, Task> open;
  private final Map<String, Visitor> browsers = new HashMap<>();

  @BeforeAll
  void oneTaskOfEachKindIsOpen() {
    open = each.open();
  }

  @AfterAll
  void nothingStaysOpen() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void malformedBodyChangesNothingWhateverIsDoneWithWhateverTask() {
    Map<String, String> before = each.everything();
    for (Task task : open.values()) {
      Visitor owner = browser(each.whoDoes(task));
      List<String> handedIn = new ArrayList<>(NO_OBJECTS);
      handedIn.addAll(oddVariables("narrative"));
      for (String act : HAND_IN) {
        handedIn.forEach(body -> refused(owner, "task/" + task.getId() + "/" + act, body));
      }
      for (String act : ASSIGN) {
        NO_OBJECTS.forEach(body -> refused(owner, "task/" + task.getId() + "/" + act, body));
        ODD_USERS.forEach(body -> refused(owner, "task/" + task.getId() + "/" + act, body));
      }
    }
    assertThat(each.everything()).isEqualTo(before);
  }

  private static List<String> oddVariables(String name) {
    List<String> bodies = new ArrayList<>(List.of("{\"variables\":[]}", "{\"variables\":\"x\"}"));
    for (String odd :
        List.of(
            "null",
            "\"x\"",
            "[1]",
            "{\"value\":" + "[".repeat(500) + "]".repeat(500) + "}",
            "{\"value\":\"a\\u0000b\"}",
            "{\"value\":{}}",
            "{\"value\":1,\"type\":[]}",
            "{\"value\":1,\"valueInfo\":[]}",
            "{\"value\":1,\"type\":\"Integer\",\"valueInfo\":{\"transient\":\"x\"}}",
            "{\"value\":\"eA==\",\"type\":\"File\",\"valueInfo\":{\"filename\":1}}")) {
      bodies.add("{\"variables\":{\"" + name + "\":" + odd + "}}");
    }
    for (String type :
        List.of("Object", "object", "Bytes", "File", "Xml", "Json", "Number", "Nonsense", "")) {
      for (String value : List.of("\"abc\"", "null", "1.5")) {
        bodies.add(variable(name, value, type));
      }
    }
    for (String type : List.of("Integer", "Short", "Long", "Double", "Boolean", "Date")) {
      bodies.add(variable(name, "\"abc\"", type));
      bodies.add(variable(name, "[1]", type));
    }
    return bodies;
  }

  private static String variable(String name, String value, String type) {
    return "{\"variables\":{\"" + name + "\":{\"value\":" + value + ",\"type\":\"" + type + "\"}}}";
  }

  @Test
  void sentenceSaysWhichValueIsWrong() {
    Task report = open.get("Activity_FileProgressReport");
    Visitor owner = browser(each.whoDoes(report));
    String complete = "task/" + report.getId() + "/complete";

    assertThat(refused(owner, complete, variable("percent", "\"abc\"", "Integer")))
        .isEqualTo("变量“percent”的值“abc”不是整数。");
    assertThat(refused(owner, complete, variable("narrative", "\"x\"", "Object")))
        .isEqualTo("变量“narrative”应为文字、数字或是否。");
    assertThat(refused(owner, complete, "")).isEqualTo("没有收到内容：请以 JSON 对象提交。");
    assertThat(refused(owner, complete, "{\"variables\":[]}"))
        .isEqualTo("请求内容有误：variables 的值不能识别。");
    assertThat(refused(owner, complete, "{")).isEqualTo("请求内容不是有效的 JSON。");
  }

  @Test
  void whoseTaskItIsHearsWhoSeesItAndMayNotDoIt() {
    Task report = open.get("Activity_FileProgressReport");
    String department = each.whoDoes(report).equals("scjg") ? "市场监督管理局" : "财政金融局";
    Map<String, String> before = each.everything();
    for (String user : List.of("duban", "leader")) {
      for (String act : List.of("complete", "submit-form", "resolve", "claim", "assignee")) {
        for (String face : FACES) {
          var answer =
              browser(user)
                  .post(
                      face + "task/" + report.getId() + "/" + act, "{\"userId\":\"" + user + "\"}");
          assertThat(answer.statusCode()).as(act).isEqualTo(403);
          assertThat(sentence(answer)).isEqualTo("这项任务由" + department + "办理，您不能代为办理。");
        }
      }
    }
    assertThat(each.everything()).isEqualTo(before);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String user : List.of("duban", "sysadmin", "scjg")) {
      for (String act : List.of("complete", "submit-form", "resolve", "claim", "assignee")) {
        for (String face : FACES) {
          var answer = browser(user).post(face + "task/no-such-task/" + act, "{}");
          assertThat(answer.statusCode()).as(act).isEqualTo(404);
          assertThat(sentence(answer)).endsWith("。");
        }
      }
    }
  }

  @Test
  void nothingThatIsReadByIdIsAFaultOfTheServerWhenItIsNotThere() {
    Set<String> routes = new TreeSet<>();
    readable(DefaultProcessEngineRestServiceImpl.class, "", routes);
    assertThat(routes).hasSizeGreaterThan(100).contains("task/{id}/deployed-form");
    for (String route : routes) {
      String path = route.replaceAll("\\{[^}]*}", "no-such-thing");
      for (String face : FACES) {
        var answer = browser("duban").send("GET", face + path, null, "Accept", "*/*");
        assertThat(answer.statusCode()).as(path).isLessThan(500);
        if (answer.statusCode() >= 400) {
          assertThat(sentence(answer)).as(path).endsWith("。");
        }
        if (route.matches("(task|process-instance|execution)/\\{id}/.*[vV]ariables.*|.*-form")) {
          assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
      }
    }
  }

  /** Of the REST API's own resources, those that lead to others included. */
  private static void readable(Class<?> resource, String path, Set<String> routes) {
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      List<Class<?>> described = new ArrayList<>(List.of(type.getInterfaces()));
      described.add(type);
      for (Class<?> one : described) {
        for (Method method : one.getDeclaredMethods()) {
          Path own = method.getAnnotation(Path.class);
          String route = own == null ? path : joined(path, own.value());
          if (method.isAnnotationPresent(GET.class)) {
            routes.add(route);
          } else if (own != null && leadsOn(method)) {
            readable(method.getReturnType(), route, routes);
          }
        }
      }
    }
  }

  private static String joined(String path, String more) {
    String plain = more.replaceAll("^/|/$", "");
    return path.isEmpty() || plain.isEmpty() ? path + plain : path + "/" + plain;
  }

  private static boolean leadsOn(Method method) {
    return Arrays.stream(method.getAnnotations())
        .noneMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  @Test
  void queryThatCanNotBeReadIsSaidToBe() {
    Map<String, String> sentences = new HashMap<>();
    sentences.put("task?maxResults=abc", "参数 maxResults 的值不能识别。");
    sentences.put("task?maxResults=5&dueAfter=x", "参数 dueAfter 的值“x”不能识别。");
    sentences.put("task?maxResults=5&sortBy=x", "参数 sortBy 的值“x”不能识别。");
    sentences.put("task", "查询须以 maxResults 限定条数。");
    sentences.put("task?maxResults=5&firstResult=-4", "请求内容有误：有的值过长或超出范围。");
    sentences.put("task?maxResults=5&name=%00", "请求内容含有不能保存的字符。");
    for (String face : FACES) {
      sentences.forEach(
          (query, sentence) -> {
            var answer = browser("duban").get(face + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(sentence(answer)).isEqualTo(sentence);
          });
      var nowhere = browser("duban").get(face + "no-such-route");
      assertThat(nowhere.statusCode()).isEqualTo(404);
      assertThat(sentence(nowhere)).isEqualTo("没有这个地址。");
    }
    for (String query :
        List.of("task", "process-instance", "execution", "variable-instance", "history/task")) {
      for (String body :
          List.of("", "null", "[]", "{\"orQueries\":[null]}", "{\"processVariables\":[{}]}")) {
        refusedOrEmpty(query, body);
      }
    }
  }

  /** A field that one query knows is passed over by another. */
  private void refusedOrEmpty(String query, String body) {
    for (String face : FACES) {
      var answer = browser("duban").post(face + query + "?maxResults=5", body);
      assertThat(answer.statusCode()).as(query + " " + body).isIn(200, 400);
      if (!body.startsWith("{")) {
        assertThat(answer.statusCode()).as(query + " " + body).isEqualTo(400);
      }
      if (answer.statusCode() == 400) {
        assertThat(sentence(answer)).endsWith("。");
      }
    }
  }

  @Test
  void administratorsHearWhatIsWrongWithWhomTheyMake() {
    Visitor admin = browser("sysadmin");
    assertThat(refused(admin, "user/create", person("bad-call", "x")))
        .isEqualTo("密码不符合规则：要够长，含大小写字母、数字和特殊字符，且不含用户名、姓名、邮箱。");
    for (String body :
        List.of(
            "",
            "[]",
            "{}",
            "{\"profile\":{}}",
            person("bad call/*", TestPeople.PASSWORD),
            person("b".repeat(300), TestPeople.PASSWORD),
            person("bad\\u0000call", TestPeople.PASSWORD))) {
      refused(admin, "user/create", body);
    }
    assertThat(people.exists("bad-call")).isFalse();

    for (String body : List.of("", "null", "{}", "{\"id\":\"" + "g".repeat(300) + "\"}")) {
      refused(admin, "group/create", body);
    }
    for (String missing :
        List.of("group/leader/members/nobody", "group/nobody/members/duban", "group/nobody")) {
      for (String face : FACES) {
        var answer =
            admin.send(
                "PUT", face + missing, "{\"id\":\"nobody\"}", "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(missing).isEqualTo(404);
        assertThat(sentence(answer)).isEqualTo("没有这项内容。");
      }
    }
    for (String body : List.of("", "{}", "{\"password\":null}")) {
      refused(admin, "identity/password-policy", body);
    }
  }

  private static String person(String id, String password) {
    return "{\"profile\":{\"id\":\""
        + id
        + "\",\"firstName\":\"a\",\"lastName\":\"b\"},\"credentials\":{\"password\":\""
        + password
        + "\"}}";
  }

  @Test
  void guardsHearWhatIsWrongWithTheRightTheyGive() {
    long before = authorizations.createAuthorizationQuery().count();
    for (String body :
        List.of(
            "",
            "[]",
            "{}",
            "{\"type\":1}",
            "{\"type\":1,\"permissions\":null,\"userId\":\"duban\",\"resourceType\":7}",
            "{\"type\":7,\"permissions\":[\"READ\"],\"userId\":\"duban\",\"resourceType\":7}",
            "{\"type\":1,\"permissions\":[\"X\"],\"userId\":\"duban\",\"resourceType\":7}",
            "{\"type\":1,\"permissions\":[\"READ\"],\"resourceType\":7,\"resourceId\":\"*\"}",
            "{\"type\":1,\"permissions\":[\"READ\"],\"userId\":\"duban\",\"resourceType\":\"x\"}")) {
      refused(browser("secadmin"), "authorization/create", body);
    }
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
  }

  /** On both faces, in the same words. */
  private String refused(Visitor caller, String route, String body) {
    Set<String> sentences = new TreeSet<>();
    for (String face : FACES) {
      var answer = caller.post(face + route, body);
      String what = route + " " + body.substring(0, Math.min(120, body.length()));
      assertThat(answer.statusCode()).as(what + " " + answer.body()).isEqualTo(400);
      assertThat(sentence(answer)).as(what).containsPattern("\\p{IsHan}").endsWith("。");
      sentences.add(sentence(answer));
    }
    assertThat(sentences).hasSize(1);
    return sentences.iterator().next();
  }

  private String sentence(HttpResponse<String> answer) {
    try {
      JsonNode said = json.readTree(answer.body());
      return said.path("message").asText(said.path("detail").asText());
    } catch (JsonProcessingException e) {
      return "no JSON: " + answer.body();
    }
  }

  private Visitor browser(String user) {
    return browsers.computeIfAbsent(
        user,
        id -> {
          Visitor browser = Visitor.anonymous(port);
          browser.logIn(id, "demo");
          return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
        });
  }
}
