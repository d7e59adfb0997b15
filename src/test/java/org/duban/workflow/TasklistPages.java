package org.duban.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.duban.Browsers;

/** Tasklist, as people use it. */
final class TasklistPages {

  private final Browsers browsers;

  TasklistPages(Browsers browsers) {
    this.browsers = browsers;
  }

  /** The person's lists, after logging in. */
  Page of(String user) {
    Page page = browsers.logIn(user, "demo");
    page.navigate(browsers.address("/camunda/app/tasklist/default/"));
    assertThat(page.locator(".task-filter").first()).isVisible();
    return page;
  }

  /** Opens the first task of that name in one of the person's lists, and takes it. */
  static void claim(Page page, String list, String task) {
    page.locator(".task-filter").getByText(list).first().click();
    claim(page, task);
  }

  static void claim(Page page, String task) {
    page.locator(".tasks-list").getByText(task).first().click();
    assertThat(page.locator(".duban-context")).containsText("完成时限");
    page.locator(".task-details .claim").first().click();
    assertThat(page.locator(".task-details .unclaim")).isVisible();
    assertThat(page.locator(".duban-form [disabled]")).hasCount(0);
  }

  static Locator button(Page page) {
    return page.locator(".form-actions .btn-primary").last();
  }

  static void complete(Page page) {
    assertThat(button(page)).isEnabled();
    page.waitForResponse(
        answer -> answer.url().contains("/submit-form") && answer.status() < 300,
        () -> button(page).click());
  }

  /** The last thing a person does here: an open Tasklist asks the server for its lists for ever. */
  static void completeAndLeave(Page page) {
    complete(page);
    page.close();
  }
}
