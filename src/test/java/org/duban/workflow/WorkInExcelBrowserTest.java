package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.worksheet.SheetPen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way through Excel and back, in the browser. */
@DubanTest
@Tag("browser")
class WorkInExcelBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  private Browsers browsers;

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
  void twoBadRowsComeBackMarkedAndGoInTheSecondTime() throws IOException {
    Page page = new TasklistPages(browsers).of("czjr");
    page.locator("a.duban-work").click();
    assertThat(page.locator("h1")).containsText("Excel 填报");
    assertThat(page.locator("main")).containsText("会签 11 项");
    Browsers.picture(page, "excel");
    SheetPen pen = saved(page.waitForDownload(() -> page.getByText("下载待办任务").click()));
    for (String item : pen.items("会签")) {
      pen.type("会签", item, "会签意见", "同意");
    }
    pen.type("会签", "二、", "会签意见", "看过").type("会签", "三、", "会签意见", "有异议");

    upload(page, pen);

    assertThat(page.locator(".told")).containsText("已提交 9 项，退回 2 项。");
    assertThat(page.locator(".doubt")).hasCount(2);
    Browsers.picture(page, "excel-refused");
    page.setViewportSize(390, 800);
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.picture(page, "excel-refused-390");
    page.setViewportSize(1440, 900);
    SheetPen back = saved(page.waitForDownload(() -> page.getByText("下载退回的表").click()));
    assertThat(back.items("会签")).hasSize(2);
    assertThat(back.read("会签", "二、", 0, "退回原因")).contains("看过");
    back.type("会签", "二、", "会签意见", "同意");
    back.type("会签", "三、", "理由（有异议时必填）", "第三批数量与台账不符。");

    upload(page, back);

    assertThat(page.locator(".told")).containsText("已提交 2 项，退回 0 项。");
    assertThat(page.locator("main")).containsText("目前没有可以填报的任务。");
    Browsers.picture(page, "excel-done");
    assertThat(
            jdbc.sql(
                    "select decision || ' ' || count(*) from sign_off group by decision order by 1")
                .query(String.class)
                .list())
        .containsExactly("AGREE 10", "OBJECT 1");
  }

  private static SheetPen saved(Download download) throws IOException {
    assertThat(download.suggestedFilename()).startsWith("财政金融局 待办任务 2021-05-20").endsWith(".xlsx");
    return new SheetPen(Files.readAllBytes(download.path()));
  }

  private static void upload(Page page, SheetPen pen) {
    page.getByLabel("填好的表（.xlsx）")
        .setInputFiles(
            new FilePayload(
                "填好.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                pen.file()));
    page.getByText("上传并提交").click();
  }
}
