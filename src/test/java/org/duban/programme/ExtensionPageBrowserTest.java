package org.duban.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on which a head asks for more time. */
@DubanTest
@Tag("browser")
class ExtensionPageBrowserTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局
      """;

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void dispatch() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 360})
  void theHeadPicksTheMilestoneAndAsks(int width) throws Exception {
    try (DeskBrowser browser = new DeskBrowser(port, width)) {
      Page page = browser.signIn("scjg-head");
      browser.open("/milestones/extension");
      assertThat(page.locator("h1")).hasText("申请延期");
      browser.assertAccessible();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("一、保障食品药品安全")).click();
      assertThat(page.locator(".facts")).containsText("2021-06-30");
      assertThat(page.locator(".light")).hasText("绿灯");
      page.locator("#newDue").fill("2021-06-01");
      page.locator("#reason").fill("场地尚未落实。");
      button(page);
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("申请的期限 2021-06-01 应晚于现在的期限 2021-06-30。");
      browser.assertAccessible();
      browser.assertFits();
      browser.complaints().removeIf(one -> one.contains("400"));

      page.locator("#newDue").fill("2021-07-30");
      button(page);

      assertThat(page.getByRole(AriaRole.STATUS)).containsText("延期申请已提交");
      assertThat(page.locator(".requests")).containsText("2021-06-30 延至 2021-07-30　待督查室核签");
      assertThat(page.locator("#newDue")).hasCount(0);
      browser.assertAccessible();
      browser.assertFits();
      browser.picture("extension");
      assertThat(browser.complaints()).isEmpty();
    }
    assertThat(
            jdbc.sql("select new_due || reason from extension_request")
                .query(String.class)
                .single())
        .isEqualTo("2021-07-30场地尚未落实。");
  }

  @Test
  void aHandlerIsToldWhoAsks() {
    String id = jdbc.sql("select id from milestone").query(String.class).single();
    try (DeskBrowser browser = new DeskBrowser(port, 1280)) {
      Page page = browser.signIn("scjg");
      browser.open("/milestones/extension?id=" + id);

      assertThat(page.locator("main")).containsText("延期只能由牵头部门的负责人申请。");
      assertThat(page.locator("#newDue")).hasCount(0);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theHeadOfAnotherDepartmentLearnsNothing() {
    String id = jdbc.sql("select id from milestone").query(String.class).single();
    try (DeskBrowser browser = new DeskBrowser(port, 1280)) {
      Page page = browser.signIn("zgh-head");
      browser.open("/milestones/extension?id=" + id);

      assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有编号为");
      assertThat(page.locator("main")).not().containsText("保障食品药品安全");
    }
  }

  private static void button(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交申请")).click();
  }
}
