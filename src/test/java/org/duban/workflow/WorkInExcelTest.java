package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.duban.worksheet.SheetPen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Departments that do their tasks in Excel. */
@DubanTest
class WorkInExcelTest {

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void aDepartmentFindsItsOpenTasksAndNoOthers() {
    office.dispatchTheSample();

    SheetPen scjg = download("scjg");
    assertThat(scjg.sheets()).containsExactly("说明", "签收", "反馈进展");
    assertThat(scjg.items("反馈进展")).containsExactly("十三、保障食品药品安全");
    assertThat(scjg.read("反馈进展", "十三、", 0, "期限")).isEqualTo("2021-06-30");
    assertThat(scjg.read("反馈进展", "十三、", 0, "本单位")).isEqualTo("市场监督管理局");
    assertThat(download("czjr").sheets()).containsExactly("说明");
  }

  @Test
  void goodRowsGoInAndBadOnesComeBackMarkedWithWhatWasTyped() throws IOException {
    ElevenReports.waitIn(office);
    SheetPen pen = download("czjr");
    assertThat(pen.items("会签")).hasSize(11);
    assertThat(pen.read("会签", "一、", 0, "反馈内容")).isEqualTo("5家药店全部建成并授牌。");
    pen.type("会签", "一、", "会签意见", "同意");
    pen.type("会签", "二、", "会签意见", "有异议").type("会签", "二、", "理由（有异议时必填）", "资金未到位");
    pen.type("会签", "三、", "会签意见", "有异议");
    pen.type("会签", "四、", "会签意见", "再议");

    JsonNode result = upload("czjr", pen.file()).getBody();

    assertThat(items(result.get("done"))).containsExactly("一、建设放心消费药店第一批", "二、建设放心消费药店第二批");
    assertThat(items(result.get("refused"))).containsExactly("三、建设放心消费药店第三批", "四、建设放心消费药店第四批");
    assertThat(result.at("/refused/0/reason").asText()).isEqualTo("有异议的理由不能为空。");
    assertThat(result.at("/refused/1/reason").asText()).isEqualTo("“会签意见”应为同意或有异议，收到的是“再议”。");
    assertThat(signed()).containsExactly("czjr AGREE ", "czjr OBJECT 资金未到位");
    SheetPen back = new SheetPen(result.get("file").binaryValue());
    assertThat(back.items("会签")).hasSize(9);
    assertThat(back.read("会签", "三、", 0, "退回原因")).contains("不能为空");
    assertThat(back.read("会签", "四、", 0, "会签意见")).isEqualTo("再议");
    assertThat(back.read("会签", "五、", 0, "退回原因")).isEmpty();

    back.type("会签", "三、", "理由（有异议时必填）", "数量不符").type("会签", "四、", "会签意见", "同意");
    JsonNode second = upload("czjr", back.file()).getBody();
    assertThat(second.get("done")).hasSize(2);
    assertThat(second.get("refused")).isEmpty();
    assertThat(second.get("file").isNull()).isTrue();
  }

  @Test
  void aReportsFiguresAreCheckedLikeTheForms() throws IOException {
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、建设放心消费药店。

        新建放心消费示范药店5家。

        完成时限:2021年6月底

        牵头部门:市场监督管理局
        """);
    SheetPen pen = download("scjg");
    pen.type("反馈进展", "一、", "进展情况", "建成3家。").type("反馈进展", "一、", "完成百分比", 60.5);
    assertThat(reason(upload("scjg", pen.file()))).contains("0 到 100 之间的整数", "60.5");
    pen.type("反馈进展", "一、", "完成百分比", 160);
    assertThat(reason(upload("scjg", pen.file()))).contains("0 到 100 之间");
    pen.type("反馈进展", "一、", "完成百分比", 60).type("反馈进展", "一、", "完成数", "3家");
    assertThat(reason(upload("scjg", pen.file()))).contains("完成数应为数字", "3家");
    pen.type("反馈进展", "一、", "完成数", 3);

    assertThat(upload("scjg", pen.file()).getBody().get("done")).hasSize(1);

    assertThat(
            jdbc.sql("select percent || ' ' || narrative || ' ' || actuals from report")
                .query(String.class)
                .list())
        .containsExactly("60 建成3家。 {\"1\": 3}");
  }

  @Test
  void theSameFileAgainDoesNothingTwice() throws IOException {
    ElevenReports.waitIn(office);
    byte[] file = download("czjr").type("会签", "一、", "会签意见", "同意").file();
    upload("czjr", file);

    JsonNode again = upload("czjr", file).getBody();

    assertThat(again.get("done")).isEmpty();
    assertThat(again.at("/refused/0/reason").asText()).isEqualTo("已经办结、已退回或已撤销，未处理。");
    assertThat(signed()).hasSize(1);
    assertThat(new SheetPen(again.get("file").binaryValue()).items("会签")).hasSize(10);
  }

  @Test
  void whatWentToAnotherDepartmentMeanwhileIsSaidToHaveGoneThere() throws IOException {
    ElevenReports.waitIn(office);
    SheetPen pen = download("czjr");
    String task = pen.task("会签", "一、");
    byte[] file = pen.type("会签", "一、", "会签意见", "同意").file();
    String milestone =
        jdbc.sql("select milestone_id from holding where task_id = :task")
            .param("task", task)
            .query(String.class)
            .single();
    http.withBasicAuth("duban", "demo")
        .postForObject(
            "/api/v1/milestones/" + milestone + "/reassign",
            Map.of("from", "czjr", "to", "sw", "reason", "职责调整"),
            JsonNode.class);

    assertThat(reason(upload("czjr", file))).isEqualTo("这项任务已改由税务局办理，未处理。");
    assertThat(
            http.withBasicAuth("czjr", "demo")
                .postForObject("/engine-rest/task/" + task + "/complete", Map.of(), JsonNode.class)
                .get("message")
                .asText())
        .isEqualTo("这项任务已改由税务局办理,不能再办理。");
    assertThat(signed()).isEmpty();
  }

  @Test
  void anothersTaskIsNeitherDoneNorTold() {
    ElevenReports.waitIn(office);
    SheetPen czjr = download("czjr");
    String foreign = czjr.task("会签", "二、");
    office.dispatchTheSample();
    SheetPen pen = download("scjg");
    pen.forge("反馈进展", "十三、", foreign).type("反馈进展", "十三、", "进展情况", "借用编号。");

    ResponseEntity<JsonNode> answer = upload("scjg", pen.file());

    assertThat(reason(answer)).isEqualTo("不是本部门的任务，未处理。");
    assertThat(answer.getBody().toString()).doesNotContain("药店第二批");
    assertThat(signed()).isEmpty();
  }

  @Test
  void aRowOnTheWrongSheetIsRefused() {
    ElevenReports.waitIn(office);
    office.dispatchTheSample();
    SheetPen pen = download("scjg");
    String report = pen.task("反馈进展", "十三、");
    office.complete(
        "czjr",
        office.tasksOf("czjr").stream()
            .filter(task -> task.getName().contains("：一、"))
            .findFirst()
            .orElseThrow(),
        Map.of("decision", "OBJECT", "opinion", "补助未列。"));
    SheetPen again = download("scjg");
    assertThat(again.read("处理异议", "一、", 0, "异议")).isEqualTo("财政金融局：补助未列。");
    again.forge("处理异议", "一、", report).type("处理异议", "一、", "处理情况", "已列。");

    assertThat(reason(upload("scjg", again.file()))).contains("与所在的表不符");
  }

  @Test
  void whatTheHeadHasClaimedIsNoLongerOffered() {
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、建设放心消费药店。

        新建放心消费示范药店5家。

        完成时限:2021年6月底

        牵头部门:市场监督管理局
        """);
    SheetPen before = download("scjg");
    office.claim("scjg-head", "Activity_FileProgressReport");

    assertThat(download("scjg").sheets()).containsExactly("说明", "签收");
    assertThat(download("scjg-head").sheets()).containsExactly("说明", "签收", "反馈进展");
    before.type("反馈进展", "一、", "进展情况", "建成。").type("反馈进展", "一、", "完成百分比", 100);
    assertThat(reason(upload("scjg", before.file()))).isEqualTo("同事已认领这项任务，未处理。");
  }

  @Test
  void theFirstReportOfTheSameFiguresIsShownWhereTheyAreAskedForAgain() {
    office.dispatchTheSample();
    office.complete(
        "frhj-cxtc",
        four(),
        Map.of("narrative", "医保全覆盖。", "percent", 100, "actuals", "{\"2\": 100, \"3\": 99.5}"));

    SheetPen pen = download("zzb");

    assertThat(pen.read("反馈进展", "十、", 0, "已报"))
        .isEqualTo("100%（四、健全防止返贫动态监测和帮扶机制，发展软环境保障局(城乡统筹发展)，2021-05-20）");
    assertThat(pen.read("反馈进展", "十、", 1, "已报")).startsWith("99.5%（四、");
    assertThat(pen.read("反馈进展", "十、", 2, "已报")).isEmpty();
  }

  @Test
  void whateverIsNoSuchFileIsRefusedWithASentence() {
    ElevenReports.waitIn(office);

    ResponseEntity<JsonNode> answer = upload("czjr", "药店".getBytes());

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(answer.getBody().get("detail").asText()).contains("这不是 Excel 文件");
  }

  @Test
  void onlyDepartmentsWorkInExcel() {
    office.dispatchTheSample();

    for (String other : List.of("duban", "leader", "auditor", "sysadmin")) {
      assertThat(
              Visitor.basic(port, other, "demo")
                  .send("GET", "/api/v1/work.xlsx", null)
                  .statusCode())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(Visitor.anonymous(port).get("/api/v1/work.xlsx").statusCode()).isEqualTo(401);
  }

  private Task four() {
    return office.tasksOf("frhj-cxtc").stream()
        .filter(task -> task.getName().startsWith("反馈进展：四、"))
        .findFirst()
        .orElseThrow();
  }

  private SheetPen download(String user) {
    ResponseEntity<byte[]> answer = as(user).getForEntity("/api/v1/work.xlsx", byte[].class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION)).contains(".xlsx");
    return new SheetPen(answer.getBody());
  }

  private ResponseEntity<JsonNode> upload(String user, byte[] file) {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new ByteArrayResource(file) {
          @Override
          public String getFilename() {
            return "待办.xlsx";
          }
        });
    return as(user)
        .exchange(
            RequestEntity.post("/api/v1/work.xlsx")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form),
            JsonNode.class);
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private static List<String> items(JsonNode rows) {
    return rows.findValuesAsText("item");
  }

  private static String reason(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getBody().get("done")).isEmpty();
    return answer.getBody().at("/refused/0/reason").asText();
  }

  private List<String> signed() {
    return jdbc.sql(
            "select signed_by || ' ' || decision || ' ' || opinion from sign_off order by id")
        .query(String.class)
        .list();
  }
}
