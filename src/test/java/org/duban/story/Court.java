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
   * @param done how many acts were done, not refused or in vain
   */
  record Hearing(Story story, List<String> lines, int done, Optional<Contradiction> contradiction) {

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
    return hear(
        seed,
        list,
        steps,
        n -> teller.next(Present.of(program.jdbc(), program.today()), player.list()));
  }

  /** Plays a story that is there. */
  Hearing replay(Story story) {
    return hear(story.seed(), story.list(), story.steps().size(), story.steps()::get);
  }

  private interface Telling {
    Step step(int n);
  }

  private Hearing hear(long seed, InventedList list, int steps, Telling telling) {
    player.begin(list);
    List<Step> told = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int done = 0;
    try {
      Standing before = Standing.of(program.jdbc());
      for (int n = 0; n < steps; n++) {
        Step step = telling.step(n);
        told.add(step);
        InventedList listBefore = player.list();
        String when = program.now().toString().substring(5, 16).replace('T', ' ');
        List<Answer> answers = player.play(step);
        Standing after = Standing.of(program.jdbc());
        lines.add(when + "  " + step + "  -> " + answers.stream().map(Answer::status).toList());
        done += (int) answers.stream().filter(Answer::done).count();
        Scene scene = new Scene(program, step, answers, listBefore, before, after);
        boolean dear = n % NOW_AND_THEN == NOW_AND_THEN - 1 || n == steps - 1;
        for (Witness witness : witnesses) {
          List<String> words = witness.dear() && !dear ? List.of() : witness.against(scene);
          if (!words.isEmpty()) {
            return new Hearing(
                new Story(seed, list, told),
                lines,
                done,
                Optional.of(new Contradiction(witness.name(), n, words)));
          }
        }
        before = after;
      }
      return new Hearing(new Story(seed, list, told), lines, done, Optional.empty());
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
        new MoreTimeIsTheSameInAnyOrder(program.calendar()),
        new TheTrailTellsHowEachStands(),
        new CountsAreTheRows());
  }
}
