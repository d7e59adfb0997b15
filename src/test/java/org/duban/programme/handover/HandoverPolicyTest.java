package org.duban.programme.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.programme.Role;
import org.duban.programme.listing.Seat;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class HandoverPolicyTest {

  private static final Directory JINING =
      Directory.load(new ClassPathResource("config/directory.yml"));

  private final HandoverPolicy policy = new HandoverPolicy(JINING);

  private static Seat lead(String department, int position) {
    return new Seat(department, Role.LEAD, position, JINING.nameOf(department), false, "");
  }

  private static Seat support(String department, int position) {
    return new Seat(department, Role.SUPPORT, position, JINING.nameOf(department), true, "");
  }

  private List<Seat> handedOver(List<Seat> seats, String from, String to, Role role) {
    return policy.after(seats, List.of(new Handover(from, to, role, JINING.nameOf(to))));
  }

  @Test
  void theOneThatComesStandsWhereTheOtherStood() {
    assertThat(
            handedOver(
                List.of(lead("scjg", 1), lead("ga", 2), support("czjr", 1)),
                "scjg",
                "xzsp",
                Role.LEAD))
        .containsExactly(lead("xzsp", 1), lead("ga", 2), support("czjr", 1));
  }

  @Test
  void whoeverHasTheRoleAlreadyHasItOnceAndTheOthersMoveUp() {
    assertThat(
            handedOver(
                List.of(lead("scjg", 1), support("czjr", 1), support("ga", 2), support("sw", 3)),
                "czjr",
                "sw",
                Role.SUPPORT))
        .containsExactly(lead("scjg", 1), support("ga", 1), support("sw", 2));
  }

  @Test
  void onlyTheRoleInQuestionIsHandedOver() {
    assertThat(
            handedOver(List.of(lead("scjg", 1), support("scjg", 1)), "scjg", "xzsp", Role.SUPPORT))
        .extracting(seat -> seat.department() + " " + seat.role())
        .containsExactly("scjg LEAD", "xzsp SUPPORT");
  }

  @Test
  void aSupportThatComesToLeadSignsNoMore() {
    List<Seat> seats =
        handedOver(
            List.of(lead("scjg", 1), support("czjr", 1), support("ga", 2)),
            "scjg",
            "czjr",
            Role.LEAD);

    assertThat(seats)
        .filteredOn(seat -> seat.role() == Role.SUPPORT)
        .extracting(Seat::signsOff)
        .containsExactly(false, true);
    assertThat(seats.get(1).reason()).contains("牵头部门");
  }

  @Test
  void nobodyHandsOverWhoHasNotEnded() {
    List<Seat> seats = List.of(lead("scjg", 1), support("czjr", 1));

    assertThat(policy.successions(seats, LocalDate.of(2030, 1, 1))).isEmpty();
    assertThat(policy.orphaned(seats, LocalDate.of(2030, 1, 1))).isEmpty();
  }
}
