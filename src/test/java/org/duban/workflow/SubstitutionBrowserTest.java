package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A week's leave, in the browser. */
@DubanTest
@Tag("browser")
class SubstitutionBrowserTest {

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private JdbcClient jdbc;

  private Browsers browsers;

  @BeforeEach
  void dispatchTheSample() {
    office.openOn("2021-05-31 08:30");
    office.dispatchTheSample();
    browsers = new Browsers(port);
  }

  @AfterEach
  void everybodyIsBack() {
    browsers.close();
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void forAWeekAColleagueDoesTheWorkAndTheTrailSaysForWhom() {
    office.moveTo("2021-07-05 09:00");
    Page head = new TasklistPages(browsers).of("scjg-head");
    head.locator("a.duban-substitutions").click();
    assertThat(head.locator("h1")).containsText("请假代办");
    head.getByLabel("代理人").selectOption("scjg");
    head.getByLabel("从").fill("2021-07-05");
    head.getByLabel("到（含当天）").fill("2021-07-11");
    Browsers.assertAccessible(head);
    Browsers.picture(head, "substitution");
    head.getByText("登记", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(head.locator(".told")).containsText("2021-07-05 至 2021-07-11，由");
    head.setViewportSize(390, 800);
    Browsers.assertFits(head);
    Browsers.picture(head, "substitution-390");

    Page substitute = new TasklistPages(browsers).of("scjg");
    TasklistPages.claim(substitute, "需说明延误", "说明延误原因：十三、保障食品药品安全");
    substitute.locator("#explanation").fill("验收材料补正中，负责人休假。");
    substitute.locator("#recoveryDate").fill("2021-07-12");
    TasklistPages.complete(substitute);

    assertThat(
            jdbc.sql(
                    "select who || ' ' || on_behalf_of || ' ' || acting_for from trail where what = 'DELAY_EXPLAINED'")
                .query(String.class)
                .list())
        .containsExactly("scjg scjg scjg-head");
    office.moveTo("2021-07-12 09:00");
    head.reload();
    assertThat(head.locator("table")).containsText("已结束");
    assertThat(office.listsOf("scjg").keySet()).noneMatch(list -> list.contains("负责人"));
  }

  @Test
  void whatCannotBeIsSaidAndWhatWasChosenStays() {
    Page head = new TasklistPages(browsers).of("scjg-head");
    head.navigate(browsers.address("/substitutions"));
    head.getByLabel("代理人").selectOption("scjg-head");
    head.getByLabel("到（含当天）").fill("2021-06-07");
    head.getByText("登记", new Page.GetByTextOptions().setExact(true)).click();

    assertThat(head.locator(".told.refused")).containsText("不能由本人代理本人");
    assertThat(head.getByLabel("到（含当天）")).hasValue("2021-06-07");
    assertThat(jdbc.sql("select count(*) from substitution").query(Long.class).single()).isZero();
  }

  @Test
  void onlyColleaguesAreOfferedAndOutsidersDoNotComeIn() {
    Page head = new TasklistPages(browsers).of("scjg-head");
    head.navigate(browsers.address("/substitutions"));
    assertThat(head.getByLabel("请假人").locator("option")).hasCount(2);
    assertThat(head.getByLabel("代理人").locator("option")).hasCount(3);

    assertThat(Visitor.basic(port, "auditor", "demo").page("/substitutions").statusCode())
        .isEqualTo(403);
  }
}
