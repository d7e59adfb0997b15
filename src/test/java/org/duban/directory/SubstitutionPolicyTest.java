package org.duban.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionPolicyTest {

  private static final LocalDate TODAY = LocalDate.of(2021, 7, 1);
  private static final SubstitutionPolicy POLICY = new SubstitutionPolicy(Sample.JINING);

  @ParameterizedTest
  @CsvSource({
    "nobody, scjg-head, 2021-07-01, 2021-07-07, 部门目录中没有人员“nobody”",
    "scjg, nobody, 2021-07-01, 2021-07-07, 请核对 substitute",
    "scjg, , 2021-07-01, 2021-07-07, 请核对 substitute",
    "scjg, scjg, 2021-07-01, 2021-07-07, 不能由本人代理本人",
    "scjg, scjg-head, 2021-07-07, 2021-07-01, 早于开始日期",
    "scjg, scjg-head, 2021-06-20, 2021-06-30, 已过",
    "scjg, scjg-head, , 2021-07-07, 起止日期",
    "scjg, scjg-head, 2021-07-01, 2022-07-02, 最长一年",
    "sysadmin, scjg, 2021-07-01, 2021-07-07, 三员须分设",
    "scjg, auditor, 2021-07-01, 2021-07-07, 三员须分设"
  })
  void whatCannotBeIsRefusedEvenToTheOffice(
      String absent, String substitute, LocalDate from, LocalDate to, String sentence) {
    refused(sentence, new SubstitutionOrder(absent, substitute, from, to), true);
  }

  @Test
  void fromTodayForAYearIsTheMost() {
    assertThatNoException()
        .isThrownBy(() -> check(order("scjg", "scjg-head", "2021-06-01", "2021-07-01"), false));
    assertThatNoException()
        .isThrownBy(() -> check(order("scjg", "scjg-head", "2021-07-01", "2022-07-01"), false));
  }

  @Test
  void strangersStandInOnlyByTheOffice() {
    SubstitutionOrder across = order("scjg", "czjr", "2021-07-01", "2021-07-07");
    refused("不在同一单位，跨单位代理由督查室登记", across, false);
    assertThatNoException().isThrownBy(() -> check(across, true));
    assertThatNoException()
        .as("a sub-unit is of the same organisation")
        .isThrownBy(() -> check(order("dzb-xc", "dzb-zf", "2021-07-01", "2021-07-07"), false));
  }

  @Test
  void substituteIsThereAndPassesNothingOn() {
    Substitution headIsAway = standing("scjg-head", "scjg", "2021-07-05", "2021-07-09");
    refused("本人在这段时间不在岗", order("scjg", "scjg-head", "2021-07-01", "2021-07-05"), headIsAway);
    refused("代理不能再转", order("scjg", "czjr", "2021-07-09", "2021-07-12"), headIsAway);
    refused("已由", order("scjg-head", "czjr", "2021-07-09", "2021-07-12"), headIsAway);
    POLICY.check(
        order("scjg", "scjg-head", "2021-07-10", "2021-07-12"), false, TODAY, List.of(headIsAway));
  }

  @Test
  void personHeadAndOfficeArrangeAndNobodyElse() {
    assertThat(POLICY.mayArrange("dzb-xc", groups("dzb-xc"), "dzb-xc")).isTrue();
    assertThat(POLICY.mayArrange("dzb-xc-head", groups("dzb-xc-head"), "dzb-xc")).isTrue();
    assertThat(POLICY.mayArrange("dzb-head", groups("dzb-head"), "dzb-xc")).isTrue();
    assertThat(POLICY.mayArrange("duban", groups("duban"), "dzb-xc")).isTrue();
    assertThat(POLICY.mayArrange("dzb-xc", groups("dzb-xc"), "dzb-xc-head")).isFalse();
    assertThat(POLICY.mayArrange("dzb-xc-head", groups("dzb-xc-head"), "dzb")).isFalse();
    assertThat(POLICY.mayArrange("scjg-head", groups("scjg-head"), "dzb-xc")).isFalse();
    assertThat(POLICY.mayArrange("leader", groups("leader"), "dzb-xc")).isFalse();
    assertThat(POLICY.mayArrange("scjg-head", groups("scjg-head"), "nobody")).isFalse();
  }

  @Property
  void nobodyIsEverAbsentAndSubstituteOnOneDayNorStoodInForTwice(
      @ForAll("orders") List<SubstitutionOrder> orders) {
    List<Substitution> accepted = new ArrayList<>();
    for (SubstitutionOrder order : orders) {
      try {
        POLICY.check(order, true, TODAY, accepted);
        accepted.add(standing(order));
      } catch (SubstitutionRefused refused) {
        assertThat(refused).hasMessageEndingWith("。");
      }
    }
    for (LocalDate day = TODAY; day.isBefore(TODAY.plusDays(40)); day = day.plusDays(1)) {
      LocalDate on = day;
      List<Substitution> running = accepted.stream().filter(one -> one.runsOn(on)).toList();
      assertThat(running).extracting(Substitution::absent).doesNotHaveDuplicates();
      List<String> substitutes = running.stream().map(Substitution::substitute).toList();
      assertThat(running).noneMatch(one -> substitutes.contains(one.absent()));
    }
  }

  @Provide
  Arbitrary<List<SubstitutionOrder>> orders() {
    Arbitrary<String> people = Arbitraries.of("scjg", "scjg-head", "czjr", "czjr-head");
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 20);
    return Combinators.combine(people, people, days, days)
        .as(
            (absent, substitute, from, length) ->
                new SubstitutionOrder(
                    absent, substitute, TODAY.plusDays(from), TODAY.plusDays(from + length)))
        .list()
        .ofMaxSize(12);
  }

  private static Set<String> groups(String person) {
    return Sample.JINING.account(person).orElseThrow().groups();
  }

  private static SubstitutionOrder order(String absent, String substitute, String from, String to) {
    return new SubstitutionOrder(absent, substitute, LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Substitution standing(String absent, String substitute, String from, String to) {
    return standing(order(absent, substitute, from, to));
  }

  private static Substitution standing(SubstitutionOrder order) {
    return new Substitution(
        1,
        order.absent(),
        order.substitute(),
        order.from(),
        order.to(),
        "duban",
        Instant.EPOCH,
        null);
  }

  private static void check(SubstitutionOrder order, boolean byOffice) {
    POLICY.check(order, byOffice, TODAY, List.of());
  }

  private static void refused(String sentence, SubstitutionOrder order, boolean byOffice) {
    assertThatExceptionOfType(SubstitutionRefused.class)
        .isThrownBy(() -> check(order, byOffice))
        .withMessageContaining(sentence);
  }

  private static void refused(String sentence, SubstitutionOrder order, Substitution standing) {
    assertThatExceptionOfType(SubstitutionRefused.class)
        .isThrownBy(() -> POLICY.check(order, true, TODAY, List.of(standing)))
        .withMessageContaining(sentence);
  }
}
