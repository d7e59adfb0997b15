package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

/** The health page as the system administrator reads it. */
@DubanTest
class HealthTest {

  @Autowired private Office office;
  @Autowired private TestRestTemplate http;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2026-05-20 08:30");
  }

  @Test
  void yearWhoseHolidaysAreNotPublishedIsAWarningAndNoFailure() {
    office.dispatch(
        """
        济宁高新区2026年度重点民生项目清单
        一、保障食品药品安全。
        新建放心消费示范药店5家。
        完成时限:2029年6月底
        牵头部门:市场监督管理局
        """);

    JsonNode calendar = health().at("/components/workingCalendar");
    assertThat(calendar.get("status").asText()).isEqualTo("WARNING");
    assertThat(calendar.at("/details/missingYears"))
        .extracting(JsonNode::asInt)
        .contains(2027, 2028, 2029)
        .doesNotContain(2026);
    assertThat(calendar.at("/details/warning").asText()).contains("放假调休安排尚未录入");
    for (String probe : new String[] {"liveness", "readiness"}) {
      assertThat(
              http.getForObject("/actuator/health/" + probe, JsonNode.class).get("status").asText())
          .isEqualTo("UP");
    }
  }

  @Test
  void simulatedClockSaysSo() {
    JsonNode clock = health().at("/components/clock");
    assertThat(clock.get("status").asText()).isEqualTo("UP");
    assertThat(clock.at("/details/zone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(clock.at("/details/databaseZone").asText()).isEqualTo("Asia/Shanghai");
    assertThat(clock.at("/details/note").asText()).contains("模拟");
  }

  private JsonNode health() {
    var answer =
        http.withBasicAuth("sysadmin", "demo").getForEntity("/actuator/health", JsonNode.class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }
}
