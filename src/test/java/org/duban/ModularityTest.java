package org.duban;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** How the program is built, kept to by every class. */
class ModularityTest {

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.duban");

  @Test
  void modulesUseOnlyWhatTheyAreAllowedTo() {
    ApplicationModules.of(Duban.class).verify();
  }

  @Test
  void onlyTheWorkflowKnowsTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.duban.workflow..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .check(PROGRAM);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses().should().callMethod(Instant.class, "now").check(PROGRAM);
    noClasses().should().callMethod(LocalDate.class, "now").check(PROGRAM);
    noClasses().should().callMethod(LocalDateTime.class, "now").check(PROGRAM);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.duban.calendar..")
        .should()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(PROGRAM);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(PROGRAM);
  }

  /** An open stream keeps its connection until somebody closes it, and nobody does. */
  @Test
  void noAnswerOfTheDatabaseIsLeftOpen() {
    noClasses()
        .should()
        .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
        .orShould()
        .callMethodWhere(
            target(name("queryForStream"))
                .and(target(owner(assignableTo(JdbcOperations.class))))
                .or(
                    target(name("queryForStream"))
                        .and(target(owner(assignableTo(NamedParameterJdbcOperations.class))))))
        .because("a list, or a callback for each row, gives its connection back by itself")
        .check(PROGRAM);
  }

  /**
   * What a task is about is asked of {@code TaskSubjects}: a variable may have come with a
   * completion. Where the engine itself hands on what the program gave it, it is read: by what is
   * filled in and told as such, by what writes subjects down, by steps of the models that are no
   * task or none yet, and by the rounds that ask several at once. What is handed in is looked
   * through at the door.
   */
  @Test
  void noTaskIsAskedForIdsInItsVariables() throws IOException {
    Set<String> readers =
        Set.of(
            "BodyCheck",
            "Filled",
            "TaskSubjects",
            "TaskTerms",
            "MilestoneTasks",
            "ExtensionTasks",
            "ParallelRound",
            "Reassignments");
    noClasses()
        .that(
            DescribedPredicate.describe(
                "read no variables", one -> !readers.contains(one.getSimpleName())))
        .should()
        .callMethodWhere(
            target(nameMatching("getVariable.*|.*[vV]ariableValue.*"))
                .and(target(owner(resideInAPackage("org.camunda..")))))
        .check(PROGRAM);
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(Files::isRegularFile))
          .allSatisfy(
              source ->
                  assertThat(source).content().doesNotContain("act_ru_variable", "act_hi_var"));
    }
  }

  /** The engine's tasks are asked for no ids at all, whichever class asks. */
  @Test
  void taskServiceGivesNoVariables() {
    noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("getVariable.*"))
                .and(target(owner(assignableTo("org.camunda.bpm.engine.TaskService")))))
        .check(PROGRAM);
  }

  @Test
  void policiesNeedNoFramework() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Policy")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..")
        .check(PROGRAM);
  }

  @Test
  void onlyFacadesValuesAndEventsLeaveTheirModule() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .or()
        .haveSimpleNameEndingWith("Listener")
        .should()
        .notBePublic()
        .check(PROGRAM);
    classes()
        .that()
        .haveSimpleNameEndingWith("Rows")
        .and()
        .resideInAPackage("org.duban.*")
        .should()
        .notBePublic()
        .check(PROGRAM);
  }
}
