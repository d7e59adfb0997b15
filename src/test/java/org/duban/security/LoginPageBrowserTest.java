package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.DubanTest;
import org.duban.workflow.TestPeople;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DubanTest
@Tag("browser")
class LoginPageBrowserTest {

  @LocalServerPort int port;
  @Autowired TestPeople people;

  @Test
  void personSignsInOnANarrowScreenAndArrivesInTasklist() {
    String user = people.newIn("department-scjg");
    Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright.chromium().launch(chromium())) {
      Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 780));
      page.navigate("http://localhost:" + port + "/");
      assertThat(page.url()).endsWith("/login");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);

      page.getByLabel("用户名").fill(user);
      page.getByLabel("密码").fill("wrong");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("用户名或密码不正确");
      assertThat(page.getByLabel("用户名").inputValue()).isEqualTo(user);

      page.getByLabel("密码").fill(TestPeople.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/camunda/app/tasklist/default/**");
      assertThat(page.locator(".account").first().innerText()).isNotBlank();
    }
  }

  private static BrowserType.LaunchOptions chromium() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
    Path installed =
        Optional.ofNullable(System.getenv("DUBAN_CHROMIUM"))
            .map(Path::of)
            .orElse(Path.of("/usr/bin/chromium"));
    return Files.exists(installed) ? options.setExecutablePath(installed) : options;
  }
}
