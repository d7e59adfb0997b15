package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.evidence.Attachments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The June report of item 13, in the browser, by everyone who has a part in it. */
@DubanTest
@Tag("browser")
class JuneReportBrowserTest {

  private static final List<String> SUPPORTS = List.of("ga", "zrzy", "sthj", "frhj-cxtc", "frhj");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  private Browsers browsers;
  private TasklistPages tasklist;

  @BeforeEach
  void dispatchTheSample() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    browsers = new Browsers(port);
    tasklist = new TasklistPages(browsers);
  }

  @AfterEach
  void closeTheBrowsers() {
    browsers.close();
  }

  @Test
  void theJuneReportIsFiledWithItsEvidenceSignedReviewedAndClosed() {
    Page lead = tasklist.of("scjg");
    TasklistPages.claim(lead, "反馈进展：十三、保障食品药品安全");
    lead.locator("#narrative").fill("检查农贸市场46家、餐饮单位312家，问题均已整改，冷链监控平台已接入。");
    lead.locator("#percent").fill("60");
    lead.locator("#actual-1").fill("72");
    lead.locator("#duban-evidence-file")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("现场.png", "image/png", Attachments.png()),
              new FilePayload("检查记录.pdf", "application/pdf", Attachments.pdf())
            });
    assertThat(lead.locator(".duban-files > li")).hasCount(2);
    Browsers.assertAccessible(lead, ".duban-form");
    Browsers.picture(lead, "june-report");
    TasklistPages.completeAndLeave(lead);
    assertThat(state()).isEqualTo("SIGN_OFF");

    settleAnObjection();
    for (String support : SUPPORTS) {
      Page signatory = tasklist.of(support);
      TasklistPages.claim(signatory, "会签：十三、保障食品药品安全");
      assertThat(signatory.locator(".duban-context")).containsText("问题均已整改，冷链监控平台已接入。");
      signatory.locator("button[aria-label='查看 现场.png']").click();
      assertThat(signatory.locator(".duban-view img")).isVisible();
      signatory.locator("button[aria-label='查看 检查记录.pdf']").click();
      assertThat(signatory.locator(".duban-view img[alt='检查记录.pdf 第 1 页']")).isVisible();
      signatory.locator("#decision").selectOption("AGREE");
      Browsers.picture(signatory, "sign-off-" + support);
      TasklistPages.completeAndLeave(signatory);
    }
    assertThat(state()).isEqualTo("REVIEW");

    Page reviewer = tasklist.of("duban");
    TasklistPages.claim(reviewer, "审核：十三、保障食品药品安全");
    reviewer.locator("#decision").selectOption("ACCEPT");
    Browsers.picture(reviewer, "review");
    TasklistPages.completeAndLeave(reviewer);
    assertThat(state()).isEqualTo("CLOSED");
    assertThat(
            jdbc.sql(
                    """
                    select who from trail where milestone_id = (select id from milestone where due = '2021-06-30'
                        and project_id like '%.13') order by id
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "scjg",
            "scjg",
            "scjg",
            "ga",
            "scjg",
            "ga",
            "zrzy",
            "sthj",
            "frhj-cxtc",
            "frhj",
            "duban",
            "duban");
  }

  /** The police object, and have the same report before them again once the lead has settled it. */
  private void settleAnObjection() {
    Page signatory = tasklist.of("ga");
    TasklistPages.claim(signatory, "会签：十三、保障食品药品安全");
    signatory.locator("#decision").selectOption("OBJECT");
    signatory.locator("#opinion").fill("联合检查有8家由公安机关牵头，请写明。");
    Browsers.assertAccessible(signatory, ".duban-form");
    Browsers.picture(signatory, "objection");
    TasklistPages.completeAndLeave(signatory);
    Page lead = tasklist.of("scjg");
    TasklistPages.claim(lead, "处理异议：十三、保障食品药品安全");
    assertThat(lead.locator(".duban-context")).containsText("联合检查有8家由公安机关牵头，请写明。");
    lead.locator("#narrative").fill("已写明：其中8家由公安机关牵头检查。");
    Browsers.assertAccessible(lead, ".duban-form");
    Browsers.picture(lead, "resolution");
    TasklistPages.completeAndLeave(lead);
    assertThat(state()).isEqualTo("SIGN_OFF");
  }

  @Test
  void whatIsNotFilledInCannotBeSent() {
    Page lead = tasklist.of("scjg");
    TasklistPages.claim(lead, "反馈进展：十三、保障食品药品安全");

    assertThat(TasklistPages.button(lead)).isDisabled();
    lead.locator("#narrative").fill("进行中。");
    lead.locator("#percent").fill("140");
    assertThat(TasklistPages.button(lead)).isDisabled();
    lead.locator("#percent").fill("40");
    assertThat(TasklistPages.button(lead)).isEnabled();
  }

  @Test
  void cockpitShowsTheInstancesUnderReadableKeysOnADrawnModel() {
    Page manager = browsers.logIn("leader", "demo");
    manager.navigate(browsers.address("/camunda/app/cockpit/default/#/processes"));
    manager.getByText("节点办理").first().click();

    assertThat(manager.locator("svg text", new Page.LocatorOptions().setHasText("反馈进展")).first())
        .isVisible();
    assertThat(manager.getByText("jngxq-2021/13/STAGE/2021-06-30")).isVisible();
    Browsers.picture(manager, "cockpit-milestone");
  }

  @Test
  void aDepartmentFindsItsOwnListAndNoOther() {
    Page support = tasklist.of("zgh");

    assertThat(support.locator(".task-filter .name"))
        .containsText(
            new String[] {"待办 · 总工会", "我认领的", "待反馈 · 总工会", "待会签 · 总工会", "本周到期 · 总工会", "已逾期 · 总工会"});
    assertThat(support.getByText("反馈进展")).hasCount(0);
  }

  @Test
  void aLinkInAMessageOpensTheReadersOwnTaskAfterTheyHaveSignedIn() {
    String milestone =
        jdbc.sql("select id from milestone where due = '2021-06-30' and project_id like '%.13'")
            .query(String.class)
            .single();
    String encoded = URLEncoder.encode(milestone, StandardCharsets.UTF_8);
    String link = browsers.address("/tasks?milestone=" + encoded);
    Page lead = browsers.window(1440, 900);
    lead.navigate(link);
    signIn(lead, "scjg");
    assertThat(lead.locator(".duban-context")).containsText("十三　保障食品药品安全");
    assertThat(lead.locator(".task-details")).containsText("反馈进展");
    Browsers.picture(lead, "link-to-task");

    Page support = browsers.window(1440, 900);
    support.navigate(link);
    signIn(support, "ga");
    assertThat(support).hasURL(browsers.address("/milestones/ladder?id=" + encoded));
  }

  private static void signIn(Page page, String user) {
    page.getByLabel("用户名").fill(user);
    page.getByLabel("密码").fill("demo");
    page.keyboard().press("Enter");
  }

  private String state() {
    return jdbc.sql(
            "select state from milestone where due = '2021-06-30' and project_id like '%.13'")
        .query(String.class)
        .single();
  }
}
