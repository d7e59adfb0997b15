package org.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.duban.DubanTest;
import org.duban.programme.Milestones;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

/** Who may add, replace and read evidence, and what is taken. */
@DubanTest
class EvidenceApiTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:2021年6月底

      牵头部门:市场监督管理局

      配合部门:财政金融局
      """;

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Milestones milestones;
  @Autowired private PlatformTransactionManager transactions;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "scjg, 201",
    "scjg-head, 201",
    "czjr, 403",
    "duban, 403",
    "leader, 403",
    "xzsp, 404",
    "sysadmin, 403",
    "auditor, 403"
  })
  void onlyALeadAddsAndOthersLearnNothing(String user, int status) throws IOException {
    assertThat(add(user, "现场.pdf", Attachments.pdf()).getStatusCode().value()).isEqualTo(status);
    assertThat(jdbc.sql("select count(*) from evidence").query(Long.class).single())
        .isEqualTo(status == 201 ? 1 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "scjg, 200",
    "czjr, 200",
    "duban, 200",
    "leader, 200",
    "xzsp, 404",
    "auditor, 403",
    "secadmin, 403"
  })
  void whoSeesTheMilestoneReadsIt(String user, int status) throws IOException {
    String id = add("scjg", "现场.pdf", Attachments.pdf()).getBody().get("id").asText();

    assertThat(
            as(user).getForEntity("/api/v1/evidence/" + id, byte[].class).getStatusCode().value())
        .isEqualTo(status);
    assertThat(
            as(user)
                .getForEntity("/api/v1/milestones/" + milestone() + "/evidence", JsonNode.class)
                .getStatusCode()
                .value())
        .isEqualTo(status);
  }

  @Test
  void aLongChineseNameIsKeptAndOneBeyondAllMeasureIsSaidToBeTooLong() throws IOException {
    String name = "佐".repeat(140) + ".pdf";
    assertThat(add("scjg", name, Attachments.pdf()).getBody().get("name").asText()).isEqualTo(name);

    ResponseEntity<JsonNode> refused = add("scjg", "佐".repeat(4000) + ".pdf", Attachments.pdf());
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody().get("detail").asText()).startsWith("文件名太长");
  }

  @Test
  void whatComesOutIsWhatWentIn() throws Exception {
    byte[] large = new byte[3_000_000];
    new Random(7).nextBytes(large);
    byte[] start = Attachments.png();
    System.arraycopy(start, 0, large, 0, start.length);

    JsonNode row = add("scjg", "..\\folder/现场 照片.png", large).getBody();
    ResponseEntity<byte[]> content =
        as("czjr").getForEntity("/api/v1/evidence/" + row.get("id").asText(), byte[].class);

    assertThat(content.getBody()).isEqualTo(large);
    assertThat(row.get("sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large)));
    assertThat(row.get("name").asText()).isEqualTo("现场 照片.png");
    HttpHeaders headers = content.getHeaders();
    assertThat(headers.getContentDisposition().getType()).isEqualTo("attachment");
    assertThat(headers.getContentDisposition().getFilename()).isEqualTo("现场 照片.png");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(headers.getCacheControl()).contains("no-store");
    assertThat(headers.getETag()).isEqualTo('"' + row.get("sha256").asText() + '"');
  }

  @Test
  void picturesAndPdfAreShownInPlaceAndOfficeFilesAreNot() throws IOException {
    assertThat(dispositionOf("现场.pdf", Attachments.pdf())).isEqualTo("inline");
    assertThat(dispositionOf("现场.png", Attachments.png())).isEqualTo("inline");
    assertThat(dispositionOf("情况.docx", Attachments.docx())).isEqualTo("attachment");
    assertThat(dispositionOf("台账.xlsx", Attachments.xlsx())).isEqualTo("attachment");
    assertThat(dispositionOf("旧台账.xls", OldOfficeFiles.xls())).isEqualTo("attachment");
  }

  private String dispositionOf(String name, byte[] content) {
    String id = add("scjg", name, content).getBody().get("id").asText();
    return as("czjr")
        .getForEntity("/api/v1/evidence/" + id + "?view", byte[].class)
        .getHeaders()
        .getContentDisposition()
        .getType();
  }

  @Test
  void aPdfIsShownPageByPageAsPictures() throws IOException {
    String id = add("scjg", "现场.pdf", Attachments.pdf()).getBody().get("id").asText();
    String pages = "/api/v1/evidence/" + id + "/pages";

    assertThat(as("czjr").getForObject(pages, JsonNode.class).get("count").asInt()).isEqualTo(1);
    ResponseEntity<byte[]> first = as("czjr").getForEntity(pages + "/1", byte[].class);
    assertThat(first.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_PNG);
    assertThat(ImageIO.read(new ByteArrayInputStream(first.getBody())).getHeight()).isEqualTo(1000);
    assertThat(as("czjr").getForEntity(pages + "/2", byte[].class).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(as("xzsp").getForEntity(pages + "/1", byte[].class).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void theContentCountsAndNotTheName() throws IOException {
    refused("程序.pdf", "MZ\u0090 this is a program".getBytes(StandardCharsets.ISO_8859_1));
    refused("网页.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
    refused("现场.png", Attachments.pdf());
    refused("压缩.docx", zip(Map.of("a.txt", "nothing")));
    refused(
        "宏.docx",
        zip(
            Map.of(
                "[Content_Types].xml",
                "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>")));
    refused("半截.docx", Arrays.copyOf(Attachments.docx(), Attachments.docx().length / 2));
    refused("半截.xlsx", Arrays.copyOf(Attachments.xlsx(), 900));
    refused("说明.txt", "只是文字".getBytes(StandardCharsets.UTF_8));
    refused("无扩展名", Attachments.pdf());
    assertThat(add("scjg", "空.pdf", new byte[0]).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(jdbc.sql("select count(*) from evidence").query(Long.class).single()).isZero();
    assertThat(jdbc.sql("select count(*) from evidence_piece").query(Long.class).single()).isZero();
  }

  private void refused(String name, byte[] content) {
    ResponseEntity<JsonNode> answer = add("scjg", name, content);
    assertThat(answer.getStatusCode()).as(name).isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    assertThat(answer.getBody().get("detail").asText()).contains(name, "PDF");
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOldWhichStays() throws IOException {
    String first = add("scjg", "现场.pdf", Attachments.pdf()).getBody().get("id").asText();

    JsonNode second =
        post("scjg", "/api/v1/evidence/" + first + "/versions", "更正.png", Attachments.png())
            .getBody();
    ResponseEntity<JsonNode> again =
        post("scjg", "/api/v1/evidence/" + first + "/versions", "又一版.png", Attachments.png());

    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(again.getBody().get("detail").asText()).contains("“现场.pdf”已有更新的版本");
    String newest = "/api/v1/evidence/" + second.get("id").asText() + "/versions";
    assertThat(post("czjr", newest, "别人.png", Attachments.png()).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(post("xzsp", newest, "别人.png", Attachments.png()).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    JsonNode list =
        as("duban").getForObject("/api/v1/milestones/" + milestone() + "/evidence", JsonNode.class);
    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("id")).isEqualTo(second.get("id"));
    assertThat(list.get(0).at("/earlier/0/name").asText()).isEqualTo("现场.pdf");
    assertThat(as("duban").getForEntity("/api/v1/evidence/" + first, byte[].class).getBody())
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(
            jdbc.sql(
                    "select what || ' ' || detail from trail where what like 'EVIDENCE%' order by id")
                .query(String.class)
                .list())
        .containsExactly("EVIDENCE_ADDED 现场.pdf", "EVIDENCE_REPLACED 现场.pdf → 更正.png");
  }

  @Test
  void theAnswerToANewVersionNamesAllBeforeIt() {
    JsonNode row = add("scjg", "一.pdf", Attachments.pdf()).getBody();
    for (String name : List.of("二.pdf", "三.pdf")) {
      row =
          post(
                  "scjg",
                  "/api/v1/evidence/" + row.get("id").asText() + "/versions",
                  name,
                  Attachments.pdf())
              .getBody();
    }

    assertThat(row.get("name").asText()).isEqualTo("三.pdf");
    assertThat(row.get("earlier").findValuesAsText("name")).containsExactly("一.pdf", "二.pdf");
  }

  @Test
  void ofTwoNewVersionsAtOnceOneIsToldThatTheOtherCameFirst() {
    String first = add("scjg", "现场.pdf", Attachments.pdf()).getBody().get("id").asText();
    String versions = "/api/v1/evidence/" + first + "/versions";

    List<CompletableFuture<ResponseEntity<JsonNode>>> both =
        meanwhile(
            () -> jdbc.sql("select id from milestone for update").query(String.class).list(),
            () -> post("scjg", versions, "更正.pdf", Attachments.pdf()),
            () -> post("scjg-head", versions, "另一更正.pdf", Attachments.pdf()));

    assertThat(both)
        .extracting(answer -> answer.join().getStatusCode().value())
        .containsExactlyInAnyOrder(201, 409);
    assertThat(both)
        .extracting(answer -> answer.join().getBody().path("detail").asText())
        .anyMatch(sentence -> sentence.contains("已有更新的版本"));
    assertThat(jdbc.sql("select count(*) from evidence").query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void whatArrivesWhileTheMilestoneIsBeingClosedComesTooLate() {
    String milestone = milestone();

    List<CompletableFuture<ResponseEntity<JsonNode>>> upload =
        meanwhile(
            () -> milestones.close(milestone, "duban"),
            () -> add("scjg", "迟到.pdf", Attachments.pdf()));

    assertThat(upload.get(0).join().getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(jdbc.sql("select count(*) from evidence").query(Long.class).single()).isZero();
  }

  /** Does something in a transaction that ends when each of the requests waits, or is through. */
  @SafeVarargs
  private List<CompletableFuture<ResponseEntity<JsonNode>>> meanwhile(
      Runnable act, Supplier<ResponseEntity<JsonNode>>... requests) {
    return new TransactionTemplate(transactions)
        .execute(
            status -> {
              act.run();
              var answers = Arrays.stream(requests).map(CompletableFuture::supplyAsync).toList();
              await()
                  .until(
                      () ->
                          waiting() + answers.stream().filter(CompletableFuture::isDone).count()
                              == requests.length);
              return answers;
            });
  }

  private long waiting() {
    return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
        .query(Long.class)
        .single();
  }

  @ParameterizedTest(name = "{0} MB")
  @CsvSource({"5", "31", "40"})
  void whatIsTooLargeIsToldHowLargeItMayBe(int megabytes) {
    ResponseEntity<JsonNode> refused =
        add("scjg", "现场.pdf", Arrays.copyOf(Attachments.pdf(), megabytes * 1024 * 1024));

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    assertThat(refused.getBody().get("detail").asText()).contains("佐证材料", "4 MB");
    assertThat(jdbc.sql("select count(*) from evidence").query(Long.class).single()).isZero();
  }

  @Test
  void aLongPdfIsReadPieceByPiece() throws IOException {
    byte[] pdf = Attachments.longPdf(30);
    assertThat(pdf.length).isGreaterThan(2_000_000);
    String id = add("scjg", "长.pdf", pdf).getBody().get("id").asText();
    String pages = "/api/v1/evidence/" + id + "/pages";

    assertThat(as("czjr").getForObject(pages, JsonNode.class).get("count").asInt()).isEqualTo(30);
    for (int page : new int[] {30, 1, 17}) {
      byte[] picture = as("czjr").getForObject(pages + "/" + page, byte[].class);
      assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getRGB(500, 500) & 0xFF)
          .isEqualTo(page);
    }
  }

  @Test
  void nothingIsAddedOnceTheMilestoneIsClosed() throws IOException {
    jdbc.sql("update milestone set state = 'CLOSED'").update();

    assertThat(add("scjg", "迟到.pdf", Attachments.pdf()).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
  }

  private String milestone() {
    return jdbc.sql("select id from milestone").query(String.class).single();
  }

  private TestRestTemplate as(String user) {
    return http.withBasicAuth(user, "demo");
  }

  private ResponseEntity<JsonNode> add(String user, String name, byte[] content) {
    return post(user, "/api/v1/milestones/" + milestone() + "/evidence", name, content);
  }

  private ResponseEntity<JsonNode> post(String user, String path, String name, byte[] content) {
    LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add(
        "file",
        new ByteArrayResource(content) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.MULTIPART_FORM_DATA);
    return as(user)
        .exchange(path, HttpMethod.POST, new HttpEntity<>(form, headers), JsonNode.class);
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
