package org.duban.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The program over HTTP, for anybody of the sample under their own name. */
final class Door {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  Door(int port) {
    this.port = port;
  }

  Answer get(String who, String path) {
    return send(who, "GET", path, "application/json", "");
  }

  Answer post(String who, String path, String json) {
    return send(who, "POST", path, "application/json", json);
  }

  Answer send(String who, String method, String path, String type, String body) {
    String name =
        Base64.getEncoder().encodeToString((who + ":demo").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + name)
            .header("Content-Type", type + (type.startsWith("text") ? ";charset=UTF-8" : ""))
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      return new Answer(599, "no answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
