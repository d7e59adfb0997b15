package org.duban.security;

import java.util.List;
import org.duban.security.EngineRoute.Face;

/**
 * What may be asked of the engine from outside. Reading is open, the engine's own authorizations
 * decide what is seen; changing is closed but for what Tasklist, Cockpit and the two kinds of
 * administrators need. Deploying, starting, correlating, modifying and evaluating stay inside.
 */
final class EngineAccessPolicy {

  private static final List<String> WORK =
      List.of(
          "task/*/claim",
          "task/*/unclaim",
          "task/*/complete",
          "task/*/submit-form",
          "task/*/resolve",
          "task/*/assignee");

  private static final List<String> QUERIES =
      List.of(
          "task",
          "task/count",
          "filter/*/list",
          "filter/*/count",
          "filter/*/singleResult",
          "group",
          "group/count",
          "process-instance",
          "process-instance/count",
          "execution",
          "execution/count",
          "variable-instance",
          "variable-instance/count",
          "job",
          "job/count",
          "job-definition",
          "job-definition/count",
          "history/process-instance",
          "history/process-instance/count",
          "history/activity-instance",
          "history/activity-instance/count",
          "history/task",
          "history/task/count",
          "history/variable-instance",
          "history/variable-instance/count",
          "history/detail",
          "history/job-log",
          "history/job-log/count");

  private static final List<String> COCKPIT_QUERIES =
      List.of(
          "cockpit/plugin/*/*/incident",
          "cockpit/plugin/*/*/incident/count",
          "cockpit/plugin/*/*/process-instance",
          "cockpit/plugin/*/*/process-instance/count",
          "cockpit/plugin/*/*/process-instance/*/called-process-instances",
          "cockpit/plugin/*/*/process-definition/*/called-process-definitions");

  private static final List<String> CREATE_IDENTITIES =
      List.of(
          "user/create",
          "user/*/unlock",
          "group/create",
          "tenant/create",
          "identity/password-policy");

  private static final List<String> CHANGE_IDENTITIES =
      List.of(
          "user/*/profile",
          "user/*/credentials",
          "group/*",
          "group/*/members/*",
          "tenant/*",
          "tenant/*/user-members/*",
          "tenant/*/group-members/*");

  private static final List<String> DELETE_IDENTITIES =
      List.of(
          "user/*",
          "group/*",
          "group/*/members/*",
          "tenant/*",
          "tenant/*/user-members/*",
          "tenant/*/group-members/*");

  private EngineAccessPolicy() {}

  static boolean allows(String method, EngineRoute route, Caller caller) {
    if (!caller.signedIn() || shutForAll(route)) {
      return false;
    }
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> true;
      case "POST" ->
          switch (route.face()) {
            case REST ->
                route.matchesAny(WORK)
                    || route.matchesAny(QUERIES)
                    || administers(caller) && route.matchesAny(CREATE_IDENTITIES)
                    || guards(caller) && route.matches("authorization/create");
            case WEBAPP_API ->
                route.matchesAny(COCKPIT_QUERIES) || route.matches("admin/auth/user/*/logout");
            case WEBAPP_FILES -> false;
          };
      case "PUT" ->
          route.face() == Face.REST
              && (administers(caller) && route.matchesAny(CHANGE_IDENTITIES)
                  || guards(caller) && route.matches("authorization/*"));
      case "DELETE" ->
          route.face() == Face.REST
              && (administers(caller) && route.matchesAny(DELETE_IDENTITIES)
                  || guards(caller) && route.matches("authorization/*"));
      default -> false;
    };
  }

  /**
   * Comments and attachments are read and deleted without any check of the engine's; the set-up and
   * log-in routes of the webapps are doors beside ours.
   */
  private static boolean shutForAll(EngineRoute route) {
    return switch (route.face()) {
      case REST ->
          (route.has(0, "task") || route.has(0, "process-instance"))
              && (route.has(2, "comment") || route.has(2, "attachment"));
      case WEBAPP_API ->
          route.has(0, "admin")
              && (route.has(1, "setup") || route.has(1, "auth") && route.has(4, "login"));
      case WEBAPP_FILES -> false;
    };
  }

  private static boolean administers(Caller caller) {
    return caller.inAny(Roles.SYSTEM_ADMIN);
  }

  private static boolean guards(Caller caller) {
    return caller.inAny(Roles.SECURITY_ADMIN);
  }
}
