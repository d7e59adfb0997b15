package org.duban.story;

import static org.assertj.core.api.Assertions.fail;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.duban.DubanTest;
import org.duban.story.Court.Hearing;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever people do in whatever order, what the program shows is what is so. The stories are the
 * same in every build; {@code -Dduban.story.seed=} tells one of them, or any other, by itself, and
 * {@code mvn -Pfuzz verify} as many new ones as an hour holds.
 */
@DubanTest
class AnyOrderOfActsTest {

  static final int STEPS = 40;

  private static final int STORIES = 40;
  private static final Duration SHORTENING = Duration.ofMinutes(1);

  @Autowired private Installations installations;
  @Autowired private Office office;

  @AfterEach
  void leaveItAsItWas() {
    office.openOn(StoryPlayer.BEGINNING);
  }

  @Test
  void whatItShowsIsWhatIsSo() throws SQLException {
    Court court = Court.of(installations.running());
    Long only = Long.getLong("duban.story.seed");
    LongStream seeds = only == null ? LongStream.rangeClosed(1, STORIES) : LongStream.of(only);
    long began = System.nanoTime();
    int acts = 0;
    for (long seed : seeds.toArray()) {
      Hearing heard = court.invent(seed, STEPS);
      acts += heard.done();
      if (heard.contradiction().isPresent()) {
        fail(new Shortening(court, SHORTENING).of(heard).told());
      }
    }
    System.out.printf(
        "%s of %d steps, %d acts done: %d s%n",
        only == null ? "Stories with seeds 1 to " + STORIES : "A story with seed " + only,
        STEPS,
        acts,
        Duration.ofNanos(System.nanoTime() - began).toSeconds());
  }
}
