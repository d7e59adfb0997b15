package org.duban.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActingPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "REPORT_FILED, czjr, scjg, scjg, scjg",
    "REPORT_FILED, czjr, scjg, scjg-head, scjg-head",
    "REPORT_FILED, czjr, czjr, scjg, ", // their own department's
    "REPORT_FILED, scjg-head, scjg, scjg, ", // a head belongs to the department
    "DELAY_EXPLAINED, scjg, scjg, scjg-head, scjg-head",
    "DELAY_EXPLAINED, scjg-head, scjg, scjg, ",
    "ACCEPTED, czjr, , duban, duban",
    "ACCEPTED, duban-head, , duban, ",
    "INSTRUCTED, duban, , leader, leader",
    "ACCEPTED, duban, , leader, ",
    "ACCEPTED, leader, , duban, duban", // a leader is not of the office
    "EXTENSION_APPROVED, duban, , leader, leader",
    "EXTENSION_ENDORSED, duban, , leader, ",
    "REPORT_FILED, czjr, ga, scjg, " // the absent person couldn't either
  })
  void absentPersonIsNamedOnlyWhereTheirPlaceWasNeeded(
      Happening what, String who, String department, String absent, String actingFor) {
    Entry entry = new Entry("t", "p", "j", "m", what, who, department, Instant.EPOCH, "");
    assertThat(new ActingPolicy(Sample.JINING).actingFor(entry, List.of(absent)).orElse(null))
        .isEqualTo(actingFor);
  }
}
