package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duban.Browsers;
import org.duban.DubanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's four pages, as readers of Chinese and of English meet them. */
@DubanTest
@Tag("browser")
class LanguageBrowserTest {

  private static final Pattern KEY = Pattern.compile("\\b[A-Z]{2,}[A-Z0-9]*_[A-Z0-9_]+\\b");

  private static final LocatorAssertions.ContainsTextOptions AS_READ =
      new LocatorAssertions.ContainsTextOptions().setUseInnerText(true);

  @LocalServerPort private int port;

  private Browsers browsers;

  @BeforeEach
  void openTheBrowser() {
    browsers = new Browsers(port);
  }

  @AfterEach
  void closeTheBrowser() {
    browsers.close();
  }

  @Test
  void readersOfChineseMeetOurNameAndTheirLanguageOnEveryPage() {
    Page handler = browsers.logIn("czjr", "demo");
    inChinese(handler, "tasklist/default/", "请在列表中选择任务");
    inChinese(handler, "welcome/default/", "修改密码");
    inChinese(browsers.logIn("sysadmin", "demo"), "admin/default/#/users", "用户列表");
    inChinese(browsers.logIn("duban", "demo"), "cockpit/default/#/processes", "流程定义已部署");
  }

  @Test
  void readersOfEnglishMeetTheEnginesTexts() {
    Page page = browsers.logIn("czjr", "demo", "en-GB");
    page.navigate(browsers.address("/camunda/app/tasklist/default/"));
    assertThat(page.getByText("Select a task in the list.")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  /**
   * A script that can't be read is a page without its part, and found by waiting for it at best.
   */
  @Test
  void everyScriptOfOursCanBeRead() throws IOException {
    Path served = Path.of("src/main/resources/META-INF/resources");
    List<String> scripts;
    try (Stream<Path> files = Files.walk(served.resolve("duban"))) {
      scripts =
          files
              .filter(file -> file.toString().endsWith(".js"))
              .map(file -> "/" + served.relativize(file).toString().replace('\\', '/'))
              .toList();
    }
    Page page = browsers.logIn("duban", "demo");

    assertThat(scripts).hasSizeGreaterThan(20);
    assertThat(
            scripts.stream()
                .map(
                    script ->
                        page.evaluate(
                            "script => import(script).then(() => '', e => e.name === 'SyntaxError'"
                                + " ? script + ': ' + e.message : '')",
                            script))
                .filter(said -> !"".equals(said)))
        .isEmpty();
  }

  private void inChinese(Page page, String path, String text) {
    page.navigate(browsers.address("/camunda/app/" + path));
    assertThat(page.getByText(text).first()).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    assertThat(page.locator(".brand-name")).hasText("督办 Duban");
    assertThat(page.locator(".ce-eol-banner")).isHidden();
    assertThat(page.locator("body")).not().containsText("Camunda", AS_READ);
    assertThat(page.locator("body")).not().containsText(KEY, AS_READ);
    Browsers.picture(page, "chinese-" + path.replaceAll("/.*", ""));
  }
}
