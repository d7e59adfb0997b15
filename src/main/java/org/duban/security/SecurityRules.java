package org.duban.security;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The one chain every request goes through. What no rule opens stays shut. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityRules {

  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src"
          + " 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      ApiAccess apiAccess,
      EngineAccess engineAccess,
      FreshSessions sessions,
      NotSignedIn notSignedIn,
      NotAllowed notAllowed,
      LoginFailed loginFailed,
      Problems problems)
      throws Exception {
    HttpSessionRequestCache asked = pagesAskedFor();
    return http.authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET, "/duban/**", "/webjars/echarts/**", "/favicon.ico")
                    .permitAll()
                    .requestMatchers("/login")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .hasAuthority(Roles.SYSTEM_ADMIN)
                    .requestMatchers(HttpMethod.GET, "/public/progress", "/api/v1/public/progress")
                    .permitAll()
                    .requestMatchers("/api/**")
                    .access(apiAccess)
                    .requestMatchers("/engine-rest/**", "/camunda/**")
                    .access(engineAccess)
                    .requestMatchers(HttpMethod.GET, "/programmes/new")
                    .hasAuthority(Roles.SUPERVISING_OFFICE)
                    .requestMatchers(HttpMethod.GET, "/bulletins")
                    .authenticated()
                    .requestMatchers("/bulletins", "/bulletins/**")
                    .hasAuthority(Roles.SUPERVISING_OFFICE)
                    .requestMatchers(
                        HttpMethod.GET,
                        "/",
                        "/tasks",
                        "/milestones/*",
                        "/sign-offs",
                        "/work",
                        "/substitutions",
                        "/board",
                        "/board/milestones",
                        "/projects/*",
                        "/scores")
                    .authenticated()
                    .requestMatchers(
                        HttpMethod.POST,
                        "/sign-offs",
                        "/sign-offs/agreed",
                        "/work",
                        "/substitutions",
                        "/substitutions/*/end")
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .securityContext(context -> context.securityContextRepository(sessions))
        .httpBasic(basic -> basic.authenticationEntryPoint(notSignedIn))
        .formLogin(
            form ->
                form.loginPage("/login")
                    .securityContextRepository(sessions)
                    .successHandler(new LoginSucceeded(asked))
                    .failureHandler(loginFailed))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        new OrRequestMatcher(
                            post("/logout"), post("/camunda/api/admin/auth/user/*/logout")))
                    .logoutSuccessHandler(new LogoutSucceeded()))
        .requestCache(cache -> cache.requestCache(asked))
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(notSignedIn).accessDeniedHandler(notAllowed))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new SharedCsrfTokens())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(new CsrfScope()))
        .headers(SecurityRules::headers)
        .addFilterAfter(new ExpressionFreeQueries(problems), AuthorizationFilter.class)
        .build();
  }

  private static HttpSessionRequestCache pagesAskedFor() {
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setRequestMatcher(new BrowserPage());
    asked.setMatchingRequestParameterName(null);
    return asked;
  }

  /** The webapps send a content policy of their own, and their scripts may be kept by browsers. */
  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    RequestMatcher webapps = get("/camunda/**");
    RequestMatcher mayBeKept =
        new OrRequestMatcher(
            get("/camunda/lib/**"),
            get("/camunda/assets/**"),
            get("/duban/**"),
            get("/webjars/echarts/**"));
    headers
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(mayBeKept), new CacheControlHeadersWriter()))
        .addHeaderWriter(
            new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(webapps),
                new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY)))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  private static RequestMatcher post(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
  }

  private static RequestMatcher get(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
  }
}
