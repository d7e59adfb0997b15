package org.duban.notice.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;
import org.junit.jupiter.api.Test;

class DutyPolicyTest {

  @Test
  void besideALeadTheResponsibleSupport() {
    assertThat(decide("甲", "乙、丙", "", false)).isEqualTo("甲|乙、丙|");
  }

  @Test
  void oneResponsibleLeads() {
    assertThat(decide("", "甲", "乙", false)).isEqualTo("甲|乙|");
  }

  @Test
  void firstOfSeveralLeadsAndIsDoubtedUnlessTheListSaysSo() {
    assertThat(decide("", "甲、乙", "丙", true)).isEqualTo("甲|乙、丙|");
    assertThat(decide("", "甲、乙", "丙", false)).startsWith("甲|乙、丙|写有 2 个责任单位");
  }

  @Test
  void wordInBracketsSaysWhoLeads() {
    assertThat(decide("", "甲、乙*、丙", "", false)).isEqualTo("乙|甲、丙|");
  }

  @Test
  void leadNamedAgainAmongTheResponsibleIsNoSupport() {
    assertThat(decide("甲", "甲、乙", "", false)).isEqualTo("甲|乙|");
  }

  @Test
  void threeKindsOfUnitsAreDoubted() {
    assertThat(decide("甲", "乙", "丙", false)).startsWith("甲|乙、丙|同时写有");
  }

  private static String decide(
      String leads, String responsible, String supports, boolean firstLeads) {
    DutyPolicy.Duties duties =
        DutyPolicy.decide(units(leads), units(responsible), units(supports), firstLeads);
    return String.join("、", texts(duties.leads()))
        + "|"
        + String.join("、", texts(duties.supports()))
        + "|"
        + (duties.doubt() == null ? "" : duties.doubt());
  }

  private static List<String> texts(List<Passage> names) {
    return names.stream().map(Passage::text).toList();
  }

  private static List<UnitName> units(String names) {
    return Arrays.stream(names.split("、"))
        .filter(name -> !name.isEmpty())
        .map(
            name ->
                new UnitName(
                    Passage.of(new Line(1, name.replace("*", ""))),
                    name.endsWith("*") ? Label.LEAD : null))
        .toList();
  }
}
