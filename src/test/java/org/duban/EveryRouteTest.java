package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.security.TestRoutes;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is sent to whichever route of ours: it is never a server error, and says why in Chinese.
 */
@DubanTest
class EveryRouteTest {

  /**
   * @param chosenBy names of parameters without which another route is meant
   */
  private record Route(String method, String path, Set<String> chosenBy, HandlerMethod handler) {

    boolean page() {
      return !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class);
    }

    boolean takesFile() {
      return List.of(handler.getMethodParameters()).stream()
          .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /**
   * @param type null for none
   */
  private record Body(String type, String content) {}

  private static final String LINE = "\r\n";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Set<RequestMethod> WRITING =
      Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE, RequestMethod.PATCH);

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
  }

  private static Map<String, Body> bodies() {
    Map<String, Body> bodies = new LinkedHashMap<>();
    bodies.put("nothing", new Body(null, null));
    bodies.put("text", new Body("text/plain", "无"));
    bodies.put("html", new Body("text/html", "<p"));
    bodies.put("no json", new Body("application/json", "abc"));
    bodies.put("empty json", new Body("application/json", ""));
    bodies.put("null", new Body("application/json", "null"));
    bodies.put("array", new Body("application/json", "[]"));
    bodies.put("object", new Body("application/json", "{}"));
    bodies.put("twice", new Body("application/json", "{\"reason\":\"a\",\"reason\":\"b\"}"));
    bodies.put(
        "wrong kinds",
        new Body(
            "application/json",
            "{\"reason\":{},\"version\":\"x\",\"draft\":[],\"seen\":3,\"from\":[],\"to\":{},\"newDue\":\"x\","
                + "\"now\":[],\"month\":{},\"every\":[],\"day\":\"x\",\"absent\":[],\"substitute\":{},"
                + "\"foreword\":[]}"));
    bodies.put("xml", new Body("application/xml", "<a"));
    bodies.put("form", new Body("application/x-www-form-urlencoded", "a=b"));
    bodies.put("bytes", new Body("application/octet-stream", "\u0000"));
    bodies.put("no boundary", new Body("multipart/form-data", "x"));
    bodies.put("no type", new Body("nonsense", "x"));
    bodies.put("no parts", parts());
    bodies.put("another part", parts("name=\"other\"", "x"));
    bodies.put("file as text", parts("name=\"file\"", "x"));
    bodies.put("empty file", parts("name=\"file\"; filename=\"a.txt\"", ""));
    bodies.put("file without name", parts("name=\"file\"; filename=\"\"", "x"));
    bodies.put(
        "cut off", new Body("multipart/form-data; boundary=b", "--b" + LINE + "Content-Disp"));
    return bodies;
  }

  private static Body parts(String... headersAndContents) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < headersAndContents.length; i += 2) {
      body.append("--b" + LINE + "Content-Disposition: form-data; ")
          .append(headersAndContents[i])
          .append(LINE + LINE)
          .append(headersAndContents[i + 1])
          .append(LINE);
    }
    return new Body("multipart/form-data; boundary=b", body + "--b--" + LINE);
  }

  @Test
  void nothingSentToAnyWritingRouteIsAServerErrorAndEveryRefusalSaysWhy() throws Exception {
    List<String> wrong = new ArrayList<>();
    List<Route> routes = routes(WRITING);
    for (Route route : routes) {
      for (var body : bodies().entrySet()) {
        for (String user : List.of("duban", "scjg-head")) {
          HttpResponse<String> answer = send(route, user, body.getValue());
          if (answer.statusCode() >= 500 || answer.statusCode() >= 400 && !says(answer)) {
            wrong.add(
                route
                    + " "
                    + body.getKey()
                    + " by "
                    + user
                    + ": "
                    + answer.statusCode()
                    + " "
                    + answer.body().replaceAll("\\s+", " "));
          }
        }
      }
    }
    assertThat(routes).hasSizeGreaterThan(25);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whereverAFileIsTakenItsAbsenceAndItsEndlessNameAreSaidForWhatTheyAre() throws Exception {
    List<Route> uploads =
        routes(Set.of(RequestMethod.POST)).stream().filter(Route::takesFile).toList();
    assertThat(uploads).hasSizeGreaterThanOrEqualTo(7);
    for (Route route : uploads) {
      String user = route.path().matches(".*(work|evidence).*") ? "scjg" : "duban";
      HttpResponse<String> none = send(route, user, parts("name=\"other\"", "x"));
      assertThat(none.statusCode()).as(route + ": " + none.body()).isEqualTo(400);
      assertThat(none.body()).as(route.toString()).contains("没有收到文件");

      HttpResponse<String> longest =
          send(route, user, parts("name=\"file\"; filename=\"" + "名".repeat(3000) + "\"", "x"));
      assertThat(longest.statusCode()).as(route + ": " + longest.body()).isEqualTo(400);
      assertThat(longest.body()).as(route.toString()).contains("文件名太长").doesNotContain("MB");

      String[] many = new String[200];
      for (int i = 0; i < many.length; i += 2) {
        many[i] = "name=\"p" + i + "\"; filename=\"a\"";
        many[i + 1] = "x";
      }
      HttpResponse<String> crowd = send(route, user, parts(many));
      assertThat(crowd.statusCode()).as(route + ": " + crowd.body()).isEqualTo(400);
      assertThat(crowd.body()).as(route.toString()).contains("内容项太多").doesNotContain("MB");
    }
  }

  @Test
  void everyPageAnswersABadParameterWithAPageInChinese() throws Exception {
    int tried = 0;
    for (Route route : routes(Set.of(RequestMethod.GET))) {
      if (!route.page()) {
        continue;
      }
      for (MethodParameter parameter : route.handler().getMethodParameters()) {
        String name = parameter.getParameter().getName();
        for (String bad : badValues(parameter)) {
          if (bad == null && route.chosenBy().contains(name)) {
            continue;
          }
          tried++;
          HttpResponse<String> answer = page(addressed(route.path(), parameter, bad));
          String what = route + " " + name + "=" + bad;
          assertThat(answer.statusCode()).as(what).isEqualTo(400);
          assertThat(answer.headers().firstValue("Content-Type").orElse(""))
              .as(what)
              .startsWith("text/html");
          assertThat(answer.body()).as(what).contains("参数 " + name).doesNotContain("Exception");
        }
      }
    }
    assertThat(tried).isGreaterThan(15);
  }

  /** What can't be right for such a parameter; null for leaving it out. */
  private static List<String> badValues(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    boolean inPath = parameter.hasParameterAnnotation(PathVariable.class);
    if (asked == null && !inPath) {
      return List.of();
    }
    Class<?> type = parameter.getParameterType();
    List<String> bad = new ArrayList<>();
    if (type == LocalDate.class || type == YearMonth.class) {
      bad.add("2021-13-40");
    }
    if (type != String.class && type != List.class && type != MultipartFile.class) {
      bad.add("abc");
    }
    if (parameter.hasParameterAnnotation(jakarta.validation.constraints.Min.class)) {
      bad.add("-7");
    }
    if (asked != null
        && asked.required()
        && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
      bad.add(null);
    }
    return bad;
  }

  private String addressed(String path, MethodParameter parameter, String value) {
    if (parameter.hasParameterAnnotation(PathVariable.class)) {
      return path.replaceAll("\\{[^}]+}", value);
    }
    String query = value == null ? "" : "?" + parameter.getParameter().getName() + "=" + value;
    return path.replaceAll("\\{[^}]+}", "1") + query;
  }

  private static boolean says(HttpResponse<String> answer) {
    return CHINESE.matcher(answer.body()).find();
  }

  private List<Route> routes(Set<RequestMethod> methods) {
    List<Route> routes = new ArrayList<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> one :
        mappings.getHandlerMethods().entrySet()) {
      Class<?> bean = one.getValue().getBeanType();
      if (!bean.getPackageName().startsWith("org.duban") || bean == TestRoutes.class) {
        continue;
      }
      for (RequestMethod method : one.getKey().getMethodsCondition().getMethods()) {
        if (methods.contains(method)) {
          one.getKey()
              .getPatternValues()
              .forEach(path -> routes.add(route(method, path, one.getKey(), one.getValue())));
        }
      }
    }
    routes.sort((a, b) -> a.toString().compareTo(b.toString()));
    return routes;
  }

  private static Route route(
      RequestMethod method, String path, RequestMappingInfo info, HandlerMethod handler) {
    Set<String> chosenBy =
        info.getParamsCondition().getExpressions().stream()
            .map(NameValueExpression::getName)
            .collect(Collectors.toSet());
    return new Route(method.name(), path, chosenBy, handler);
  }

  private HttpResponse<String> send(Route route, String user, Body body) throws Exception {
    HttpRequest.Builder request =
        request(real(route.path()), user)
            .method(
                route.method(),
                body.content() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.content()));
    if (body.type() != null) {
      request.header("Content-Type", body.type());
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> page(String address) throws Exception {
    return client.send(
        request(address, "duban")
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .method(HttpMethod.GET.name(), BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String address, String user) {
    String pair = user + ":demo";
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of what is there, where there is one. */
  private String real(String path) {
    String table = path.replaceFirst("^(/api/v1)?/", "").replaceFirst("s?/.*", "");
    if (table.equals("evidence")) {
      return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }
    if (!Set.of("milestone", "project", "programme", "notification").contains(table)) {
      return path.replaceAll("\\{[^}]+}", "1");
    }
    String id =
        jdbc.sql(
                "select id::text from "
                    + table
                    + (table.equals("milestone")
                        ? " where project_id like '%.13' order by due"
                        : " order by id")
                    + " limit 1")
            .query(String.class)
            .optional()
            .orElse("1");
    return path.replaceAll("\\{[^}]+}", id);
  }
}
