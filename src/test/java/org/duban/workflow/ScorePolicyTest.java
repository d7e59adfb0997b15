package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.duban.directory.DepartmentClass;
import org.duban.oversight.ScoreEvent;
import org.duban.oversight.ScoreSituation;
import org.duban.workflow.policy.DmnFile;
import org.duban.workflow.policy.PolicyRefused;
import org.duban.workflow.policy.ScoreRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default score table, rule by rule. */
class ScorePolicyTest {

  private static final Path TABLE = Path.of("processes/score-policy.dmn");

  @ParameterizedTest
  @CsvSource({
    "MET_AHEAD, 0, 1",
    "MET_ON_TIME, 0, 1",
    "MET_LATE, 0, 0",
    "MET_LATE, 1, -1",
    "MET_LATE, 200, -1",
    "OVERDUE, 0, 0",
    "OVERDUE, 1, -1",
    "RETURNED, 0, -2",
    "SIGN_OFF_LATE, 3, -0.1",
    "SIGN_OFF_MISSING, 3, -0.5",
    "ESCALATED_LEVEL_2, 0, 0",
    "ESCALATED_LEVEL_3, 0, 0",
    "EXTENDED, 0, 0"
  })
  void everyEventHasItsPoints(ScoreEvent event, int days, BigDecimal points) throws IOException {
    DmnFile table = DmnFile.read(Files.readString(TABLE), ScoreRow.KEY);
    for (DepartmentClass unit :
        Arrays.asList(
            DepartmentClass.DEPARTMENT, DepartmentClass.STREET, DepartmentClass.COMPANY)) {
      ScoreSituation situation = new ScoreSituation(event, unit, days);
      assertThat(ScoreRow.points(situation, table.ask(ScoreRow.variables(situation), "")).points())
          .isEqualTo(points);
    }
  }

  @Test
  void theDefaultTableIsOneThatTheOfficeCouldPutInForce() throws IOException {
    ScoreRow.check(Files.readString(TABLE));
    assertThat(Files.readString(TABLE).split("<rule ")).hasSize(12 + 1);
  }

  @Test
  void aTableThatLeavesAnEventOutOrRulesItTwiceIsRefused() throws IOException {
    String table = Files.readString(TABLE);

    refused("恰有一条规则，EXTENDED（获准延期）", table.replace("\"EXTENDED\"", "\"OTHER\""));
    refused("恰有一条规则，MET_LATE（逾期办结）、1 个工作日", table.replaceFirst("&gt;= 1", "&gt;= 2"));
    refused("须写明分值", table.replace("<text>-2</text>", "<text></text>"));
    refused("无法判定", table.replace("<text>-2</text>", "<text>\"二\"</text>"));
    refused(
        "没有 id 为 score-policy", table.replace("decision id=\"score-policy\"", "decision id=\"x\""));
  }

  private static void refused(String why, String xml) {
    assertThatThrownBy(() -> ScoreRow.check(xml))
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContaining(why);
  }
}
