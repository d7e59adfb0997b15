package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CallerTest {

  @AfterEach
  void forget() {
    SecurityContextHolder.clearContext();
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void outsideARequestTheProgramItselfActsAndSeesEverything() {
    assertThat(Caller.current().userId()).isEqualTo("duban-system");
    assertThat(Caller.current().seesEverything()).isTrue();
  }

  @Test
  void visitorWhoDidNotSignInSeesNothing() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
    assertThat(Caller.current().seesEverything()).isFalse();
    SecurityContextHolder.getContext()
        .setAuthentication(
            new AnonymousAuthenticationToken(
                "key", "anonymous", AuthorityUtils.createAuthorityList("leader")));
    assertThat(Caller.current().seesEverything()).isFalse();
    assertThat(Caller.current().userId()).isEmpty();
  }

  @Test
  void departmentsAreReadFromTheGroups() {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                "scjg",
                null,
                AuthorityUtils.createAuthorityList(
                    "department-scjg", "department-frhj-cxtc", "department-", "auditor")));
    Caller caller = Caller.current();
    assertThat(caller.userId()).isEqualTo("scjg");
    assertThat(caller.departments()).isEqualTo(Set.of("scjg", "frhj-cxtc"));
    assertThat(caller.seesEverything()).isFalse();
    assertThat(caller.supervisingOffice()).isFalse();
  }

  @Test
  void officeAndLeaderSeeEverythingButOnlyTheOfficeIsTheOffice() {
    assertThat(new Caller("duban", Set.of("supervising-office")).seesEverything()).isTrue();
    assertThat(new Caller("duban", Set.of("supervising-office")).supervisingOffice()).isTrue();
    assertThat(new Caller("leader", Set.of("leader")).seesEverything()).isTrue();
    assertThat(new Caller("leader", Set.of("leader")).supervisingOffice()).isFalse();
  }
}
