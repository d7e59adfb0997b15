package org.duban.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Posts JSON to other servers, each within ten seconds; follows no redirect. */
@Component
class Posts {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long SECONDS = 10;
  private static final int TOO_MANY = 429;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final ObjectMapper json;

  Posts(ObjectMapper json) {
    this.json = json;
  }

  String written(Object content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * The answer's text.
   *
   * @throws Undelivered when it is no success; the sentence names the host, not the secret address
   */
  String post(URI url, String body, Map<String, String> headers) throws Undelivered {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> answer = answer(url, request.build());
    int status = answer.statusCode();
    if (status == TOO_MANY) {
      throw Undelivered.tooFast(url.getHost() + " 要求放慢发送。", MINUTE);
    }
    if (status < 200 || status > 299) {
      throw Undelivered.laneDown(url.getHost() + " 没有接收，返回 HTTP " + status + "。");
    }
    return answer.body();
  }

  private HttpResponse<String> answer(URI url, HttpRequest request) throws Undelivered {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw Undelivered.laneDown("连接 " + url.getHost() + " 失败。");
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw Undelivered.laneDown(url.getHost() + " 在 " + SECONDS + " 秒内没有答复。");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Undelivered.laneDown("程序正在停止，没有等到 " + url.getHost() + " 的答复。");
    }
  }
}
