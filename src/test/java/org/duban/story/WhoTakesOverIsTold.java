package org.duban.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directory.Person;

/**
 * Every department that gets a part in what was sent out is told, handlers and heads, once for each
 * act; and so is every one that has no part in it any more. Nobody is told the same thing twice.
 */
final class WhoTakesOverIsTold implements Witness {

  private record Letter(
      String project, String occasion, String kind, String recipient, String channel) {

    /** From the row as the database prints it. */
    static Letter of(String row) {
      String[] columns = row.substring(1).split(",");
      return new Letter(columns[2], columns[4], columns[5], columns[6], columns[7]);
    }
  }

  @Override
  public List<String> against(Scene scene) {
    List<Letter> letters = written(scene);
    Set<String> out = Set.copyOf(scene.ask("select id from project where state in ('DISPATCHED')"));
    List<String> words = new ArrayList<>();
    for (String seat : difference(seats(scene.after()), seats(scene.before()))) {
      String project = seat.split(" ")[0];
      if (out.contains(project) && dispatchedBefore(scene, project)) {
        untold(scene, letters, project, seat.split(" ")[1], "TAKEN_OVER")
            .forEach(person -> words.add("takes over and isn't told: " + person + " " + seat));
      }
    }
    for (String part : difference(parts(scene.before()), parts(scene.after()))) {
      String project = part.split(" ")[0];
      if (out.contains(project)) {
        untold(scene, letters, project, part.split(" ")[1], "HANDED_OVER")
            .forEach(person -> words.add("left it and isn't told: " + person + " " + part));
      }
    }
    if (scene.step().acts().size() == 1 && scene.step().has(Deed.REASSIGN)) {
      letters.stream()
          .filter(letter -> letter.kind().endsWith("_OVER"))
          .collect(
              Collectors.groupingBy(
                  letter -> letter.recipient() + " " + letter.channel() + " " + letter.kind()))
          .forEach(
              (who, its) -> {
                if (its.size() > 1) {
                  words.add("told twice of one act: " + its);
                }
              });
    }
    return words;
  }

  private static boolean dispatchedBefore(Scene scene, String project) {
    return scene.before().of("project").stream()
        .anyMatch(row -> row.startsWith("(" + project + ",") && row.contains(",DISPATCHED,"));
  }

  /** What was written since, and not what only changed on its way. */
  private static List<Letter> written(Scene scene) {
    Set<String> known =
        scene.before().of("notification").stream()
            .map(row -> row.split(",")[0])
            .collect(Collectors.toSet());
    return scene.after().of("notification").stream()
        .filter(row -> !known.contains(row.split(",")[0]))
        .map(Letter::of)
        .toList();
  }

  private static List<String> difference(List<String> of, List<String> without) {
    return of.stream().filter(one -> !without.contains(one)).toList();
  }

  private static List<String> seats(Standing standing) {
    return standing.of("assignment").stream()
        .map(row -> row.substring(1).split(","))
        .map(columns -> columns[0] + " " + columns[2] + " " + columns[3])
        .toList();
  }

  private static List<String> parts(Standing standing) {
    return seats(standing).stream()
        .map(seat -> seat.substring(0, seat.lastIndexOf(' ')))
        .distinct()
        .toList();
  }

  private static List<String> untold(
      Scene scene, List<Letter> letters, String project, String department, String kind) {
    var directory = scene.program().directory();
    return Stream.concat(
            directory.handlers(department).stream(), directory.heads(department).stream())
        .map(Person::id)
        .distinct()
        .filter(
            person ->
                letters.stream()
                    .noneMatch(
                        letter ->
                            letter.project().equals(project)
                                && letter.kind().equals(kind)
                                && letter.recipient().equals(person)))
        .toList();
  }
}
