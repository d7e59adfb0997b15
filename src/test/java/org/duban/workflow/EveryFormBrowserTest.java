package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.evidence.Attachments;
import org.duban.programme.Extensions;
import org.duban.programme.Suspensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form once, filled in and sent by the person it's for. */
@DubanTest
@Tag("browser")
class EveryFormBrowserTest {

  private static final String ITEM = "一、保障食品药品安全";

  private static final Page.GetByTextOptions EXACT_TEXT =
      new Page.GetByTextOptions().setExact(true);

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private Extensions extensions;
  @Autowired private Suspensions suspensions;
  @Autowired private JdbcClient jdbc;

  private Browsers browsers;
  private TasklistPages tasklist;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    browsers = new Browsers(port);
    tasklist = new TasklistPages(browsers);
  }

  @AfterEach
  void closeTheBrowsers() {
    browsers.close();
  }

  private void dispatch(String deadline) {
    dispatch(deadline, "市场监督管理局、行政审批服务局");
  }

  private void dispatch(String deadline, String leads) {
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        新建放心消费示范药店5家。

        完成时限:%s

        牵头部门:%s

        配合部门:财政金融局
        """
            .formatted(deadline, leads));
  }

  @Test
  void aJointReportIsAcknowledgedFiledObjectedToSettledAndClosed() {
    dispatch("2021年6月底");
    Page first = tasklist.of("scjg");
    TasklistPages.claim(first, "签收：" + ITEM);
    Browsers.picture(first, "form-acknowledge");
    TasklistPages.complete(first);
    TasklistPages.claim(first, "反馈进展：" + ITEM);
    report(first, "本局建成3家。", 60, 3);
    Page second = tasklist.of("xzsp");
    TasklistPages.claim(second, "签收：" + ITEM);
    TasklistPages.complete(second);
    TasklistPages.claim(second, "反馈进展：" + ITEM);
    report(second, "许可证全部办结。", 100, 3);

    TasklistPages.claim(first, "汇总反馈：" + ITEM);
    assertThat(first.locator("#narrative").inputValue())
        .isEqualTo("市场监督管理局：本局建成3家。\n行政审批服务局：许可证全部办结。");
    assertThat(first.locator("#actual-1").inputValue()).isEqualTo("3");
    assertThat(first.locator("#percent").inputValue()).isEmpty();
    first.locator("#percent").fill("80");
    Browsers.picture(first, "form-consolidate");
    TasklistPages.complete(first);

    Page support = tasklist.of("czjr");
    TasklistPages.claim(support, "会签：" + ITEM);
    support.locator("#decision").selectOption("OBJECT");
    assertThat(TasklistPages.button(support).isDisabled()).isTrue();
    support.locator("#opinion").fill("补助资金未列。");
    assertThat(support.locator(".duban-facts").innerText())
        .contains("本件会签时限", "2021年5月27日（周四）（还有 5 个工作日）", "节点到期日", "2021年6月30日（周三）");
    Browsers.picture(support, "form-sign-off");
    TasklistPages.complete(support);
    TasklistPages.claim(first, "处理异议：" + ITEM);
    first.locator("#narrative").fill("已补列。");
    Browsers.picture(first, "form-resolve-objection");
    TasklistPages.complete(first);
    TasklistPages.claim(support, "会签：" + ITEM);
    support.locator("#decision").selectOption("AGREE");
    TasklistPages.complete(support);

    Page reviewer = tasklist.of("duban");
    TasklistPages.claim(reviewer, "审核：" + ITEM);
    reviewer.locator("#decision").selectOption("ACCEPT");
    TasklistPages.complete(reviewer);
    TasklistPages.claim(reviewer, "项目销号：" + ITEM);
    reviewer.locator("#decision").selectOption("RETURN");
    assertThat(reviewer.locator("#newDue")).isVisible();
    assertThat(reviewer.locator("#newDue")).hasValue("2021-06-03");
    Browsers.picture(reviewer, "form-close-project-return");
    reviewer.locator("#decision").selectOption("CLOSE");
    assertThat(reviewer.locator("#newDue")).isHidden();
    Browsers.picture(reviewer, "form-close-project");
    TasklistPages.complete(reviewer);
    assertThat(jdbc.sql("select state from project").query(String.class).single())
        .isEqualTo("CLOSED");
  }

  @Test
  void whatWasTypedOutlivesTheWindowAndAReturnedReportIsOfferedAgain() {
    dispatch("2021年6月底", "市场监督管理局");
    Page lead = tasklist.of("scjg");
    TasklistPages.claim(lead, "反馈进展：" + ITEM);
    lead.locator("#narrative").fill("本局建成3家。");
    lead.locator("#percent").fill("60");
    lead.locator("#actual-1").fill("3");
    lead.reload();
    assertThat(lead.locator(".duban-note")).containsText("已恢复上次未提交的内容");
    assertThat(lead.locator("#narrative")).hasValue("本局建成3家。");
    assertThat(lead.locator("#actual-1-compared")).hasText("达到目标的 60%");
    Browsers.picture(lead, "form-draft-restored");
    TasklistPages.complete(lead);
    assertThat(
            lead.evaluate("Object.keys(localStorage).filter(key => key.includes('draft')).length"))
        .isEqualTo(0);

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    office.complete(
        "duban", "Activity_ReviewReport", Map.of("decision", "RETURN", "opinion", "缺少名单。"));
    lead.reload();
    TasklistPages.claim(lead, "反馈进展：" + ITEM);
    assertThat(lead.locator(".duban-context")).containsText("审核退办");
    assertThat(lead.locator(".duban-context")).containsText("缺少名单。");
    lead.getByText("办理经过").click();
    assertThat(lead.locator(".duban-context")).containsText("梁秋实");
    lead.locator(".duban-offer").click();
    assertThat(lead.locator("#narrative")).hasValue("本局建成3家。");
    assertThat(lead.locator("#actual-1")).hasValue("3");
    assertThat(TasklistPages.button(lead)).isEnabled();
    Browsers.picture(lead, "form-returned-report");
    lead.setViewportSize(390, 844);
    Browsers.picture(lead, "form-returned-report-390");
  }

  @Test
  void theOfficeThatReturnsAReportSaysWhetherTheSignaturesStand() {
    dispatch("2021年6月底", "市场监督管理局");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已办。", 60));
    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    Page reviewer = tasklist.of("duban");
    TasklistPages.claim(reviewer, "审核：" + ITEM);
    assertThat(reviewer.locator("#signaturesStand")).isHidden();
    reviewer.locator("#decision").selectOption("RETURN");
    reviewer.locator("#opinion").fill("缺验收单。");
    reviewer.locator("#signaturesStand").selectOption("true");
    Browsers.picture(reviewer, "form-review-return");
    TasklistPages.complete(reviewer);

    office.complete("scjg", "Activity_FileProgressReport", Office.report("附验收单。", 80));

    TasklistPages.claim(reviewer, "审核：" + ITEM);
    assertThat(reviewer.locator(".duban-context")).containsText("同意（沿用第 1 轮）");
    Browsers.picture(reviewer, "form-review-signatures-stand");
  }

  @Test
  void aRequestForMoreTimeWaitsWhileTheClockIsStoppedAndShowsTheDayItMovedTo() {
    dispatch("2021年6月底", "市场监督管理局");
    String milestone = jdbc.sql("select id from milestone").query(String.class).single();
    extensions.request(milestone, "scjg", LocalDate.parse("2021-08-06"), "场地未落实。", "scjg-head");
    suspensions.suspend(milestone, "议定暂缓。", "duban");
    Page reviewer = tasklist.of("duban");
    TasklistPages.claim(reviewer, "延期核签：" + ITEM);
    assertThat(reviewer.locator(".duban-context .duban-note")).containsText("节点已中止计时");
    Browsers.picture(reviewer, "form-endorse-extension-halted");

    office.moveTo("2021-05-27 09:00");
    suspensions.resume(milestone, "继续办理。", "duban");

    reviewer.reload();
    assertThat(reviewer.locator(".duban-context"))
        .containsText("延至 2021年8月6日（周五），因中止计时顺延为 2021年8月13日（周五）");
    Browsers.picture(reviewer, "form-endorse-extension-shifted");
  }

  @Test
  void readersOfEnglishMeetTheFormInEnglish() {
    dispatch("2021年6月底", "市场监督管理局");
    Page lead = browsers.logIn("scjg", "demo", "en-GB");
    lead.navigate(browsers.address("/tasks?milestone=" + milestone()));
    assertThat(lead.locator(".duban-context")).containsText("Waiting for");
    assertThat(lead.locator("label[for=narrative]")).hasText("Progress");
    Browsers.picture(lead, "form-english");
  }

  private String milestone() {
    return URLEncoder.encode(
        jdbc.sql("select id from milestone").query(String.class).single(), StandardCharsets.UTF_8);
  }

  @Test
  void aMissedDeadlineIsExplainedByTheHeadAndInstructedOnByTheLeader() {
    dispatch("2021年6月底");
    office.moveTo("2021-07-05 08:30");

    Page early = tasklist.of("leader");
    TasklistPages.claim(early, "领导批示：" + ITEM);
    assertThat(early.locator(".duban-context")).containsText("市场监督管理局　尚未说明　说明时限 2021年7月");
    assertThat(early.locator(".duban-context")).containsText("目前进展尚未反馈");
    Browsers.picture(early, "form-give-instruction-unexplained");
    early.close();
    Page head = tasklist.of("scjg-head");
    assertThat(head.locator(".task-filter").first()).containsText("待办 · 市场监督管理局");
    assertThat(head.locator(".task-filter .counter").first()).hasText("3");
    assertThat(head.locator("li.task").first()).containsText("说明延误原因：" + ITEM);
    TasklistPages.claim(head, "待办", "说明延误原因：" + ITEM);
    head.locator("#explanation").fill("场地未落实。");
    head.locator("#recoveryDate").fill("2021-07-20");
    Browsers.picture(head, "form-explain-delay");
    TasklistPages.complete(head);
    Page leader = tasklist.of("leader");
    leader.locator(".tasks-list").getByText("领导批示：" + ITEM).first().click();
    Locator shown = leader.locator(".duban-context");
    assertThat(shown).containsText("市场监督管理局　承诺 2021年7月20日（周二） 补救完成");
    assertThat(shown).containsText("场地未落实。");
    assertThat(shown).containsText("行政审批服务局　尚未说明");
    assertThat(shown).containsText("各单位占用天数");
    assertThat(shown).containsText("个工作日，其中逾期后 3 个");
    assertThat(leader.getByText("场地未落实。")).isVisible();
    leader.locator("#instruction").fill("本月内办结。");
    Browsers.picture(leader, "form-give-instruction");
    assertNarrow(leader, "form-give-instruction-390");
    TasklistPages.complete(leader);

    assertThat(jdbc.sql("select recovery_date::text from explanation").query(String.class).single())
        .isEqualTo("2021-07-20");
    assertThat(jdbc.sql("select instruction from instruction").query(String.class).single())
        .isEqualTo("本月内办结。");
  }

  /** On a phone everything is there too, and nothing is wider than the screen. */
  private static void assertNarrow(Page page, String picture) {
    page.setViewportSize(390, 844);
    page.waitForFunction(
        "[...document.querySelectorAll('.duban-context, .duban-context :is(h5, li, table)')].every(one => {"
            + " const box = one.getBoundingClientRect(); return box.left >= 0 && box.right <= 390; })");
    page.locator(".duban-context h5").first().scrollIntoViewIfNeeded();
    Browsers.picture(page, picture);
    page.setViewportSize(1440, 900);
  }

  @Test
  void moreTimeIsAskedForOnItsPageEndorsedByTheOfficeAndGrantedByTheLeader() {
    dispatch("2021年6月底");
    office.complete(
        "xzsp",
        "Activity_FileProgressReport",
        Map.of("narrative", "两家已挂牌。", "percent", 40, "actuals", "{\"1\": 2}"));
    Page head = tasklist.of("scjg-head");
    TasklistPages.claim(head, "反馈进展：" + ITEM);
    Page asking = head.waitForPopup(() -> head.getByText("申请延期", EXACT_TEXT).click());
    asking.locator("#newDue").fill("2021-07-30");
    asking.locator("#reason").fill("场地尚未落实。");
    asking.getByText("提交申请").click();
    asking.getByRole(AriaRole.STATUS).waitFor();
    assertThat(asking.getByRole(AriaRole.STATUS).innerText())
        .isEqualTo("延期申请已提交，待督查室核签。批准前期限仍为 2021-06-30。");

    Page reviewer = tasklist.of("duban");
    TasklistPages.claim(reviewer, "延期核签：" + ITEM);
    assertThat(reviewer.locator(".duban-context").innerText())
        .contains("本次延期申请", "2021年6月30日（周三） 延至 2021年7月30日（周五）", "场地尚未落实。");
    assertProgressIsShown(reviewer);
    reviewer.locator("#decision").selectOption("REFUSE");
    assertThat(TasklistPages.button(reviewer).isDisabled()).isTrue();
    reviewer.locator("#decision").selectOption("APPROVE");
    Browsers.picture(reviewer, "form-endorse-extension");
    TasklistPages.complete(reviewer);
    Page leader = tasklist.of("leader");
    TasklistPages.claim(leader, "延期审批：" + ITEM);
    assertThat(leader.locator(".duban-context").innerText()).contains("督查室核签：同意（周督明）");
    assertProgressIsShown(leader);
    assertNarrow(leader, "form-decide-extension-390");
    leader.locator("#decision").selectOption("APPROVE");
    Browsers.picture(leader, "form-decide-extension");
    TasklistPages.complete(leader);

    assertThat(jdbc.sql("select due::text from milestone").query(String.class).single())
        .isEqualTo("2021-07-30");
  }

  private static void assertProgressIsShown(Page page) {
    assertThat(page.getByText("目前进展")).isVisible();
    assertThat(page.locator(".duban-context")).containsText("行政审批服务局　反馈　完成 40%");
    assertThat(page.getByText("两家已挂牌。").first()).isVisible();
    assertThat(page.locator(".duban-figures").first()).containsText("达到目标的 40%");
    assertThat(page.getByText("各单位占用天数")).isVisible();
  }

  @Test
  void theOfficeEndsALongTermProject() {
    dispatch("长期坚持");
    Page office = tasklist.of("duban");
    TasklistPages.claim(office, "决定终止长期坚持：" + ITEM);
    office.locator("#decision").selectOption("END");
    Browsers.picture(office, "form-end-rhythm");
    TasklistPages.complete(office);

    assertThat(jdbc.sql("select state from milestone").query(String.class).single())
        .isEqualTo("CLOSED");
  }

  @Test
  void nothingIsCompletedWhileAFileIsOnItsWayAndWhatDidNotArriveIsSaid() throws IOException {
    dispatch("2021年6月底", "市场监督管理局");
    Page lead = tasklist.of("scjg");
    List<Route> held = new CopyOnWriteArrayList<>();
    lead.route(
        "**/evidence",
        route -> {
          if (route.request().method().equals("POST")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    TasklistPages.claim(lead, "反馈进展：" + ITEM);
    lead.locator("#narrative").fill("建成5家。");
    lead.locator("#percent").fill("100");
    assertThat(TasklistPages.button(lead)).isEnabled();
    FilePayload file = new FilePayload("现场.png", "image/png", Attachments.png());

    lead.locator("#duban-evidence-file").setInputFiles(file);
    assertThat(lead.locator(".duban-sending")).containsText("正在上传 现场.png，传完后才能点“完成”");
    assertThat(TasklistPages.button(lead)).isDisabled();
    Browsers.picture(lead, "form-uploading");
    held.remove(0).abort();
    assertThat(lead.locator(".duban-evidence [role=alert]")).containsText("没有传上去：现场.png：连接中断");
    assertThat(TasklistPages.button(lead)).isEnabled();
    Browsers.picture(lead, "form-upload-failed");

    lead.locator("#duban-evidence-file").setInputFiles(file);
    assertThat(TasklistPages.button(lead)).isDisabled();
    held.remove(0).resume();
    assertThat(lead.locator(".duban-files > li"))
        .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    TasklistPages.complete(lead);
  }

  private static void report(Page page, String narrative, int percent, int actual) {
    page.locator("#narrative").fill(narrative);
    page.locator("#percent").fill(String.valueOf(percent));
    page.locator("#actual-1").fill(String.valueOf(actual));
    TasklistPages.complete(page);
  }
}
