package org.duban.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.duban.DubanTest;
import org.duban.programme.registration.Drafts;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DubanTest
@Tag("browser")
class DraftApprovalBrowserTest {

  private static final Pattern LIST = Pattern.compile("2021年度");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private Drafts drafts;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    FourEyes.require(drafts, true);
  }

  @AfterEach
  void oneIsEnoughAgain() {
    FourEyes.require(drafts, false);
  }

  @Test
  void oneDraftsAnotherReturnsItAndApprovesItTheSecondTime() throws IOException {
    try (DeskBrowser drafters = new DeskBrowser(port, 1440);
        DeskBrowser heads = new DeskBrowser(port, 390)) {
      Page drafter = drafters.signIn("duban");
      drafters.open();
      drafters.paste(DraftPageBrowserTest.sample());
      drafters.tickAllDoubts();
      button(drafter, "提交核准").click();
      assertThat(drafter.locator(".note")).containsText("等待督查室另一人核准");
      assertThat(button(drafter, "核准立项")).hasCount(0);
      assertThat(drafter.getByLabel("清单标题")).not().isEditable();

      Page head = heads.signIn("duban-head");
      heads.open();
      head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(LIST)).click();
      assertThat(head.locator(".note")).containsText("由 duban 起草");
      assertThat(head.getByLabel("清单标题")).not().isEditable();
      head.locator("summary").first().click();
      heads.picture("approval");
      heads.assertFits();
      heads.assertAccessible();
      button(head, "退回").click();
      head.getByLabel("退回原因").fill("第六项的配合部门请再核对。");
      heads.picture("return");
      head.locator("form.reason button.first").click();
      assertThat(head.locator(".note")).containsText("不能修改");

      drafter.reload();
      assertThat(drafter.locator(".alert")).containsText("请再核对");
      drafters.picture("returned");
      button(drafter, "提交核准").click();
      assertThat(drafter.locator(".note")).containsText("等待督查室另一人核准");

      head.reload();
      button(head, "核准立项").click();
      assertThat(head.locator("h1")).hasText("已立项");
      heads.picture("registered");
      assertThat(jdbc.sql("select registered_by from programme").query(String.class).single())
          .isEqualTo("duban-head");
      assertThat(drafters.complaints()).isEmpty();
      assertThat(heads.complaints()).isEmpty();
    }
  }

  private static Locator button(Page page, String name) {
    return page.locator(".summary")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
