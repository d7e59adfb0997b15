package org.duban.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duban.DubanTest;
import org.duban.story.Court.Hearing;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Tells stories that nobody heard before, as many as fit into {@code -Dduban.fuzz.minutes=} (50
 * when left out, so that the whole build takes an hour) or {@code -Dduban.fuzz.stories=}, and
 * prints one table. The first seed is printed, or given with {@code -Dduban.story.seed=}.
 */
@DubanTest
class AnyOrderOfActsFuzz {

  private static final Duration SHORTENING = Duration.ofMinutes(1);

  @Autowired private Installations installations;
  @Autowired private Office office;

  private final Map<String, Integer> found = new TreeMap<>();
  private final List<String> shortest = new ArrayList<>();

  @AfterEach
  void leaveItAsItWas() {
    office.openOn(StoryPlayer.BEGINNING);
  }

  @Test
  void whatItShowsIsWhatIsSo() throws SQLException {
    Court court = Court.of(installations.running());
    long first = Long.getLong("duban.story.seed", System.currentTimeMillis());
    int most = Integer.getInteger("duban.fuzz.stories", Integer.MAX_VALUE);
    Duration time = Duration.ofMinutes(Integer.getInteger("duban.fuzz.minutes", 50));
    System.out.println("First seed " + first);
    long began = System.nanoTime();
    int stories = 0;
    int steps = 0;
    int acts = 0;
    while (stories < most && System.nanoTime() - began < time.toNanos()) {
      Hearing heard = court.invent(first + stories, AnyOrderOfActsTest.STEPS);
      stories++;
      steps += heard.lines().size();
      acts += heard.done();
      if (stories % 100 == 0) {
        System.out.println("Stories so far: " + stories);
      }
      heard.contradiction().ifPresent(contradiction -> keep(court, heard, contradiction));
    }
    print(stories, steps, acts, Duration.ofNanos(System.nanoTime() - began));
    assertThat(shortest).isEmpty();
  }

  /** Each sort of contradiction is told once, in the shortest story of the first that has it. */
  private void keep(Court court, Hearing heard, Contradiction contradiction) {
    if (found.merge(contradiction.sort(), 1, Integer::sum) == 1) {
      String told = new Shortening(court, SHORTENING).of(heard).told();
      System.out.println(told);
      shortest.add(told);
    }
  }

  private void print(int stories, int steps, int acts, Duration took) {
    System.out.printf("%n| stories | %d |%n", stories);
    System.out.printf("| steps | %d |%n", steps);
    System.out.printf("| acts done | %d |%n", acts);
    System.out.printf(
        "| stories a minute | %.1f |%n", stories * 60.0 / Math.max(1, took.toSeconds()));
    System.out.printf(
        "| contradictions | %d of %d sorts |%n",
        found.values().stream().mapToInt(Integer::intValue).sum(), found.size());
    found.forEach((sort, times) -> System.out.printf("| %s | %d |%n", sort, times));
  }
}
