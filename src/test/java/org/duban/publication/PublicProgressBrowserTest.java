package org.duban.publication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.duban.workflow.RehearsedYear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Someone who never logged in reads how far the year came. */
@DubanTest
@Tag("browser")
class PublicProgressBrowserTest {

  @LocalServerPort private int port;
  @Autowired private RehearsedYear year;
  @Autowired private Publications publications;
  @Autowired private JdbcClient jdbc;

  private Browsers browsers;

  @BeforeEach
  void theYearIsOpen() {
    publications.open(year.run().id(), "duban");
    browsers = new Browsers(port);
  }

  @AfterEach
  void closeTheBrowser() {
    browsers.close();
    jdbc.sql("delete from publication").update();
    jdbc.sql("delete from trail where what like 'PUBLICATION%'").update();
  }

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void anyoneReadsItOnTheDeskAndOnThePhone(int width) {
    Page page = browsers.window(width, 900);
    page.navigate(browsers.address("/public/progress"));

    assertThat(page.locator("h1")).containsText("重点民生项目清单");
    assertThat(page.locator(".project")).hasCount(22);
    assertThat(page.locator("script")).hasCount(0);
    assertThat(page.context().cookies()).isEmpty();
    page.locator("summary").first().click();
    assertThat(page.locator("details p").first()).isVisible();
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.wholePicture(page, "public-progress-" + width);
  }

  @Test
  void itPrintsAndIsEmptyBeforeAnythingIsOpen() {
    Page page = browsers.window(1440, 900);
    page.navigate(browsers.address("/public/progress"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    Browsers.wholePicture(page, "public-progress-print");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    jdbc.sql("delete from publication").update();

    page.reload();

    assertThat(page.locator("main")).containsText("目前没有公开的清单");
    Browsers.assertFits(page);
    Browsers.assertAccessible(page);
    Browsers.picture(page, "public-progress-empty");
  }
}
