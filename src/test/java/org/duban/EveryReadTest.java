package org.duban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duban.evidence.Attachments;
import org.duban.programme.Programme;
import org.duban.security.Visitor;
import org.duban.workflow.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everything that can be read, read more often than the pool has connections: every route of the
 * API and every page, as the program itself lists them.
 */
@DubanTest
class EveryReadTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局
      """;

  private static final int TIMES = 25;
  private static final List<String> READERS = List.of("duban", "leader", "scjg", "auditor");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Pattern VARIABLE = Pattern.compile("/([^/]+)/\\{[^}]+}");

  private static final Pattern CHOICE = Pattern.compile("\\{[^}:]+:([a-z-]+(?:\\|[a-z-]+)+)}");

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private HikariDataSource database;
  @LocalServerPort private int port;

  /** By the noun that stands before them in a path, or by the name of a parameter. */
  private final Map<String, String> known = new HashMap<>();

  @Test
  void noReadingLeavesAConnectionBehind() {
    openAnOfficeWithOneOfEach();
    List<String> routes = routes();
    assertThat(routes).as("routes to read").hasSizeGreaterThan(40);
    List<Visitor> readers = READERS.stream().map(this::signedIn).toList();
    Map<String, TreeSet<Integer>> answers = new TreeMap<>();
    for (String route : routes) {
      Visitor most = readers.get(0);
      boolean answered = false;
      for (Visitor reader : readers) {
        int status = read(reader, route);
        answers.computeIfAbsent(route, any -> new TreeSet<>()).add(status);
        if (!answered && status < 400) {
          most = reader;
          answered = true;
        }
      }
      for (int n = 1; n < TIMES; n++) {
        answers.get(route).add(read(most, route));
      }
      ConnectionsReturned.check(database, PATIENCE);
    }
    assertThat(answers)
        .as("somebody is told what there is, or that it isn't of that kind")
        .allSatisfy(
            (route, its) -> assertThat(its).anyMatch(status -> status < 400 || status == 409));
    assertThat(database.getHikariPoolMXBean().getIdleConnections())
        .isEqualTo(database.getHikariPoolMXBean().getTotalConnections());
  }

  private static int read(Visitor reader, String route) {
    int status = reader.send("GET", route, null, "Accept", "*/*").statusCode();
    assertThat(status).as(route).isLessThan(500);
    return status;
  }

  @Test
  void whoKeepsAConnectionIsFoundAndNamed() throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.getJdbcUrl());
    config.setUsername(database.getUsername());
    config.setPassword(database.getPassword());
    config.setMaximumPoolSize(1);
    config.setLeakDetectionThreshold(2000);
    try (HikariDataSource small = new HikariDataSource(config);
        Connection kept = small.getConnection()) {
      assertThat(kept.isClosed()).isFalse();
      assertThatThrownBy(() -> ConnectionsReturned.check(small, Duration.ofSeconds(4)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("1 connections were not given back")
          .hasMessageContaining("EveryReadTest.whoKeepsAConnectionIsFoundAndNamed");
    }
  }

  private void openAnOfficeWithOneOfEach() {
    office.openOn("2021-05-20 08:30");
    Programme programme = office.dispatchTheSample();
    office.moveTo("2021-07-01 09:00");
    Map<String, Object> late =
        jdbc.sql(
                """
                select m.id, m.project_id from milestone m join watch w on w.milestone_id = m.id
                join holding h on h.milestone_id = m.id and h.until is null and h.holder = 'scjg'
                where w.light = 'RED' and w.term = 'MILESTONE' limit 1
                """)
            .query()
            .singleRow();
    known.put("programmes", programme.id());
    known.put("projects", (String) late.get("project_id"));
    known.put("project", (String) late.get("project_id"));
    known.put("milestones", (String) late.get("id"));
    known.put("milestone", (String) late.get("id"));
    known.put("id", (String) late.get("id"));
    known.put("month", "2021-06");
    known.put("pages", "1");
    known.put("evidence", evidence((String) late.get("id")));
    known.put("drafts", posted("/api/v1/drafts", MediaType.TEXT_PLAIN, LIST));
    known.put(
        "bulletins",
        posted("/api/v1/bulletins", MediaType.APPLICATION_JSON, "{\"month\": \"2021-06\"}"));
  }

  private Visitor signedIn(String reader) {
    Visitor visitor = Visitor.anonymous(port);
    visitor.logIn(reader, "demo");
    return visitor;
  }

  private String posted(String path, MediaType type, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    return http.withBasicAuth("duban", "demo")
        .postForEntity(path, new HttpEntity<>(body, headers), JsonNode.class)
        .getBody()
        .get("id")
        .asText();
  }

  private String evidence(String milestone) {
    LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add(
        "file",
        new ByteArrayResource(Attachments.pdf()) {
          @Override
          public String getFilename() {
            return "照片.pdf";
          }
        });
    return http.withBasicAuth("scjg", "demo")
        .postForEntity("/api/v1/milestones/" + milestone + "/evidence", form, JsonNode.class)
        .getBody()
        .get("id")
        .asText();
  }

  private List<String> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(one -> ours(one.getValue()) && reads(one.getKey()))
        .flatMap(
            one ->
                one.getKey().getPatternValues().stream()
                    .flatMap(EveryReadTest::choices)
                    .map(pattern -> filled(pattern) + query(one.getKey(), one.getValue())))
        .sorted()
        .toList();
  }

  private static boolean ours(HandlerMethod method) {
    String its = method.getBeanType().getPackageName();
    return its.startsWith("org.duban") || its.startsWith("org.springdoc");
  }

  private static boolean reads(RequestMappingInfo route) {
    return route.getMethodsCondition().isEmpty()
        || route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
  }

  /** A variable that names what it may be stands for each of these. */
  private static Stream<String> choices(String pattern) {
    Matcher choice = CHOICE.matcher(pattern);
    return choice.find()
        ? Stream.of(choice.group(1).split("\\|")).map(one -> choice.replaceFirst(one))
        : Stream.of(pattern);
  }

  private String filled(String pattern) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll(found -> "/" + found.group(1) + "/" + one(found.group(1), pattern));
  }

  /** What it can't do without, and what it takes of what is known. */
  private String query(RequestMappingInfo route, HandlerMethod method) {
    TreeMap<String, String> query = new TreeMap<>();
    for (NameValueExpression<String> needed : route.getParamsCondition().getExpressions()) {
      query.put(needed.getName(), one(needed.getName(), method.toString()));
    }
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
      if (asked != null) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        String name = asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
        boolean needed =
            asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (needed || known.containsKey(name)) {
          query.put(name, one(name, method.toString()));
        }
      }
    }
    List<String> pairs = new ArrayList<>();
    query.forEach((name, value) -> pairs.add(name + "=" + value));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String one(String noun, String where) {
    return Stream.ofNullable(known.get(noun))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("say what this test fills in for " + noun + ": " + where));
  }
}
