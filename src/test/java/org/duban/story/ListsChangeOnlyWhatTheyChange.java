package org.duban.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.story.InventedList.Item;

/**
 * A revised list changes what it has otherwise than the list before, and nothing else, whatever the
 * office made of it since: the same list changes nothing at all, and what is suspended in one item
 * keeps nobody from revising another. Who answers for an item that was closed when a list changed
 * that follows the next list once it is opened again, and is left out here.
 */
final class ListsChangeOnlyWhatTheyChange implements Witness {

  @Override
  public List<String> against(Scene scene) {
    Act act = scene.step().acts().get(0);
    if (scene.step().acts().size() > 1 || act.deed() != Deed.REVISE || !act.who().equals("duban")) {
      return List.of();
    }
    InventedList now = scene.listBefore().revised(act.how());
    Set<Integer> edited = edited(scene.listBefore(), now);
    Answer answer = scene.answers().get(0);
    if (answer.done()) {
      return changed(scene, edited, act.how().startsWith("deadline"));
    }
    List<String> suspended =
        scene.ask(
            "select p.ordinal::text from milestone m join project p on p.id = m.project_id where m.state = 'SUSPENDED'");
    boolean hindered = edited.stream().anyMatch(item -> suspended.contains(item.toString()));
    return answer.body().contains("中止计时") && !hindered
        ? List.of("refused for what it doesn't touch: " + answer)
        : List.of();
  }

  private static Set<Integer> edited(InventedList before, InventedList now) {
    List<Item> all = new ArrayList<>(before.items());
    all.addAll(now.items());
    return all.stream()
        .filter(item -> !before.items().contains(item) || !now.items().contains(item))
        .map(Item::ordinal)
        .collect(Collectors.toSet());
  }

  private static List<String> changed(Scene scene, Set<Integer> edited, boolean datesOnly) {
    List<String> known =
        scene.before().of("project").stream()
            .map(row -> row.substring(1, row.indexOf(',')))
            .toList();
    List<String> untouched =
        scene.ask("select ordinal || ' ' || id from project where state <> 'WITHDRAWN'").stream()
            .filter(project -> !edited.contains(Integer.valueOf(project.split(" ")[0])))
            .map(project -> project.split(" ")[1])
            .filter(known::contains)
            .toList();
    List<String> again = scene.ask("select project_id from trail where what = 'PROJECT_REOPENED'");
    List<String> words = new ArrayList<>();
    scene.ask("select ordinal || ' ' || id from project").stream()
        .filter(project -> !edited.contains(Integer.valueOf(project.split(" ")[0])))
        .filter(project -> !known.contains(project.split(" ")[1]))
        .forEach(project -> words.add("registered what the list said before: " + project));
    for (String table : List.of("assignment", "milestone", "holding", "watch")) {
      for (String row : scene.after().of(table)) {
        boolean others =
            untouched.stream().anyMatch(id -> row.contains(id + ",") || row.contains(id + "."))
                || datesOnly
                    && table.equals("assignment")
                    && known.stream().anyMatch(id -> row.startsWith("(" + id + ","));
        boolean openedAgain =
            again.stream().anyMatch(id -> row.contains(id + ",") || row.contains(id + "."));
        if (others && !openedAgain && !scene.before().of(table).contains(row)) {
          words.add("changed what the list leaves as it was: " + table + " " + row);
        }
      }
    }
    return words;
  }
}
