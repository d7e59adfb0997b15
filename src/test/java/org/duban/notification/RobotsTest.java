package org.duban.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Robots and the webhook as they look from the other side. */
class RobotsTest {

  private static final Instant NOW = Instant.parse("2021-07-01T01:00:00Z");
  private static final String SECRET = "SEC0123456789";

  private final WireMockServer server =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
  private final ObjectMapper json = new ObjectMapper();
  private final AddressBook addresses = Correspondents.book();
  private final Posts posts = new Posts(json);
  private final Wording wording = new Wording("https://duban.example.cn");
  private final Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void weComGetsATextThatPointsAtThoseItIsMeantFor() throws Exception {
    answer(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    weCom().send(letter("事实。"));

    JsonNode body = json.readTree(request().getBodyAsString());
    assertThat(request().getUrl()).isEqualTo("/send?key=k");
    assertThat(body.at("/msgtype").asText()).isEqualTo("text");
    assertThat(body.at("/text/content").asText())
        .startsWith("【一级督办】十三、保障食品药品安全\n事实。")
        .contains("https://duban.example.cn/tasks?milestone=p%2F13");
    assertThat(body.at("/text/mentioned_list"))
        .extracting(JsonNode::asText)
        .containsExactly("lier");
    assertThat(body.at("/text/mentioned_mobile_list"))
        .extracting(JsonNode::asText)
        .containsExactly("13800000001");
  }

  @Test
  void weComGetsNoMoreBytesThanItTakesAndNoHalfCharacter() throws Exception {
    answer(okJson("{\"errcode\":0}"));
    weCom().send(letter("长".repeat(3000)));

    String content = json.readTree(request().getBodyAsString()).at("/text/content").asText();
    assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(2040, 2048);
    assertThat(content).endsWith("长…");
  }

  @Test
  void dingTalkGetsASignatureOfTimestampAndSecret() throws Exception {
    answer(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    dingTalk().send(letter("事实。"));

    String timestamp = request().queryParameter("timestamp").firstValue();
    assertThat(timestamp).isEqualTo(String.valueOf(NOW.toEpochMilli()));
    assertThat(request().queryParameter("access_token").firstValue()).isEqualTo("t");
    assertThat(request().queryParameter("sign").firstValue())
        .isEqualTo(Base64.getEncoder().encodeToString(hmac(timestamp + "\n" + SECRET)));
    JsonNode at = json.readTree(request().getBodyAsString()).at("/at");
    assertThat(at.get("atMobiles").get(0).asText()).isEqualTo("13800000001");
    assertThat(at.get("atUserIds").get(0).asText()).isEqualTo("lier");
  }

  @Test
  void anErrorCodeInAGoodAnswerIsAFailure() {
    answer(okJson("{\"errcode\":310000,\"errmsg\":\"sign not match\"}"));
    assertThat(failure(dingTalk()).getMessage()).contains("310000").doesNotContain("access_token");

    answer(okJson("{\"errcode\":130101,\"errmsg\":\"send too fast\"}"));
    assertThat(failure(dingTalk()).pause()).isEqualTo(Duration.ofMinutes(10));

    answer(okJson("{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}"));
    assertThat(failure(weCom()).pause()).isEqualTo(Duration.ofMinutes(1));

    answer(aResponse().withStatus(200).withBody("<html>proxy</html>"));
    assertThat(failure(weCom()).reach()).isEqualTo(Undelivered.Reach.WHOLE_LANE);
  }

  @Test
  void theWebhookIsSignedAndKeepsItsKey() throws Exception {
    answer(aResponse().withStatus(204));
    webhook().send(letter("事实。"));

    String body = request().getBodyAsString();
    String time = String.valueOf(NOW.getEpochSecond());
    assertThat(request().getHeader("Duban-Signature"))
        .isEqualTo("t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(time + "." + body)));
    assertThat(request().getHeader("Idempotency-Key"))
        .isEqualTo("notification-17." + NOW.toEpochMilli());
    JsonNode content = json.readTree(body);
    assertThat(content.get("text").asText()).isEqualTo("事实。");
    assertThat(content.get("recipients")).hasSize(2);
  }

  @Test
  void aRedirectIsNotFollowed() {
    answer(aResponse().withStatus(302).withHeader("Location", server.url("/elsewhere")));

    assertThat(failure(webhook()).getMessage()).contains("302");
    assertThat(server.findAll(postRequestedFor(anyUrl()))).hasSize(1);
  }

  @Test
  void aServerThatAsksForQuietGetsAMinute() {
    answer(aResponse().withStatus(429));

    assertThat(failure(webhook()).pause()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aServerThatIsOutStopsTheWholeLane() {
    Channel webhook = webhook();
    server.stop();

    assertThat(failure(webhook).reach()).isEqualTo(Undelivered.Reach.WHOLE_LANE);
  }

  private Channel weCom() {
    return new WeComRobot(address("/send?key=k"), posts, addresses, wording, "zh");
  }

  private Channel dingTalk() {
    return new DingTalkRobot(
        address("/robot/send?access_token=t"), SECRET, clock, posts, addresses, wording, "zh");
  }

  private Channel webhook() {
    return new SignedWebhook(address("/hook"), SECRET, clock, posts, wording);
  }

  private URI address(String path) {
    return URI.create(server.url(path));
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.stubFor(post(anyUrl()).willReturn(answer));
  }

  private LoggedRequest request() {
    List<LoggedRequest> requests = server.findAll(postRequestedFor(anyUrl()));
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  private static Undelivered failure(Channel channel) {
    Undelivered failure =
        catchThrowableOfType(Undelivered.class, () -> channel.send(letter("事实。")));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static Letter letter(String text) {
    return new Letter(
        17,
        NOW,
        "LEVEL_1",
        "market",
        "any",
        List.of("scjg", "scjg-head"),
        1,
        List.of(new Letter.Item("p", "p/13", "LEVEL_1", text, "十三、保障食品药品安全", null, null)));
  }

  /** By the JDK's own means, apart from the program's. */
  private static byte[] hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
