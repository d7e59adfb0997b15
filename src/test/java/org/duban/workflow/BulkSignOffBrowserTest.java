package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department that supports many items signs ten reports with one confirmation. */
@DubanTest
@Tag("browser")
class BulkSignOffBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  private Browsers browsers;
  private int clicks;

  @BeforeEach
  void reportsWait() {
    ElevenReports.waitIn(office);
    browsers = new Browsers(port);
  }

  @AfterEach
  void closeTheBrowsers() {
    browsers.close();
  }

  @Test
  void tenReportsAreSignedInUnderFifteenClicks() {
    Page page = new TasklistPages(browsers).of("czjr");
    click(page.locator("a.duban-sign-offs"));
    assertThat(page.locator("h1")).containsText("批量会签");
    assertThat(page.locator("input[type=checkbox]:checked")).hasCount(10);
    assertThat(page.locator(".doubt")).hasCount(1);
    Browsers.picture(page, "sign-offs");
    inANarrowWindow(page, "sign-offs");
    click(page.locator("button.main"));
    assertThat(page.locator("h1")).hasText("将同意以下 10 项");
    Browsers.picture(page, "sign-offs-confirm");
    inANarrowWindow(page, "sign-offs-confirm");
    click(page.locator("button.main"));

    assertThat(page.locator(".told")).containsText("已同意 10 项。");
    assertThat(page.locator("input[type=checkbox]")).hasCount(1);
    assertThat(clicks).isLessThan(15);
    assertThat(jdbc.sql("select count(*) from sign_off").query(Long.class).single()).isEqualTo(10);
    inANarrowWindow(page, "sign-offs-done");
  }

  @Test
  void theSignOffsOwnDayStandsOnThePageAndOnTheLadder() {
    office.moveTo("2021-05-28 09:00");
    Page page = browsers.logIn("czjr", "demo");
    page.navigate(browsers.address("/sign-offs"));
    assertThat(page.locator("section.choice .facts").first())
        .containsText("会签时限 2021年5月27日（已逾期 1 个工作日）");
    inANarrowWindow(page, "sign-offs-late");
    page.getByText("督办阶梯").first().click();
    assertThat(page.locator("section[aria-labelledby=terms]")).containsText("财政金融局 会签时限");
    Browsers.picture(page, "ladder-terms");
    inANarrowWindow(page, "ladder-terms");
  }

  /** Everyone can read it, on a telephone too. */
  private static void inANarrowWindow(Page page, String name) {
    Browsers.assertAccessible(page);
    page.setViewportSize(390, 800);
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.wholePicture(page, name + "-390");
    page.setViewportSize(1440, 900);
  }

  private void click(Locator where) {
    where.click();
    clicks++;
  }
}
