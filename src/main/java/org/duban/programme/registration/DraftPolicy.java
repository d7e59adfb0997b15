package org.duban.programme.registration;

import java.util.Arrays;
import java.util.List;

/**
 * Who of the supervising office may do what with a draft. Only its drafter changes it. With four
 * eyes the drafter submits it, and another person registers it by approving.
 */
public final class DraftPolicy {

  /** The answer, with the sentence that says why not. */
  record Answer(Kind kind, String sentence) {
    enum Kind {
      ALLOWED,
      NOT_YOURS,
      NOT_NOW
    }

    boolean allowed() {
      return kind == Kind.ALLOWED;
    }
  }

  private static final Answer ALLOWED = new Answer(Answer.Kind.ALLOWED, "");

  private final boolean fourEyes;

  public DraftPolicy(boolean fourEyes) {
    this.fourEyes = fourEyes;
  }

  boolean fourEyes() {
    return fourEyes;
  }

  Answer decide(DraftAct act, DraftState state, String drafter, String user) {
    boolean own = drafter.equals(user);
    return switch (act) {
      case CORRECT, DELETE -> ownAndOpen(state, own, drafter);
      case SUBMIT -> fourEyes ? ownAndOpen(state, own, drafter) : notNow("未启用双人核准，请直接立项。");
      case REGISTER ->
          fourEyes ? notNow("已启用双人核准，须提交后由另一人核准立项。") : state.open() ? ALLOWED : tooLate(state);
      case APPROVE, RETURN -> {
        if (state != DraftState.SUBMITTED) {
          yield state == DraftState.REGISTERED ? tooLate(state) : notNow("草稿还没有提交核准。");
        }
        yield own ? notYours("起草人不能核准自己的草稿，须由另一人核准。") : ALLOWED;
      }
    };
  }

  List<DraftAct> allowed(DraftState state, String drafter, String user) {
    return Arrays.stream(DraftAct.values())
        .filter(act -> decide(act, state, drafter, user).allowed())
        .toList();
  }

  private static Answer ownAndOpen(DraftState state, boolean own, String drafter) {
    if (!own) {
      return notYours("草稿由 " + drafter + " 起草，只能由起草人修改和提交。");
    }
    return state.open() ? ALLOWED : tooLate(state);
  }

  private static Answer tooLate(DraftState state) {
    return notNow(state == DraftState.SUBMITTED ? "草稿已提交核准。" : "草稿已经立项。");
  }

  private static Answer notYours(String sentence) {
    return new Answer(Answer.Kind.NOT_YOURS, sentence);
  }

  private static Answer notNow(String sentence) {
    return new Answer(Answer.Kind.NOT_NOW, sentence);
  }
}
