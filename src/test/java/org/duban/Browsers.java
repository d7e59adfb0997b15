package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium that is installed ({@code DUBAN_CHROMIUM}, else the system's, else Playwright's
 * own), with a new session for each person.
 */
public final class Browsers implements AutoCloseable {

  private static final Path PICTURES = Path.of("target/screenshots");

  private final Playwright playwright;
  private final Browser browser;
  private final int port;

  public Browsers(int port) {
    this.port = port;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(options());
    // a busy machine paints late; what never comes fails all the same
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  private static BrowserType.LaunchOptions options() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    Path installed =
        Optional.ofNullable(System.getenv("DUBAN_CHROMIUM"))
            .map(Path::of)
            .orElse(Path.of("/usr/bin/chromium"));
    return Files.exists(installed) ? options.setExecutablePath(installed) : options;
  }

  /** An empty window of a reader of Chinese. */
  public Page window(int width, int height) {
    return window(width, height, "zh-CN");
  }

  private Page window(int width, int height, String locale) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai"));
    // what a failed test can't show any more
    page.onPageError(error -> System.err.println("On " + page.url() + ": " + error));
    page.onRequestFailed(
        request -> System.err.println("Failed: " + request.url() + ": " + request.failure()));
    page.onResponse(
        answer -> {
          if (answer.status() >= 500) {
            System.err.println("Answered " + answer.status() + ": " + answer.url());
          }
        });
    return page;
  }

  /** The person's window after they have logged in. */
  public Page logIn(String user, String password) {
    return logIn(user, password, "zh-CN");
  }

  /** The same in a browser of that language, as {@code en-GB}. */
  public Page logIn(String user, String password, String locale) {
    Page page = window(1440, 900, locale);
    page.navigate(address("/login"));
    page.getByLabel("用户名").fill(user);
    page.getByLabel("密码").fill(password);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  public String address(String path) {
    return "http://localhost:" + port + path;
  }

  /** Nothing runs over the edge, and no text is cut. */
  public static void assertFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility()
                  && !one.matches('.lines, .lines *, .flags ul, .unseen, .wide, input, textarea, select, option, svg *')
                  && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
                  .map((one) => one.outerHTML.slice(0, 120))
                """))
        .isEqualTo(List.of());
  }

  /** Nothing on the page shuts anyone out. */
  public static void assertAccessible(Page page) {
    assertThat(faults(page, "document")).isEqualTo(List.of());
  }

  /**
   * The same for a part of a page of which the rest isn't ours.
   *
   * @param part a selector
   */
  public static void assertAccessible(Page page, String part) {
    assertThat(faults(page, "document.querySelector('" + part + "')")).isEqualTo(List.of());
  }

  private static Object faults(Page page, String where) {
    try (InputStream axe = Browsers.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.evaluate(
        "axe.run("
            + where
            + """
            ).then((result) => result.violations.map((one) =>
              one.id + ': ' + one.nodes.map((node) => node.html.slice(0, 160)).join(' ; ')))
            """);
  }

  /** Kept as {@code target/screenshots/NAME.png}. */
  public static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** The same of the page as a whole, however long. */
  public static void wholePicture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
