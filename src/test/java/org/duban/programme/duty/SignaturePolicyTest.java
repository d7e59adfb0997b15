package org.duban.programme.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.duban.programme.duty.SignaturePolicy.Signatory;
import org.duban.programme.duty.SignaturePolicy.Signature;
import org.junit.jupiter.api.Test;

class SignaturePolicyTest {

  private static final Instant JUNE = Instant.parse("2021-06-10T02:00:00Z");
  private static final List<Signatory> BOTH =
      List.of(new Signatory("czjr", null), new Signatory("ga", null));

  private static Signature given(String department, boolean agreed) {
    return new Signature(department, agreed, 1, department, JUNE);
  }

  @Test
  void theOfficesWordGoesBeforeTheDefault() {
    assertThat(SignaturePolicy.stand(null, true)).isTrue();
    assertThat(SignaturePolicy.stand(null, false)).isFalse();
    assertThat(SignaturePolicy.stand(true, false)).isTrue();
    assertThat(SignaturePolicy.stand(false, true)).isFalse();
  }

  @Test
  void whatOneLeadChangedIsAChange() {
    assertThat(SignaturePolicy.unchanged(List.of(true, true))).isTrue();
    assertThat(SignaturePolicy.unchanged(List.of(false, true))).isFalse();
    assertThat(SignaturePolicy.unchanged(List.of())).isFalse();
  }

  @Test
  void whoAgreedWithoutAnObjectionStands() {
    assertThat(
            SignaturePolicy.standing(
                List.of(given("czjr", false), given("ga", true), given("czjr", true)),
                BOTH,
                List.of("scjg")))
        .extracting(Signature::department)
        .containsExactly("ga");
  }

  @Test
  void whoLeftOrJoinedSinceDoesNotStand() {
    List<Signatory> now =
        List.of(new Signatory("czjr", JUNE.plusSeconds(1)), new Signatory("xzsp", null));

    assertThat(
            SignaturePolicy.standing(
                List.of(given("czjr", true), given("ga", true)), now, List.of("scjg")))
        .isEmpty();
  }

  @Test
  void nobodysSignatureStandsUnderAReportOfTheirOwn() {
    assertThat(
            SignaturePolicy.standing(
                List.of(given("czjr", true), given("ga", true)), BOTH, List.of("ga", "scjg")))
        .extracting(Signature::department)
        .containsExactly("czjr");
  }
}
