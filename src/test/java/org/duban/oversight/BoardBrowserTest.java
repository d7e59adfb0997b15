package org.duban.oversight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A leader at the board, on paper, on the desk and on the phone, and in Cockpit. */
@DubanTest
@Tag("browser")
class BoardBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;

  private final List<String> complaints = new ArrayList<>();
  private Browsers browsers;

  @BeforeEach
  void threeJuneDeadlinesWereMissed() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    office.moveTo("2021-06-25 09:00");
    office.tasksOf("scjg").stream()
        .filter(task -> task.getTaskDefinitionKey().equals("Activity_FileProgressReport"))
        .findFirst()
        .ifPresent(
            task ->
                office.complete(
                    "scjg", task, Map.of("narrative", "已建成并授牌。", "percent", 100, "actuals", "{}")));
    office.moveTo("2021-07-08 09:00");
    browsers = new Browsers(port);
  }

  @AfterEach
  void closeTheBrowser() {
    browsers.close();
  }

  private Page logIn(String user, String locale) {
    Page page = browsers.logIn(user, "demo", locale);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void aLeaderStartsAtTheBoardAndReadsItOnTheDeskAndOnThePhone(int width) throws Exception {
    Page page = logIn("leader", "zh-CN");
    page.setViewportSize(width, 900);
    page.navigate(browsers.address("/"));
    assertThat(page).hasURL(Pattern.compile("/board$"));
    assertThat(page.locator("h1")).containsText("责任看板");
    assertThat(page.locator("[data-chart] svg")).hasCount(2);
    assertThat(page.locator(".duban-tiles .red strong").first()).hasText("3");
    int inHand =
        page.locator(".duban-tiles").first().locator("strong").allInnerTexts().stream()
            .limit(3)
            .mapToInt(Integer::parseInt)
            .sum();
    assertThat(inHand).as("the milestones of the 22 projects, but for the rhythms").isEqualTo(24);
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.wholePicture(page, "board-" + width);

    page.locator(".duban-heat .cell.behind a").first().click();
    assertThat(page.locator("h1")).containsText("2021年6月到期");
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.wholePicture(page, "board-milestones-" + width);

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("、")))
        .first()
        .click();
    assertThat(page.locator("blockquote")).not().isEmpty();
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.wholePicture(page, "project-" + width);
    assertThat(complaints).isEmpty();
  }

  @Test
  void theBoardNarrowsToOneDepartmentAndPrints() {
    Page page = logIn("leader", "zh-CN");
    page.getByLabel("牵头部门").selectOption("scjg");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("筛选")).click();

    Locator leads = page.locator(".duban-heat tbody:not(.supports) tr");
    assertThat(leads).hasCount(1);
    assertThat(leads.locator("th")).hasText("市场监督管理局");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".duban-filters")).isHidden();
    assertThat(page.locator(".duban-heat")).isVisible();
    Browsers.wholePicture(page, "board-print");
    assertThat(complaints).isEmpty();
  }

  @Test
  void inCockpitACellLeadsToTheMilestonesAndOnToTheProcessWhichSaysWhoHoldsIt() {
    Page page = logIn("duban", "zh-CN");
    page.navigate(browsers.address("/camunda/app/cockpit/default/#/dashboard"));
    Locator board = page.locator(".dashboard .duban-board");
    assertThat(board.locator(".duban-heat")).isVisible();
    assertThat(
            page.locator(".dashboard header")
                .filter(new Locator.FilterOptions().setHasText("责任看板")))
        .isVisible();
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("台账")))
        .hasAttribute("href", "/api/v1/ledger.xlsx");
    Browsers.picture(page, "cockpit-board");

    board.locator(".cell.behind a").first().click();
    assertThat(page.locator(".duban-page .duban-rows tbody tr")).hasCount(1);
    Browsers.picture(page, "cockpit-milestones");
    String holder = page.locator(".duban-rows tbody td").nth(3).innerText();

    page.getByText("打开流程").click();
    assertThat(page.locator(".duban-holder")).hasText(holder);
    assertThat(page.locator(".duban-held")).containsText("个工作日");
    assertThat(page.locator(".duban-ahead")).containsText("三级督办");
    Browsers.picture(page, "cockpit-responsibility");
    assertThat(complaints).isEmpty();
  }

  @Test
  void anEnglishBrowserReadsTheCardInEnglish() {
    Page page = logIn("leader", "en-GB");
    page.navigate(browsers.address("/camunda/app/cockpit/default/#/dashboard"));
    assertThat(
            page.locator(".dashboard header")
                .filter(new Locator.FilterOptions().setHasText("Who owes what")))
        .isVisible();
    assertThat(page.locator(".duban-board .duban-tiles")).containsText("behind");
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ledger")))
        .isVisible();
    Browsers.picture(page, "cockpit-board-english");
  }
}
