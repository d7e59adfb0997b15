package org.duban;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.duban.calendar.TimeMachine;
import org.duban.oversight.Counting;
import org.duban.oversight.TrailReference;
import org.duban.programme.Merger;
import org.duban.programme.OfficeActs;
import org.duban.security.TestRoutes;
import org.duban.story.Installations;
import org.duban.workflow.InventedYear;
import org.duban.workflow.Office;
import org.duban.workflow.OneOfEachTask;
import org.duban.workflow.RehearsedYear;
import org.duban.workflow.TestPeople;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test against the whole program with its database, engine and web server, shared by all such. It
 * fails when it leaves a connection of the pool behind.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({
  Office.class,
  TimeMachine.class,
  TestPeople.class,
  TestRoutes.class,
  Merger.class,
  OfficeActs.class,
  InventedYear.class,
  RehearsedYear.class,
  OneOfEachTask.class,
  TrailReference.class,
  Counting.class,
  Installations.class
})
@TestExecutionListeners(
    listeners = ConnectionsReturned.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface DubanTest {}
