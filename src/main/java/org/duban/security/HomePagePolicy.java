package org.duban.security;

/** Where a person's work lies: the page shown after signing in. */
final class HomePagePolicy {

  private static final String APPS = "/camunda/app/";

  private HomePagePolicy() {}

  static String homeOf(Caller caller) {
    if (caller.inAny(Roles.LEADER) && !caller.supervisingOffice()) {
      return "/board";
    }
    if (caller.seesEverything()) {
      return APPS + "cockpit/";
    }
    if (!caller.departments().isEmpty()) {
      return APPS + "tasklist/";
    }
    if (caller.inAny(Roles.SYSTEM_ADMIN, Roles.SECURITY_ADMIN)) {
      return APPS + "admin/";
    }
    return APPS + "welcome/";
  }
}
