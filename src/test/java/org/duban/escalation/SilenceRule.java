package org.duban.escalation;

import org.duban.escalation.SignOffSettings.Silence;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets a test decide what silence means, as the setting does for an installation. */
public final class SilenceRule {

  private SilenceRule() {}

  public static void countsAsAgreement(ApplicationContext context, boolean agreement) {
    ReflectionTestUtils.setField(
        context.getBean(Silences.class),
        "silence",
        agreement ? Silence.DEEMED_AGREEMENT : Silence.ESCALATE);
  }
}
