package org.duban.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.workflow.TestPeople;

/** Someone who sends requests to the running program: a program with Basic, or a browser. */
public class Visitor {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final List<String> headers = new ArrayList<>();

  private Visitor(int port) {
    this.server = "http://127.0.0.1:" + port;
  }

  public static Visitor anonymous(int port) {
    return new Visitor(port);
  }

  public static Visitor basic(int port, String user) {
    return basic(port, user, TestPeople.PASSWORD);
  }

  public static Visitor basic(int port, String user, String password) {
    Visitor visitor = new Visitor(port);
    String pair = user + ":" + password;
    return visitor.with(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  /** A browser, with the session of the login page. */
  public static Visitor signedIn(int port, String user) {
    Visitor visitor = anonymous(port);
    visitor.logIn(user, TestPeople.PASSWORD);
    return visitor;
  }

  public Visitor with(String header, String value) {
    headers.add(header);
    headers.add(value);
    return this;
  }

  public HttpResponse<String> logIn(String user, String password) {
    Matcher token = CSRF.matcher(page("/login").body());
    if (!token.find()) {
      throw new AssertionError("no token on the login page");
    }
    return postForm(
        "/login", "username=" + encoded(user) + "&password=" + encoded(password), token.group(1));
  }

  public HttpResponse<String> postForm(String path, String form, String csrf) {
    return send(
        "POST", path, form + "&_csrf=" + csrf, "Content-Type", "application/x-www-form-urlencoded");
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null, "Accept", "application/json");
  }

  public HttpResponse<String> page(String path) {
    return send("GET", path, null, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  public HttpResponse<String> post(String path, String json) {
    return send("POST", path, json, "Content-Type", "application/json");
  }

  /** As our pages' scripts do it. */
  public HttpResponse<String> postWithToken(String path, String json) {
    return send(
        "POST",
        path,
        json,
        "Content-Type",
        "application/json",
        "X-XSRF-TOKEN",
        cookie("XSRF-TOKEN"));
  }

  public HttpResponse<String> send(String method, String path, String body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    for (int i = 0; i < more.length; i += 2) {
      request.header(more[i], more[i + 1]);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first cookie of this name, or an empty text. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public List<HttpCookie> cookies(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
