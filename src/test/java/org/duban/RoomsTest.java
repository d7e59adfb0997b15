package org.duban;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rooms of the larger modules: each knows only those that stand behind it here. */
class RoomsTest {

  private static final Map<String, List<String>> ORDER =
      Map.of(
          "notice",
          List.of("correction", "file", "outline", "quantity", "language", "line"),
          "programme",
          List.of(
              "act",
              "revision",
              "registration",
              "register",
              "handover",
              "listing",
              "extension",
              "suspension",
              "rhythm",
              "duty"),
          "workflow",
          List.of(
              "start",
              "rehearsal",
              "clock",
              "door",
              "work",
              "task",
              "process",
              "tasklist",
              "custody",
              "people",
              "command",
              "policy"),
          "oversight",
          List.of(
              "story", "board", "ladder", "ledger", "milestone", "counter", "score", "forecast"));

  /** More than these no one finds a place in. */
  private static final int MOST_CLASSES = 26;

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.duban");

  @ParameterizedTest
  @ValueSource(strings = {"notice", "programme", "workflow", "oversight"})
  void aRoomKnowsOnlyThoseBehindIt(String module) {
    List<String> order = ORDER.get(module);
    IntStream.range(1, order.size())
        .forEach(
            i ->
                noClasses()
                    .that()
                    .resideInAPackage(room(module, order.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                        order.subList(0, i).stream()
                            .map(before -> room(module, before))
                            .toArray(String[]::new))
                    .check(PROGRAM));
  }

  @Test
  void everyRoomSaysWhatItIsForAndCanBeTakenIn() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    Path program = Path.of("src/main/java/org/duban");
    try (Stream<Path> sources = Files.walk(program)) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path place = program.relativize(source);
        if (place.getNameCount() > 2) {
          assertThat(place.getNameCount()).as("%s: no room within a room", place).isEqualTo(3);
          String room = place.getName(0) + "/" + place.getName(1);
          found.computeIfAbsent(room, any -> new TreeSet<>()).add(source.getFileName().toString());
        }
      }
    }
    Set<String> known =
        ORDER.entrySet().stream()
            .flatMap(module -> module.getValue().stream().map(room -> module.getKey() + "/" + room))
            .collect(Collectors.toSet());

    assertThat(found.keySet()).isEqualTo(known);
    assertThat(found)
        .allSatisfy(
            (room, files) -> {
              assertThat(files).as(room).contains("package-info.java");
              assertThat(files.size()).as(room).isLessThanOrEqualTo(MOST_CLASSES);
            });
  }

  /** A module's root uses its rooms and they use it, but no class comes back to itself that way. */
  @ParameterizedTest
  @ValueSource(strings = {"notice", "programme", "workflow", "oversight"})
  void noCycleOfClassesGoesThroughSeveralRooms(String module) {
    Map<String, Set<String>> uses = new HashMap<>();
    Map<String, String> rooms = new HashMap<>();
    for (JavaClass one : PROGRAM) {
      if (one.getPackageName().matches("org\\.duban\\." + module + "(\\..*)?")) {
        rooms.put(outermost(one), one.getPackageName());
        Set<String> used = uses.computeIfAbsent(outermost(one), any -> new HashSet<>());
        one.getDirectDependenciesFromSelf().stream()
            .map(Dependency::getTargetClass)
            .forEach(target -> used.add(outermost(target)));
      }
    }
    Map<String, Set<String>> reached = new HashMap<>();
    uses.keySet().forEach(one -> reached.put(one, from(one, uses)));

    List<String> cycles = new ArrayList<>();
    reached.forEach(
        (one, others) ->
            others.stream()
                .filter(other -> rooms.containsKey(other))
                .filter(other -> !rooms.get(other).equals(rooms.get(one)))
                .filter(other -> reached.get(other).contains(one))
                .forEach(other -> cycles.add(one + " and " + other)));
    assertThat(cycles).isEmpty();
  }

  private static Set<String> from(String start, Map<String, Set<String>> uses) {
    Set<String> seen = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>(uses.get(start));
    while (!ahead.isEmpty()) {
      String next = ahead.pop();
      if (seen.add(next)) {
        ahead.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return seen;
  }

  private static String outermost(JavaClass one) {
    return one.getEnclosingClass().map(RoomsTest::outermost).orElse(one.getName());
  }

  private static String room(String module, String name) {
    return "org.duban." + module + "." + name + "..";
  }
}
