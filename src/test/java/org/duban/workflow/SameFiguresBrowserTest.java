package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Items 4 and 10 of the sample promise the same; what was counted for the one serves the other. */
@DubanTest
@Tag("browser")
class SameFiguresBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;

  private Browsers browsers;

  @BeforeEach
  void itemFourIsReported() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    Task four =
        office.tasksOf("frhj-cxtc").stream()
            .filter(task -> task.getName().startsWith("反馈进展：四、"))
            .findFirst()
            .orElseThrow();
    office.complete(
        "frhj-cxtc",
        four,
        Map.of(
            "narrative", "全覆盖。", "percent", 80, "actuals", "{\"2\": 100, \"3\": 99.5, \"4\": 98}"));
    browsers = new Browsers(port);
  }

  @AfterEach
  void closeTheBrowsers() {
    browsers.close();
  }

  @Test
  void whatWasReportedForItemFourFillsItemTenWithOneKey() {
    Page page = new TasklistPages(browsers).of("zzb");
    TasklistPages.claim(page, "反馈进展：十、降低群众看病负担");
    assertThat(page.locator(".duban-offer-same"))
        .hasText("填入“四、健全防止返贫动态监测和帮扶机制”所报的 3 项相同指标（发展软环境保障局(城乡统筹发展)，2021年5月20日（周四））");

    page.locator("#actual-2").fill("97");
    page.locator(".duban-offer-same").focus();
    page.keyboard().press("Enter");

    assertThat(page.locator("#actual-1")).hasValue("100");
    assertThat(page.locator("#actual-2")).hasValue("97");
    assertThat(page.locator("#actual-3")).hasValue("98");
    assertThat(page.locator("#narrative")).hasValue("");
    Browsers.picture(page, "same-figures");
  }

  @Test
  void aReportIsFiledWithTheKeyboardAlone() {
    Page page = new TasklistPages(browsers).of("zzb");
    TasklistPages.claim(page, "反馈进展：十、降低群众看病负担");
    page.locator(".duban-offer-same").focus();
    page.keyboard().press("Enter");
    reach(page, "#narrative");
    page.keyboard().type("三项待遇均已落实到人。");
    reach(page, "#percent");
    page.keyboard().type("98");
    reach(page, ".form-actions .btn-primary");

    page.waitForResponse(
        answer -> answer.url().contains("/submit-form") && answer.status() < 300,
        () -> page.keyboard().press("Enter"));
  }

  /** Goes on with the tabulator until it stands there. */
  private static void reach(Page page, String field) {
    for (int i = 0; i < 30; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(
          page.evaluate("field => document.activeElement.matches(field)", field))) {
        return;
      }
    }
    throw new AssertionError("the tabulator doesn't lead to " + field);
  }
}
