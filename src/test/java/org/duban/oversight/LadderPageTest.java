package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people read of a milestone's ladder in a browser. */
@DubanTest
class LadderPageTest {

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

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
    office.moveTo("2021-07-02 09:00");
  }

  @Test
  void itSaysInWordsWhatHappenedAndWhatComesNextAndWhen() {
    ResponseEntity<String> page = open("czjr", milestone());

    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(page.getBody())
        .contains("红灯", "2021年6月30日（周三）", "已逾期 2 天", "目前在办：市场监督管理局")
        .contains("2021年7月5日（周一）", "负责人须说明原因和补救时限")
        .contains("2021年6月25日 00:00", "【临期预警】一、保障食品药品安全")
        .doesNotContain("null", "scjg");
  }

  @Test
  void whoHasNoPartInItFindsNothingAndReadsSoInChinese() {
    ResponseEntity<String> page = open("xzsp", milestone());

    assertThat(page.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(page.getBody()).contains("找不到这个页面或内容", "没有编号为").doesNotContain("Whitelabel");
  }

  private ResponseEntity<String> open(String user, String id) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(List.of(MediaType.TEXT_HTML));
    return http.withBasicAuth(user, "demo")
        .exchange(
            "/milestones/ladder?id={id}",
            HttpMethod.GET,
            new HttpEntity<>(headers),
            String.class,
            id);
  }

  private String milestone() {
    return jdbc.sql("select id from milestone").query(String.class).single();
  }
}
