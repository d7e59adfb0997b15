package org.duban.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.duban.calendar.ClockCompared;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** With an executor of the engine's own that serves no engine. */
class JobsInStepTest {

  private static final ClockCompared IN_STEP = new ClockCompared(Duration.ofSeconds(1), true);
  private static final ClockCompared OUT_OF_STEP = new ClockCompared(Duration.ofSeconds(6), false);

  private final JobExecutor executor = new DefaultJobExecutor();
  private final JobsInStep jobs =
      new JobsInStep(
          new StaticListableBeanFactory(Map.of("executor", executor))
              .getBeanProvider(JobExecutor.class));

  @AfterEach
  void stop() {
    executor.shutdown();
  }

  @Test
  void jobsStandStillWhileTheClockIsWrongAndGoOnAfterwards() {
    jobs.follow(IN_STEP);
    assertThat(executor.isActive()).isTrue();

    jobs.follow(OUT_OF_STEP);
    jobs.follow(OUT_OF_STEP);
    assertThat(executor.isActive()).isFalse();

    jobs.follow(IN_STEP);
    assertThat(executor.isActive()).isTrue();
  }

  @Test
  void nodeThatStartsWithAWrongClockRunsNoJobUntilItIsSetRight() {
    jobs.follow(OUT_OF_STEP);
    assertThat(executor.isActive()).isFalse();

    jobs.follow(IN_STEP);
    assertThat(executor.isActive()).isTrue();
  }

  @Test
  void executorThatEndsWithTheProgramIsNotStartedAgain() {
    jobs.follow(IN_STEP);
    executor.shutdown();
    jobs.follow(IN_STEP);
    assertThat(executor.isActive()).isFalse();
  }
}
