package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.duban.notice.ListFiles;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** An office uploads its list as the file that it has. */
@DubanTest
class FilesOverHttpTest {

  private static final List<String> LIST =
      List.of(
          "济宁高新区2021年度重点民生项目清单", "一、保障食品药品安全。", "新建放心消费示范药店5家。", "完成时限:2021年6月底", "牵头部门:市场监督管理局");

  private static final String TEXT = String.join("\n", LIST);

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  static Stream<Arguments> goodFiles() {
    String page = "<html><body><p>" + String.join("</p><p>", LIST) + "</p></body></html>";
    return Stream.of(
        Arguments.of("清单.txt", TEXT.getBytes(StandardCharsets.UTF_8)),
        Arguments.of("清单-gb.txt", TEXT.getBytes(Charset.forName("GB18030"))),
        Arguments.of("清单-16.txt", TEXT.getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of("清单.html", page.getBytes(StandardCharsets.UTF_8)),
        Arguments.of("清单.docx", ListFiles.docx(LIST)),
        Arguments.of("清单.xlsx", ListFiles.xlsx(LIST)),
        Arguments.of("清单.pdf", ListFiles.pdf(LIST)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodFiles")
  void everyKindOfFileIsRegistered(String name, byte[] file) {
    ResponseEntity<JsonNode> draft = upload("?dryRun=true", name, file);

    assertThat(draft.getStatusCode()).isEqualTo(HttpStatus.OK);
    JsonNode project = draft.getBody().at("/projects/0");
    assertThat(project.get("title").asText()).isEqualTo("保障食品药品安全");
    assertThat(project.at("/leads/0").asText()).isEqualTo("市场监督管理局");
    assertThat(project.at("/milestones/0/due").asText()).isEqualTo("2021-06-30");
    assertThat(project.at("/commitments/0/target").asInt()).isEqualTo(5);
    assertThat(upload("", name, file).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(programmes()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.duban.notice.file.FileTextTest#refusedFiles")
  void otherFilesAreRefusedWithTheReasonAndNothingIsStored(
      String what, byte[] file, String code, String reason) {
    ResponseEntity<JsonNode> refused = upload("", "file", file);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(refused.getBody().at("/flags/0/code").asText()).isEqualTo(code);
    assertThat(refused.getBody().get("detail").asText()).contains(reason);
    assertThat(programmes()).isZero();
  }

  @Test
  void fileBeyondThirtyMegabytesIsRefused() {
    ResponseEntity<JsonNode> refused = upload("", "清单.txt", new byte[31 * 1024 * 1024]);

    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE);
    assertThat(refused.getBody().get("detail").asText()).isEqualTo("上传的文件超过 30 MB，未接收。");
    assertThat(programmes()).isZero();
  }

  private ResponseEntity<JsonNode> upload(String query, String name, byte[] file) {
    var form = new LinkedMultiValueMap<String, Object>();
    form.add(
        "file",
        new ByteArrayResource(file) {
          @Override
          public String getFilename() {
            return name;
          }
        });
    return http.withBasicAuth("duban", "demo")
        .exchange(
            RequestEntity.post("/api/v1/programmes" + query)
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form),
            JsonNode.class);
  }

  private long programmes() {
    return jdbc.sql("select count(*) from programme").query(Long.class).single();
  }
}
