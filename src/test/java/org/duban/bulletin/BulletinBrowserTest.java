package org.duban.bulletin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The office at its bulletin, in the browser. */
@DubanTest
@Tag("browser")
class BulletinBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;

  private Browsers browsers;

  @BeforeEach
  void julyIsOver() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    office.moveTo("2021-08-05 09:00");
    browsers = new Browsers(port);
  }

  @AfterEach
  void closeTheBrowsers() {
    browsers.close();
  }

  @Test
  void theOfficeDraftsReadsThroughAndReleases() throws IOException {
    Page page = browsers.logIn("duban", "demo");
    page.navigate(browsers.address("/bulletins"));
    assertThat(page.locator("main")).containsText("还没有起草过通报。");
    assertThat(page.getByLabel("月份")).hasValue("2021-07");
    Browsers.assertAccessible(page);
    Browsers.picture(page, "bulletins-none");
    page.getByText("起草通报").click();

    assertThat(page.locator("h1")).hasText("2021年7月通报");
    assertThat(page.locator("main")).containsText("行政审批服务局（牵头）");
    page.locator("textarea").fill("编者按：六月节点尚有滞后，请抓紧。");
    page.getByText("保存").click();
    assertThat(page.locator("textarea")).hasValue("编者按：六月节点尚有滞后，请抓紧。");
    Browsers.assertAccessible(page);
    Browsers.picture(page, "bulletin");
    page.setViewportSize(390, 800);
    Browsers.assertFits(page);
    Browsers.picture(page, "bulletin-390");
    page.setViewportSize(1440, 900);

    page.getByText("发布……").click();
    assertThat(page.locator("main")).containsText("不能再改");
    Browsers.picture(page, "bulletin-release");
    page.getByText("确认发布").click();

    assertThat(page.locator("main")).containsText("2021年8月5日发布");
    assertThat(page.locator("textarea")).hasCount(0);
    Download file = page.waitForDownload(() -> page.getByText("下载 Word 文件").click());
    assertThat(file.suggestedFilename()).isEqualTo("通报 2021-07.docx");
    assertThat(Files.size(file.path())).isPositive();
    page.getByText("各月通报").click();
    assertThat(page.locator("main")).containsText("已发布");
    Browsers.picture(page, "bulletins");
  }

  @Test
  void everyoneElseFindsWhatWasReleasedAndNothingOfADraft() {
    Page office = browsers.logIn("duban", "demo");
    office.navigate(browsers.address("/bulletins"));
    office.getByText("起草通报").click();
    Page reader = browsers.logIn("scjg", "demo");
    reader.navigate(browsers.address("/bulletins"));
    assertThat(reader.locator("main")).containsText("还没有发布过通报。");
    assertThat(reader.getByText("起草通报")).hasCount(0);

    office.getByText("发布……").click();
    office.getByText("确认发布").click();
    assertThat(office.locator("main")).containsText("2021年8月5日发布");
    reader.getByText("通报").first().click();

    assertThat(reader.locator("tbody tr")).containsText("2021年7月");
    assertThat(reader.locator("tbody tr")).containsText("已发布");
    Download file = reader.waitForDownload(() -> reader.getByText("下载 Word 文件").click());
    assertThat(file.suggestedFilename()).isEqualTo("通报 2021-07.docx");
    Browsers.assertAccessible(reader);
    reader.setViewportSize(390, 800);
    Browsers.assertFits(reader);
    Browsers.picture(reader, "bulletins-reader-390");
    String page = office.url().substring(office.url().lastIndexOf("/bulletins"));
    assertThat(reader.navigate(browsers.address(page)).status()).isEqualTo(403);
  }
}
