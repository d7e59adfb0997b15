package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.duban.Browsers;
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
    try (Browsers browsers = new Browsers(port)) {
      Page page = browsers.window(390, 780);
      page.navigate(browsers.address("/"));
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
}
