package org.duban.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The person a request is answered for, or {@linkplain #system() the program itself} where nobody
 * asked: in a job and at start-up.
 *
 * @param userId the id in the engine's identities; empty for a visitor who did not sign in
 * @param groups the ids of the groups, as they were when this request came in
 */
public record Caller(String userId, Set<String> groups) {

  /** The name under which the program's own acts are written down. */
  public static final String SYSTEM = "duban-system";

  private static final Caller VISITOR = new Caller("", Set.of());

  public Caller {
    groups = Set.copyOf(groups);
  }

  /** Never null. A visitor who did not sign in has no group and sees nothing. */
  public static Caller current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null) {
      return RequestContextHolder.getRequestAttributes() == null ? system() : VISITOR;
    }
    return of(authentication);
  }

  /** The program itself, which sees everything. */
  public static Caller system() {
    return new Caller(SYSTEM, Set.of(Roles.SUPERVISING_OFFICE));
  }

  static Caller of(Authentication authentication) {
    if (authentication instanceof AnonymousAuthenticationToken
        || !authentication.isAuthenticated()) {
      return VISITOR;
    }
    return new Caller(
        authentication.getName(),
        authentication.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The codes of the departments the caller belongs to. */
  public Set<String> departments() {
    return groups.stream()
        .filter(Roles::isDepartment)
        .map(group -> group.substring(Roles.DEPARTMENT_PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The codes of the departments the caller answers for; the supervising office's head among them.
   */
  public Set<String> headOf() {
    return groups.stream()
        .filter(Roles::isHead)
        .map(group -> group.substring(Roles.HEAD_PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** True for the supervising office, a leader and the program itself. */
  public boolean seesEverything() {
    return supervisingOffice() || groups.contains(Roles.LEADER);
  }

  /**
   * True for whoever has a part in the business: who sees everything, and who is of a department.
   */
  public boolean concerned() {
    return seesEverything() || !departments().isEmpty();
  }

  public boolean supervisingOffice() {
    return groups.contains(Roles.SUPERVISING_OFFICE);
  }

  /** Who keeps the program running, and reads no business data. */
  public boolean systemAdministrator() {
    return groups.contains(Roles.SYSTEM_ADMIN);
  }

  boolean signedIn() {
    return !userId.isEmpty();
  }

  boolean inAny(String... roles) {
    for (String role : roles) {
      if (groups.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
