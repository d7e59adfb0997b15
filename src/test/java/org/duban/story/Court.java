package org.duban.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Plays stories and hears the witnesses after each step. */
final class Court {

  /** How often the dear witnesses are heard: after so many steps, and at the end. */
  private static final int NOW_AND_THEN = 10;

  /**
   * A story as it went.
   *
   * @param lines what was done when, one for each step
   * @param answers to the acts of each step
   */
  record Hearing(
      Story story,
      List<String> lines,
      List<List<Answer>> answers,
      Optional<Contradiction> contradiction) {

    /** How many acts were done, not refused or in vain. */
    int done() {
      return (int) answers.stream().flatMap(List::stream).filter(Answer::done).count();
    }

    /** The steps in which something was done. */
    List<Step> telling() {
      List<Step> telling = new ArrayList<>();
      for (int n = 0; n < answers.size(); n++) {
        if (answers.get(n).stream().anyMatch(Answer::done)) {
          telling.add(story.steps().get(n));
        }
      }
      return telling;
    }

    /** The whole story in words, for whoever has to find the fault. */
    String told() {
      return "Seed "
          + story.seed()
          + ", shortened: the list and "
          + lines.size()
          + " steps\n"
          + story.list()
          + "\n"
          + String.join("\n", lines)
          + contradiction.map(one -> "\n" + one).orElse("");
    }
  }

  private final Installation program;
  private final StoryPlayer player;
  private final List<Witness> witnesses;

  private Court(Installation program, List<Witness> witnesses) {
    this.program = program;
    this.player = new StoryPlayer(program);
    this.witnesses = witnesses;
  }

  /** Invents a story of so many steps while it is played. */
  Hearing invent(long seed, int steps) {
    Random chance = new Random(seed);
    InventedList list = InventedList.by(chance);
    StoryTeller teller = new StoryTeller(chance);
    return hear(seed, list, steps, (n, present) -> teller.next(present, player.list()));
  }

  /** Plays a story that is there. */
  Hearing replay(Story story) {
    return hear(
        story.seed(), story.list(), story.steps().size(), (n, present) -> story.steps().get(n));
  }

  private interface Telling {
    Step step(int n, Present present);
  }

  private Hearing hear(long seed, InventedList list, int steps, Telling telling) {
    player.begin(list);
    List<Step> told = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<List<Answer>> all = new ArrayList<>();
    try {
      Standing before = Standing.of(program.jdbc());
      for (int n = 0; n < steps; n++) {
        Present present = Present.of(program.jdbc(), program.today());
        Step step = telling.step(n, present);
        told.add(step);
        InventedList listBefore = player.list();
        String when = program.now().toString().substring(5, 16).replace('T', ' ');
        List<Answer> answers = player.play(step, present);
        Standing after = Standing.of(program.jdbc());
        lines.add(when + "  " + step + "  -> " + answers.stream().map(Answer::status).toList());
        all.add(answers);
        Scene scene = new Scene(program, step, answers, listBefore, before, after);
        boolean dear = n % NOW_AND_THEN == NOW_AND_THEN - 1 || n == steps - 1;
        for (Witness witness : witnesses) {
          List<String> words = witness.dear() && !dear ? List.of() : witness.against(scene);
          if (!words.isEmpty()) {
            return new Hearing(
                new Story(seed, list, told),
                lines,
                all,
                Optional.of(new Contradiction(witness.name(), n, words)));
          }
        }
        before = after;
      }
      return new Hearing(new Story(seed, list, told), lines, all, Optional.empty());
    } finally {
      player.end();
    }
  }

  static Court of(Installation program) {
    return new Court(program, all(program));
  }

  private static List<Witness> all(Installation program) {
    return List.of(
        new NothingBreaks(),
        new EveryPageSaysTheSame(),
        new NoConnectionIsLeftBehind(),
        new WhatIsRefusedChangesNothing(),
        new WhoHoldsHasTheTask(),
        new TheEngineRunsWhatIsOwed(),
        new WhatIsOwedIsUnderWatch(),
        new TasksSayTheirDay(),
        new ActsAreByThoseEntitled(),
        new NobodyIsOnBothSides(),
        new PeriodsFollowEachOther(),
        new ListsChangeOnlyWhatTheyChange(),
        new WhoTakesOverIsTold(),
        new LettersAreForWhoHasAPart(),
        new MoreTimeIsTheSameInAnyOrder(program.calendar()),
        new TheTrailTellsHowEachStands(),
        new CountsAreTheRows());
  }
}
