package org.duban.security;

import java.util.regex.Pattern;

/**
 * Who may call which route of {@code /api/v1}. What is not named here is closed.
 *
 * <p>The audit trail is the auditor's alone: whoever keeps the system running does not read it.
 */
final class ApiAccessPolicy {

  private static final String BASE = "/api/v1/";
  private static final Pattern REGISTER_DISPATCH_OR_REVISE =
      Pattern.compile("/api/v1/programmes(/[^/]+/(dispatch|revisions))?");
  private static final Pattern DRAFTS =
      Pattern.compile("/api/v1/drafts(/[^/]+(/(submit|approve|return|register))?)?");

  /** Who sees nothing of it is told that it isn't there, so the controllers decide on these. */
  private static final Pattern OFFICE_ACTS =
      Pattern.compile(
          "/api/v1/(projects/[^/]+/(withdraw|reopen)|milestones/[^/]+/(suspend|resume|reassign))");

  private static final Pattern EXTENSION_REQUESTS =
      Pattern.compile("/api/v1/milestones/[^/]+/extension-requests");
  private static final Pattern RHYTHM = Pattern.compile("/api/v1/milestones/[^/]+/rhythm");
  private static final Pattern OPENAPI = Pattern.compile("/api/v1/openapi([./].*)?");
  private static final Pattern AUDIT = Pattern.compile("/api/v1/audit(/.*)?");

  private ApiAccessPolicy() {}

  static boolean allows(String method, String path, Caller caller) {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    if (!caller.signedIn() || !path.startsWith(BASE)) {
      return false;
    }
    if (OPENAPI.matcher(path).matches()) {
      return reads;
    }
    if (path.equals(BASE + "clock")) {
      return reads
          || method.equals("POST") && caller.inAny(Roles.SUPERVISING_OFFICE, Roles.SYSTEM_ADMIN);
    }
    if (AUDIT.matcher(path).matches()) {
      return reads && caller.inAny(Roles.AUDITOR);
    }
    if (path.equals(BASE + "deadline-policy")) {
      return caller.supervisingOffice() || reads && caller.seesEverything();
    }
    if (DRAFTS.matcher(path).matches()) {
      return caller.supervisingOffice();
    }
    if (reads || method.equals("POST") && OFFICE_ACTS.matcher(path).matches()) {
      return caller.seesEverything() || !caller.departments().isEmpty();
    }
    if (EXTENSION_REQUESTS.matcher(path).matches()) {
      return method.equals("POST") && !caller.departments().isEmpty();
    }
    if (RHYTHM.matcher(path).matches()) {
      return method.equals("POST") && caller.supervisingOffice();
    }
    return method.equals("POST")
        && REGISTER_DISPATCH_OR_REVISE.matcher(path).matches()
        && caller.supervisingOffice();
  }
}
