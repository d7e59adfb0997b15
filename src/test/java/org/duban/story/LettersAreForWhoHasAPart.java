package org.duban.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.Person;

/**
 * Whatever waits to be sent about an item is for somebody who has a part in it now, for the office
 * or for the leader: nobody is reminded or warned of what was given to others, but told that it
 * was, what became of their request for more time, and that nothing is held against them any more.
 * Who stands in for another is left out here, since that ends by the day.
 */
final class LettersAreForWhoHasAPart implements Witness {

  private record Waiting(String project, String kind, String recipient, String milestone) {}

  @Override
  public List<String> against(Scene scene) {
    Map<String, Set<String>> seats = seats(scene);
    Set<String> everywhere =
        Stream.of(Directory.SUPERVISING_OFFICE, Directory.LEADER)
            .flatMap(holder -> people(scene, holder))
            .collect(Collectors.toSet());
    everywhere.addAll(scene.ask("select substitute from substitution"));
    List<String> words = new ArrayList<>();
    for (Waiting letter : waiting(scene)) {
      if (!everywhere.contains(letter.recipient())
          && !seats.getOrDefault(letter.project(), Set.of()).contains(letter.recipient())) {
        words.add("waits for somebody without a part in it: " + letter);
      }
    }
    return words;
  }

  private static Map<String, Set<String>> seats(Scene scene) {
    Map<String, Set<String>> seats = new HashMap<>();
    for (String seat : scene.ask("select project_id || ' ' || department_code from assignment")) {
      String[] words = seat.split(" ");
      people(scene, words[1]).forEach(seats.computeIfAbsent(words[0], any -> new HashSet<>())::add);
    }
    return seats;
  }

  private static Stream<String> people(Scene scene, String holder) {
    Directory directory = scene.program().directory();
    return Stream.concat(directory.handlers(holder).stream(), directory.heads(holder).stream())
        .map(Person::id);
  }

  private static List<Waiting> waiting(Scene scene) {
    return scene
        .program()
        .jdbc()
        .sql(
            """
            select project_id as project, kind, recipient, milestone_id as milestone from notification
            where state = 'QUEUED' and project_id is not null and people is null and kind not in ('HANDED_OVER', 'LIFTED', 'EXTENSION')
            """)
        .query(Waiting.class)
        .list();
  }
}
