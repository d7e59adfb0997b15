package org.duban.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps who signed in with the session, but asks for the groups anew with each request: who was
 * deleted, or lost a group, is out with the next one.
 */
@Component
class FreshSessions implements SecurityContextRepository {

  private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
  private final Accounts accounts;

  FreshSessions(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    DeferredSecurityContext kept = sessions.loadDeferredContext(request);
    return new DeferredSecurityContext() {
      private SecurityContext fresh;

      @Override
      public SecurityContext get() {
        if (fresh == null) {
          fresh = renew(kept.get(), request);
        }
        return fresh;
      }

      @Override
      public boolean isGenerated() {
        return kept.isGenerated();
      }
    };
  }

  private SecurityContext renew(SecurityContext kept, HttpServletRequest request) {
    Authentication then = kept.getAuthentication();
    if (then == null) {
      return kept;
    }
    return accounts
        .groupsOf(then.getName())
        .map(groups -> withGroups(then, groups))
        .orElseGet(() -> endSession(request));
  }

  private static SecurityContext withGroups(Authentication then, Set<String> groups) {
    var now =
        UsernamePasswordAuthenticationToken.authenticated(
            then.getPrincipal(), null, AuthorityUtils.createAuthorityList(groups));
    now.setDetails(then.getDetails());
    return new SecurityContextImpl(now);
  }

  private static SecurityContext endSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return new SecurityContextImpl();
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    sessions.saveContext(context, request, response);
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return sessions.containsContext(request);
  }
}
