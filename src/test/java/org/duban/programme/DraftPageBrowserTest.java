package org.duban.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@DubanTest
@Tag("browser")
class DraftPageBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void aMisspeltNameAndAnImpossibleDateAreCorrectedAndTheListIsRegisteredAndDispatched()
      throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 1440)) {
      Page page = browser.signIn("duban");
      browser.open();
      browser.paste(sampleWithFaults());

      Locator flags = page.locator(".flag");
      assertThat(flags.nth(0)).containsText("市场监督管理居");
      assertThat(flags.nth(1)).containsText("2月30日");
      assertThat(page.locator(".flag.blocks")).hasCount(2);
      assertThat(page.locator(".counts")).containsText("22 项");
      assertThat(page.locator(".counts")).containsText("须改 2 处");
      assertThat(register(page)).isDisabled();
      browser.picture("desk");
      browser.assertAccessible();

      flags.nth(0).getByRole(AriaRole.LINK).click();
      Locator lead = page.getByLabel("牵头部门 1", new Page.GetByLabelOptions().setExact(true));
      assertThat(lead).isFocused();
      assertThat(lead).hasValue("市场监督管理居");
      assertThat(page.locator("mark")).hasText("市场监督管理居");
      browser.picture("field");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("市场监督管理局").setExact(true))
          .click();
      assertThat(page.locator(".flag.blocks")).hasCount(1);

      flags.nth(0).getByRole(AriaRole.LINK).click();
      Locator phrase = page.locator(":focus");
      assertThat(phrase).hasValue(Pattern.compile("2021年2月30日.*"));
      phrase.fill("2021年2月底前完成");
      assertThat(page.locator(".flag.blocks")).hasCount(0);
      assertThat(page.locator("details[open] input[type=date]").last()).hasValue("2021-02-28");
      browser.tickAllDoubts();
      browser.assertAccessible();
      browser.picture("corrected");

      register(page).click();
      assertThat(page.locator("h1")).hasText("已立项");
      assertThat(page.locator("main")).containsText("22 项");
      assertThat(jdbc.sql("select count(*) from project").query(Long.class).single()).isEqualTo(22);
      browser.picture("registered");
      page.getByText("交办各部门").click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .containsText("已交办", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
      assertThat(jdbc.sql("select state from programme").query(String.class).single())
          .isEqualTo("DISPATCHED");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theOfficeFindsThePageFromCockpitAndALeaderIsNotLedThere() {
    try (DeskBrowser browser = new DeskBrowser(port, 1440)) {
      Page page = browser.signIn("duban");
      Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("起草清单"));
      assertThat(link).isVisible();
      browser.picture("cockpit");
      link.click();
      assertThat(page.locator("form.begin")).isVisible();
    }
    try (DeskBrowser browser = new DeskBrowser(port, 1440)) {
      Page page = browser.signIn("leader");
      browser.open("/camunda/app/cockpit/");
      assertThat(page.locator(".duban-draft")).hasAttribute("hidden", "");
    }
  }

  @Test
  void aReloadKeepsWhatWasCorrected() throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 1440)) {
      Page page = browser.signIn("duban");
      browser.open();
      browser.paste(sampleWithFaults());
      page.locator(".flag a").first().click();
      page.locator(":focus").fill("市场监督管理局");
      assertThat(page.locator(".saved")).hasText("已保存");
      assertThat(page.locator(".flag.blocks")).hasCount(1);

      page.reload();
      assertThat(page.locator(".flag.blocks")).hasCount(1);
      page.navigate(browser.address("/programmes/new"));
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("2021年度")))
          .click();

      assertThat(page.locator(".flag.blocks")).hasCount(1);
      assertThat(page.locator(".flag").first()).containsText("2月30日");
    }
  }

  @Test
  void aLineLightsItsFieldsAndAFieldItsPlaceWithTheKeyboardAlone() throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 1440)) {
      Page page = browser.signIn("duban");
      browser.open();
      browser.paste(sampleWithFaults());
      Locator line =
          page.getByRole(AriaRole.OPTION)
              .filter(new Locator.FilterOptions().setHasText("党政办公室、税务局"))
              .first();
      line.focus();
      assertThat(page.locator("summary.lit")).containsText("一");

      page.keyboard().press("Enter");
      assertThat(page.locator(":focus")).hasValue("党政办公室");
      assertThat(page.locator("mark")).hasText("党政办公室");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasValue("税务局");
      assertThat(page.locator("mark")).hasText("税务局");
    }
  }

  @Test
  void doubtsAreTickedOneByOneAndAChapterIsNamedAboveItsItems() throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 390)) {
      Page page = browser.signIn("duban");
      browser.open();
      browser.paste(
          """
          济宁高新区2021年重点工作任务分工
          一、改善养老服务
          1.新建养老站。新建养老站5个,每季度开展活动。
          完成时限:每季度末报告进展
          牵头部门:发展软环境保障局
          2.提高补贴。
          完成时限:2021年12月底
          牵头部门:财政金融局、财政金融局
          二、资助学生
          1.资助大学生90名。
          完成时限:2021年6月底取得阶段性成效
          牵头部门:党政办公室
          """);
      assertThat(page.locator("summary .parents").first()).containsText("改善养老服务");
      assertThat(page.locator(".flag.blocks")).hasCount(0);
      Locator boxes = page.locator(".flag.doubtful input");
      assertThat(boxes).not().hasCount(0);
      assertThat(register(page)).isDisabled();
      browser.picture("doubts");
      browser.assertFits();
      browser.assertAccessible();

      boxes.first().focus();
      page.keyboard().press("Space");
      assertThat(page.locator(".saved")).hasText("已保存");
      assertThat(boxes.first()).isFocused();
      browser.tickAllDoubts();
      assertThat(page.locator(".counts")).containsText("可以立项");
      assertThat(register(page)).isEnabled();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void everythingFitsTheScreen(int width) throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, width)) {
      Page page = browser.signIn("duban");
      browser.open();
      browser.picture("start");
      browser.assertFits();
      browser.assertAccessible();
      browser.paste(sampleWithFaults());
      browser.picture("desk");
      page.locator(".flag a").first().click();
      browser.picture("field");
      browser.assertFits();
      page.getByText("添加事项").click();
      page.getByText("添加量化指标").last().click();
      assertThat(page.locator(".saved")).hasText("已保存");
      browser.picture("added");
      browser.assertFits();
      browser.assertAccessible();
    }
  }

  @Test
  void whatIsNoListIsRefusedWithTheReason() throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 390)) {
      Page page = browser.signIn("duban");
      browser.open();
      page.getByLabel("或粘贴全文").fill("今天天气很好。\n我们去散步。");
      page.getByText("读取").click();

      assertThat(page.getByRole(AriaRole.ALERT)).containsText("不是任务清单");
      browser.picture("refused");
    }
  }

  @Test
  void aDepartmentIsToldThatThePageIsNotForIt() throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 390)) {
      browser.signIn("scjg");
      assertThat(browser.open().status()).isEqualTo(403);
    }
  }

  @Test
  void theBrowsersLanguageDecides() throws IOException {
    try (DeskBrowser browser = new DeskBrowser(port, 1440)) {
      browser.prefer("en-GB");
      Page page = browser.signIn("duban");
      browser.open();
      browser.paste(sampleWithFaults());

      assertThat(page.locator(".counts")).containsText("2 to fix");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      browser.picture("english");
      browser.assertFits();
    }
  }

  private static Locator register(Page page) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("立项").setExact(true));
  }

  static String sample() throws IOException {
    return new ClassPathResource("config/programmes/jining-2021.txt")
        .getContentAsString(StandardCharsets.UTF_8);
  }

  static String sampleWithFaults() throws IOException {
    String sample = sample();
    int thirteen = sample.indexOf("十三、");
    String before = sample.substring(0, thirteen);
    String after = sample.substring(thirteen);
    int sixteen = after.indexOf("十六、");
    return before
        + after.substring(0, sixteen).replaceFirst("牵头部门:市场监督管理局", "牵头部门:市场监督管理居")
        + after.substring(sixteen).replaceFirst("2021年12月底", "2021年2月30日");
  }
}
