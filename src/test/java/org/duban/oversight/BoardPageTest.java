package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings.Redirects;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people read on the board and of a project, and what stays shut to them. */
@DubanTest
class BoardPageTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局

      配合部门:财政金融局

      二、修建农村公路。

      新建农村公路8公里。

      完成时限:2021年12月底

      牵头部门:城乡建设和交通局
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void anOfficeWithoutAListReadsThatThereIsNothingYet() {
    assertThat(open("leader", "/board").getBody())
        .contains("还没有登记的事项", "还没有登记的清单", "没有未到期的节点", "没有三级督办的节点", "目前没有在办的节点");
    assertThat(open("leader", "/board/milestones").getBody()).contains("没有符合条件的节点");
  }

  @Test
  void theBoardSaysWhichDepartmentIsBehindInWhichMonth() {
    office.dispatch(LIST);
    office.moveTo("2021-07-02 09:00");

    assertThat(open("leader", "/board").getBody())
        .contains("市场监督管理局6月：到期 1 项，滞后 1 项", "城乡建设和交通局12月：到期 1 项，正常推进 1 项")
        .doesNotContain("null");
  }

  /** Who only supports leads nothing, and can still be what everybody waits for. */
  @Test
  void theHeatMapHasARowForWhoeverHoldsASignOffOrHeldItPastItsDay() {
    office.dispatch(LIST);
    assertThat(supporters("leader")).isEmpty();
    office.moveTo("2021-06-04 09:00");
    office.complete(
        "scjg",
        "Activity_FileProgressReport",
        Map.of("narrative", "已办。", "percent", 100, "actuals", "{\"1\": 5}"));
    assertThat(supporters("leader")).containsExactly("财政金融局 1 0 0 | 财政金融局会签6月：到期 1 件 on_track");

    office.moveTo("2021-06-16 09:00");
    assertThat(supporters("leader"))
        .containsExactly("财政金融局 超时限 2 个工作日 0 0 1 | 财政金融局会签6月：到期 1 件，逾期未会签 1 件 behind");
    assertThat(Jsoup.parse(open("czjr", "/projects/" + project(1)).getBody()).text())
        .contains("2021年6月11日（周五） 红灯 财政金融局 会签时限 已逾期 2 个工作日");
    assertThat(supporters("czjr")).isEqualTo(supporters("leader"));
    assertThat(supporters("cxjs")).isEmpty();
    assertThat(open("leader", "/board/milestones?term=SIGN_OFF&holder=czjr&light=RED").getBody())
        .contains("共 1 项");

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(supporters("leader"))
        .containsExactly("财政金融局 超时限 2 个工作日 0 0 0 | 财政金融局会签6月：到期 1 件，逾期会签 1 件 late");
    office.moveTo("2022-01-04 09:00");
    assertThat(supporters("leader"))
        .as("another year, in which it holds nothing, but the days are told")
        .containsExactly("财政金融局 超时限 2 个工作日 0 0 0 |");
  }

  private List<String> supporters(String reader) {
    return Jsoup.parse(open(reader, "/board").getBody())
        .select(".duban-heat tbody.supports tr:has(td)")
        .stream()
        .map(
            row ->
                row.select("th").text()
                    + " "
                    + String.join(" ", row.select("td.duban-lights a").eachText())
                    + " |"
                    + row.select("td.cell:has(b)").stream()
                        .map(
                            cell ->
                                " "
                                    + cell.selectFirst("b").attr("aria-label")
                                    + " "
                                    + cell.className().replace("cell ", ""))
                        .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void aLeadThatHandedOnWhatWasLateKeepsItsRow() {
    office.dispatch(LIST);
    office.moveTo("2021-07-05 09:00");
    assertThat(
            http.withBasicAuth("duban", "demo")
                .postForEntity(
                    "/api/v1/milestones/" + milestone(1) + "/reassign",
                    Map.of("from", "scjg", "to", "ga", "role", "LEAD", "reason", "职责调整"),
                    String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);

    assertThat(
            Jsoup.parse(open("leader", "/board").getBody())
                .select(".duban-heat tbody:not(.supports) th")
                .eachText())
        .contains("公安分局", "市场监督管理局");
  }

  private String milestone(int ordinal) {
    return jdbc.sql("select min(id) from milestone where project_id = :project")
        .param("project", project(ordinal))
        .query(String.class)
        .single();
  }

  @Test
  void aDepartmentReadsOfItsOwnProjectsOnly() {
    office.dispatch(LIST);
    office.moveTo("2021-07-02 09:00");

    assertThat(open("czjr", "/board").getBody())
        .contains("市场监督管理局6月：到期 1 项")
        .doesNotContain("城乡建设和交通局");
    assertThat(open("czjr", "/board/milestones").getBody())
        .contains("共 1 项", "保障食品药品安全")
        .doesNotContain("农村公路", "流程与进度");
    assertThat(open("xzsp", "/board").getBody()).contains("还没有登记的事项");
    assertThat(open("czjr", "/projects/" + project(1)).getStatusCode()).isEqualTo(HttpStatus.OK);
    ResponseEntity<String> others = open("czjr", "/projects/" + project(2));
    assertThat(others.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(others.getBody()).contains("找不到这个页面或内容").doesNotContain("公路");
  }

  @Test
  void theListBehindAFigureHasWhatTheFigureCounts() {
    office.dispatch(LIST);
    office.moveTo("2021-07-02 09:00");

    assertThat(open("duban", "/board/milestones?lead=scjg&month=2021-06&standing=BEHIND").getBody())
        .contains("市场监督管理局牵头 · 2021年6月到期 · 滞后", "共 1 项", "流程与进度")
        .contains(
            "\"/api/v1/ledger.xlsx?dueBefore=2021-07-01&amp;dueFrom=2021-06-01&amp;lead=scjg&amp;standing=BEHIND\"");
    assertThat(open("duban", "/board/milestones?holder=cxjs&light=GREEN&open=true").getBody())
        .contains("现由城乡建设和交通局办理", "共 1 项", "修建农村公路");
    assertThat(open("duban", "/board/milestones?due=2021-12-31&level=1").getBody())
        .contains("2021年12月31日（周五）到期", "一级督办", "没有符合条件的节点");
    assertThat(open("duban", "/board/milestones?month=June").getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void aProjectTellsItsStoryFromThePublishedSentenceToTheSignOff() {
    office.dispatch(LIST);
    office.moveTo("2021-06-21 09:00");
    office.complete(
        "scjg",
        "Activity_FileProgressReport",
        Map.of("narrative", "5家药店全部建成并授牌。", "percent", 100, "actuals", "{\"1\": 5}"));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "OBJECT", "opinion", "资金未到位。"));

    assertThat(open("leader", "/projects/" + project(1)).getBody())
        .contains("新建放心消费示范药店5家。", "2021年6月底", "目标 5家", "100%")
        .contains("5家药店全部建成并授牌。", "第 1 轮", "会签异议", "资金未到位。", "参加会签", "尚未签收")
        .contains("市场监督管理局（牵头）")
        .doesNotContain("null");
  }

  @Test
  void theWayToTheProcessIsForThoseWhoMaySeeCockpit() {
    office.dispatch(LIST);
    String milestone =
        jdbc.sql("select id from milestone where project_id = :id")
            .param("id", project(1))
            .query(String.class)
            .single();

    ResponseEntity<String> managers = open("duban", "/milestones/instance?id=" + milestone);
    assertThat(managers.getHeaders().getLocation().toString())
        .contains("/camunda/app/cockpit/default/#/process-instance/");
    assertThat(open("scjg", "/milestones/instance?id=" + milestone).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  private ResponseEntity<String> open(String user, String path) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.TEXT_HTML));
    return http.withRequestFactorySettings(
            settings -> settings.withRedirects(Redirects.DONT_FOLLOW))
        .withBasicAuth(user, "demo")
        .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
  }

  private String project(int ordinal) {
    return jdbc.sql("select id from project where ordinal = :ordinal")
        .param("ordinal", ordinal)
        .query(String.class)
        .single();
  }
}
