package org.duban;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
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
        .haveSimpleNameEndingWith("Rows")
        .or()
        .haveSimpleNameEndingWith("Listener")
        .should()
        .notBePublic()
        .check(PROGRAM);
  }
}
