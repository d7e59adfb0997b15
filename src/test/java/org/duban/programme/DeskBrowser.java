package org.duban.programme;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
    page.waitForURL(url -> !url.contains("/login"));
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

  void assertFits() {
    Browsers.assertFits(page);
  }

  void assertAccessible() {
    Browsers.assertAccessible(page);
  }

  void picture(String name) {
    Browsers.picture(page, "draft-" + name + "-" + width);
  }

  @Override
  public void close() {
    browsers.close();
  }
}
