package org.duban.programme;

import org.duban.programme.registration.DraftPolicy;
import org.duban.programme.registration.Drafts;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** Turns the two-person rule on and off in the program that all tests share. */
final class FourEyes {

  private FourEyes() {}

  static void require(Drafts drafts, boolean required) {
    Object behindTheProxy = AopTestUtils.getUltimateTargetObject(drafts);
    ReflectionTestUtils.setField(behindTheProxy, "policy", new DraftPolicy(required));
  }
}
