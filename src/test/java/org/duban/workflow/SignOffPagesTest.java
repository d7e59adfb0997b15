package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.security.Caller;
import org.duban.security.Visitor;
import org.duban.workflow.work.SignOffDesk;
import org.duban.workflow.work.WaitingSignOff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** What the pages of bulk sign-off tell and do for those they are not meant for. */
@DubanTest
class SignOffPagesTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Caller CZJR = new Caller("czjr", Set.of("department-czjr"));
  private static final String TITLE = "建设放心消费药店";

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;
  @Autowired private SignOffDesk desk;
  @Autowired private SpringTemplateEngine templates;

  private List<String> tasks;

  @BeforeEach
  void reportsWait() {
    ElevenReports.waitIn(office);
    tasks =
        office.tasksOf("czjr").stream()
            .filter(task -> task.getTaskDefinitionKey().equals("Activity_SignOff"))
            .map(Task::getId)
            .toList();
  }

  @Test
  void anotherDepartmentTheOfficeAndTheLeaderLearnNothingAndSignNothing() {
    for (String user : List.of("xzsp", "scjg", "duban", "leader")) {
      Visitor visitor = visitor(user);
      String token = token(visitor);

      assertThat(visitor.page("/sign-offs").body()).as(user).doesNotContain(TITLE);
      assertBack(visitor.postForm("/sign-offs", ids(tasks.get(0)), token));
      assertBack(visitor.postForm("/sign-offs/agreed", ids(tasks.get(0)), token));
      assertThat(visitor.page("/sign-offs").body())
          .as(user)
          .contains("已同意 0 项。", "未处理。")
          .doesNotContain(TITLE);
    }
    assertThat(signed()).isZero();
  }

  @Test
  void whatIsNoTaskAndWhatIsSignedAlreadyIsSaidAndTheRestGoesIn() {
    Visitor visitor = visitor("czjr");
    String token = token(visitor);
    office.complete("czjr", taskOf(tasks.get(0)), Map.of("decision", "AGREE"));
    String[] wanted = {tasks.get(0), "none", "\u0000", "' or 1=1", tasks.get(1)};

    HttpResponse<String> asked = visitor.postForm("/sign-offs", ids(wanted), token);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body()).contains("将同意以下 1 项", tasks.get(1)).doesNotContain(tasks.get(0));
    assertBack(visitor.postForm("/sign-offs/agreed", ids(wanted), token));

    assertThat(visitor.page("/sign-offs").body()).contains("已同意 1 项。");
    assertThat(signed()).isEqualTo(2);
    assertBack(visitor.postForm("/sign-offs", "", token));
    assertBack(visitor.postForm("/sign-offs/agreed", "", token));
  }

  @Test
  void nothingIsSignedWithoutATokenOrASession() {
    Visitor visitor = visitor("czjr");

    for (String path : List.of("/sign-offs", "/sign-offs/agreed")) {
      assertThat(visitor.postForm(path, ids(tasks.get(0)), "forged").statusCode()).isEqualTo(403);
      assertThat(Visitor.anonymous(port).postForm(path, ids(tasks.get(0)), "forged").statusCode())
          .isIn(302, 401, 403);
    }
    assertThat(signed()).isZero();
  }

  @Test
  void whatBreaksIsSaidAndTheOthersGoIn() {
    Visitor visitor = visitor("czjr");
    String token = token(visitor);
    String first =
        jdbc.sql(
                "select m.id from milestone m join project p on p.id = m.project_id where p.ordinal = 1")
            .query(String.class)
            .single();
    jdbc.sql(
            """
            create function break_one() returns trigger as 'begin raise exception ''broken''; end' language plpgsql;
            create trigger break_one before insert on sign_off for each row
              when (new.milestone_id = '%s') execute function break_one();
            """
                .formatted(first))
        .update();
    try {
      String form =
          ids(tasks.toArray(String[]::new))
              + tasks.stream()
                  .map(id -> "&item=" + encoded(taskOf(id).getName()))
                  .collect(Collectors.joining());
      assertBack(visitor.postForm("/sign-offs/agreed", form, token));
    } finally {
      jdbc.sql("drop trigger break_one on sign_off; drop function break_one()").update();
    }

    assertThat(visitor.page("/sign-offs").body())
        .contains("已同意 10 项。", TITLE + "第一批", "系统出错，未处理，请稍后再试")
        .doesNotContain("broken");
    assertThat(signed()).isEqualTo(10);
  }

  @Test
  void aListThatIsCutSaysSo() {
    assertThat(rendered(207)).contains("只列出最早到期的 200 项，共 207 项；办完后再打开本页。");
    assertThat(rendered(200)).doesNotContain("只列出");
  }

  private String rendered(long total) {
    var exchange =
        JakartaServletWebApplication.buildApplication(new MockServletContext())
            .buildExchange(new MockHttpServletRequest(), new MockHttpServletResponse());
    List<WaitingSignOff> waiting = desk.among(tasks, CZJR);
    return templates.process(
        "sign-offs",
        new WebContext(
            exchange,
            Locale.CHINA,
            Map.of("waiting", waiting, "listed", SignOffDesk.MOST, "total", total)));
  }

  private Task taskOf(String id) {
    return office.tasksOf("czjr").stream()
        .filter(task -> task.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Visitor visitor(String user) {
    Visitor visitor = Visitor.anonymous(port);
    visitor.logIn(user, "demo");
    return visitor;
  }

  private static String token(Visitor visitor) {
    Matcher token = CSRF.matcher(visitor.page("/sign-offs").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static void assertBack(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(where -> assertThat(where).endsWith("/sign-offs"));
  }

  private static String ids(String... tasks) {
    return Stream.of(tasks).map(id -> "task=" + encoded(id)).collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private long signed() {
    return jdbc.sql("select count(*) from sign_off").query(Long.class).single();
  }
}
