package org.duban.programme.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.programme.registration.DraftAct.APPROVE;
import static org.duban.programme.registration.DraftAct.CORRECT;
import static org.duban.programme.registration.DraftAct.DELETE;
import static org.duban.programme.registration.DraftAct.REGISTER;
import static org.duban.programme.registration.DraftAct.RETURN;
import static org.duban.programme.registration.DraftAct.SUBMIT;
import static org.duban.programme.registration.DraftState.DRAFTING;
import static org.duban.programme.registration.DraftState.REGISTERED;
import static org.duban.programme.registration.DraftState.RETURNED;
import static org.duban.programme.registration.DraftState.SUBMITTED;

import org.junit.jupiter.api.Test;

class DraftPolicyTest {

  private final DraftPolicy alone = new DraftPolicy(false);
  private final DraftPolicy fourEyes = new DraftPolicy(true);

  @Test
  void aloneTheDrafterCorrectsAndRegisters() {
    assertThat(alone.allowed(DRAFTING, "duban", "duban"))
        .containsExactly(CORRECT, DELETE, REGISTER);
  }

  @Test
  void aColleagueMayRegisterWhatStandsButNotChangeIt() {
    assertThat(alone.allowed(DRAFTING, "duban", "duban-head")).containsExactly(REGISTER);
  }

  @Test
  void withFourEyesNobodyRegistersAlone() {
    assertThat(fourEyes.allowed(DRAFTING, "duban", "duban"))
        .containsExactly(CORRECT, DELETE, SUBMIT);
    assertThat(fourEyes.allowed(DRAFTING, "duban", "duban-head")).isEmpty();
    assertThat(fourEyes.allowed(SUBMITTED, "duban", "duban")).isEmpty();
    assertThat(fourEyes.allowed(SUBMITTED, "duban", "duban-head")).containsExactly(APPROVE, RETURN);
    assertThat(fourEyes.decide(APPROVE, SUBMITTED, "duban", "duban").kind())
        .isEqualTo(DraftPolicy.Answer.Kind.NOT_YOURS);
  }

  @Test
  void whatCameBackIsTheDraftersAgain() {
    assertThat(fourEyes.allowed(RETURNED, "duban", "duban"))
        .containsExactly(CORRECT, DELETE, SUBMIT);
  }

  @Test
  void whatWasSubmittedCanStillBeApprovedWhenTheSettingChanges() {
    assertThat(alone.allowed(SUBMITTED, "duban", "duban-head")).containsExactly(APPROVE, RETURN);
  }

  @Test
  void whatIsRegisteredStays() {
    for (String user : new String[] {"duban", "duban-head"}) {
      assertThat(alone.allowed(REGISTERED, "duban", user)).isEmpty();
      assertThat(fourEyes.allowed(REGISTERED, "duban", user)).isEmpty();
    }
  }
}
