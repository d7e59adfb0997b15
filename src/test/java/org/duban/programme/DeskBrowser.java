package org.duban.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.duban.Browsers;

/** A browser at the page where lists are drafted. Pictures of what it shows are kept. */
final class DeskBrowser implements AutoCloseable {

  private final int width;
  private final Browsers browsers;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  DeskBrowser(int port, int width) {
    this.width = width;
    browsers = new Browsers(port);
    page = browsers.window(width, 800);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  /** As if the browser's owner had put this language first. */
  void prefer(String language) {
    page.addInitScript(
        "Object.defineProperty(navigator, 'languages', { get: () => ['" + language + "'] })");
  }

  /** What the browser complained of: errors of scripts, breaches of the content policy. */
  List<String> complaints() {
    return complaints;
  }

  Page signIn(String user) {
    page.navigate(address("/login"));
    page.locator("#username").fill(user);
    page.locator("#password").fill("demo");
    page.keyboard().press("Enter");
    page.waitForURL("**/camunda/app/**");
    complaints.clear();
    return page;
  }

  Response open() {
    return page.navigate(address("/programmes/new"));
  }

  Response open(String path) {
    return page.navigate(address(path));
  }

  String address(String path) {
    return browsers.address(path);
  }

  void paste(String list) {
    page.locator("#text").fill(list);
    page.locator("form.begin button.first").click();
    PlaywrightAssertions.assertThat(page.locator(".summary")).isVisible();
  }

  void tickAllDoubts() {
    Locator boxes = page.locator(".flag input[type=checkbox]");
    for (int i = 0; i < boxes.count(); i++) {
      boxes.nth(i).check();
    }
    PlaywrightAssertions.assertThat(page.locator(".saved")).hasText("已保存");
  }

  /** Nothing runs over the edge, and no text is cut. */
  void assertFits() {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility()
                  && !one.matches('.lines, .lines *, .flags ul, .unseen, input, textarea, select, option')
                  && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
                  .map((one) => one.outerHTML.slice(0, 120))
                """))
        .isEqualTo(List.of());
  }

  void assertAccessible() throws IOException {
    try (InputStream axe = DeskBrowser.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(
            page.evaluate(
                """
                axe.run().then((result) => result.violations.map((one) =>
                  one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' ; ')))
                """))
        .isEqualTo(List.of());
  }

  void picture(String name) {
    Browsers.picture(page, "draft-" + name + "-" + width);
  }

  @Override
  public void close() {
    browsers.close();
  }
}
