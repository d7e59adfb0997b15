package org.duban.security;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Who may call which route of {@code /api/v1}. The first rule that fits a call decides; what no
 * rule fits is closed.
 *
 * <p>Routes that act on one milestone or project are open to everyone who may see any: the
 * controllers tell those who don't see this one that it isn't there, and the others that it isn't
 * theirs to do. The audit trail is the auditor's alone: whoever keeps the system running does not
 * read it.
 */
final class ApiAccessPolicy {

  private static final String BASE = "/api/v1/";
  private static final String ONE = "/[^/]+";

  private static final Set<String> READ = Set.of("GET", "HEAD");
  private static final Set<String> POST = Set.of("POST");
  private static final Set<String> ANY = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final Predicate<Caller> EVERYONE = caller -> true;
  private static final Predicate<Caller> OFFICE = Caller::supervisingOffice;
  private static final Predicate<Caller> DEPARTMENT = caller -> !caller.departments().isEmpty();
  private static final Predicate<Caller> CONCERNED = Caller::concerned;
  private static final Predicate<Caller> OFFICE_OR_SYSTEM_ADMIN =
      caller -> caller.inAny(Roles.SUPERVISING_OFFICE, Roles.SYSTEM_ADMIN);

  private record Rule(Set<String> methods, Pattern path, Predicate<Caller> who) {

    static Rule of(Set<String> methods, String path, Predicate<Caller> who) {
      return new Rule(methods, Pattern.compile(BASE + path), who);
    }

    boolean fits(String method, String called) {
      return methods.contains(method) && path.matcher(called).matches();
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(READ, "openapi([./].*)?", EVERYONE),
          Rule.of(READ, "clock", EVERYONE),
          Rule.of(POST, "clock", OFFICE_OR_SYSTEM_ADMIN),
          Rule.of(POST, "notifications" + ONE + "/resend", OFFICE_OR_SYSTEM_ADMIN),
          Rule.of(READ, "notifications", CONCERNED.or(Caller::systemAdministrator)),
          Rule.of(READ, "audit(/.*)?", caller -> caller.inAny(Roles.AUDITOR)),
          Rule.of(ANY, "audit(/.*)?", caller -> false),
          Rule.of(READ, "counters", OFFICE_OR_SYSTEM_ADMIN),
          Rule.of(READ, "(deadline|score)-policy", Caller::seesEverything),
          Rule.of(Set.of("PUT"), "(deadline|score)-policy", OFFICE),
          Rule.of(ANY, "drafts(" + ONE + "(/(submit|approve|return|register))?)?", OFFICE),
          Rule.of(POST, "programmes(" + ONE + "/(dispatch|revisions))?", OFFICE),
          Rule.of(Set.of("POST", "DELETE"), "programmes" + ONE + "/publication", OFFICE),
          Rule.of(POST, "projects" + ONE + "/(withdraw|reopen)", CONCERNED),
          Rule.of(POST, "milestones" + ONE + "/(suspend|resume|reassign)", CONCERNED),
          Rule.of(POST, "milestones" + ONE + "/extension-requests", DEPARTMENT),
          Rule.of(POST, "milestones" + ONE + "/rhythm", OFFICE),
          Rule.of(POST, "milestones" + ONE + "/evidence", CONCERNED),
          Rule.of(POST, "evidence" + ONE + "/versions", CONCERNED),
          Rule.of(Set.of("GET", "HEAD", "POST"), "work\\.xlsx", DEPARTMENT),
          Rule.of(POST, "bulletins(" + ONE + "/release)?", OFFICE),
          Rule.of(Set.of("PUT"), "bulletins" + ONE, OFFICE),
          Rule.of(POST, "substitutions", CONCERNED),
          Rule.of(Set.of("DELETE"), "substitutions" + ONE, CONCERNED),
          Rule.of(READ, ".*", CONCERNED));

  private ApiAccessPolicy() {}

  static boolean allows(String method, String path, Caller caller) {
    return caller.signedIn()
        && RULES.stream()
            .filter(rule -> rule.fits(method, path))
            .findFirst()
            .filter(rule -> rule.who().test(caller))
            .isPresent();
  }
}
