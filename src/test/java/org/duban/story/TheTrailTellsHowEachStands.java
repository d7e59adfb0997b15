package org.duban.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether each obligation is planned, owed, suspended, met or withdrawn, by which day it is due and
 * on which it was met follows from the trail alone.
 */
final class TheTrailTellsHowEachStands implements Witness {

  private static final Pattern MOVED =
      Pattern.compile("由 (\\d{4}-\\d\\d-\\d\\d) (?:延至|顺延到|改为) (\\d{4}-\\d\\d-\\d\\d)");

  private record Told(
      String project, String milestone, String what, LocalDate day, String detail) {}

  private record Shown(
      String id,
      String project,
      String kind,
      LocalDate originalDue,
      boolean period,
      String state,
      LocalDate due,
      LocalDate closedOn) {}

  /** A milestone as far as it was told. */
  private static final class Tale {
    private final Shown shown;
    private String state;
    private LocalDate due;
    private LocalDate closedOn;

    Tale(Shown shown) {
      this.shown = shown;
      this.due = shown.originalDue();
      this.state = shown.period() ? "" : "PLANNED";
    }

    void open() {
      state = "OPEN";
      closedOn = null;
    }

    boolean over() {
      return state.equals("CLOSED") || state.equals("WITHDRAWN");
    }
  }

  @Override
  public List<String> against(Scene scene) {
    Map<String, Tale> tales = new HashMap<>();
    for (Shown shown : shown(scene)) {
      tales.put(shown.id(), new Tale(shown));
    }
    Map<String, String> projects = new HashMap<>();
    for (Told told : told(scene)) {
      if (told.milestone() == null) {
        ofProject(told, tales, projects);
      } else if (tales.containsKey(told.milestone())) {
        ofMilestone(told, tales.get(told.milestone()), projects);
      }
    }
    List<String> words = new ArrayList<>();
    tales.values().forEach(tale -> compare(tale, words));
    return words;
  }

  private static void compare(Tale tale, List<String> words) {
    String state =
        switch (tale.shown.state()) {
          case "REPORTING", "SIGN_OFF", "REVIEW" -> "OPEN";
          default -> tale.shown.state();
        };
    if (!state.equals(tale.state)) {
      words.add("stands otherwise than the trail tells: " + tale.shown + " told " + tale.state);
    }
    if (!Objects.equals(tale.shown.due(), tale.due)) {
      words.add("is due on another day than the trail tells: " + tale.shown + " told " + tale.due);
    }
    if (tale.state.equals("CLOSED") && !Objects.equals(tale.shown.closedOn(), tale.closedOn)) {
      words.add(
          "was met on another day than the trail tells: " + tale.shown + " told " + tale.closedOn);
    }
  }

  private static void ofProject(Told told, Map<String, Tale> tales, Map<String, String> projects) {
    List<Tale> its =
        tales.values().stream()
            .filter(tale -> tale.shown.project().equals(told.project()))
            .toList();
    switch (told.what()) {
      case "DISPATCHED" -> {
        projects.put(told.project(), "OUT");
        its.stream().filter(tale -> tale.state.equals("PLANNED")).forEach(Tale::open);
      }
      case "RHYTHM_ENDED" ->
          its.stream()
              .filter(
                  tale ->
                      tale.shown.kind().equals("ONGOING") && !tale.over() && !tale.state.isEmpty())
              .forEach(
                  tale -> {
                    tale.state = tale.shown.period() ? "WITHDRAWN" : "CLOSED";
                    tale.closedOn = told.day();
                  });
      default -> {
        // changes no milestone by itself
      }
    }
  }

  private static void moved(Tale tale, Told told) {
    Matcher moved = MOVED.matcher(told.detail());
    if (moved.find()) {
      tale.due = LocalDate.parse(moved.group(2));
    }
  }

  private static void ofMilestone(Told told, Tale tale, Map<String, String> projects) {
    switch (told.what()) {
      case "PERIOD_OPENED" -> {
        tale.open();
        tale.due = LocalDate.parse(told.detail().replaceAll("[^0-9-]", ""));
      }
      case "MILESTONE_ADDED" -> {
        if (projects.containsKey(tale.shown.project())) {
          tale.open();
        }
      }
      case "SUSPENDED" -> tale.state = "SUSPENDED";
      case "RESUMED" -> {
        tale.state = "OPEN";
        moved(tale, told);
      }
      case "REDATED", "EXTENSION_APPROVED" -> moved(tale, told);
      case "MILESTONE_REOPENED" -> {
        tale.open();
        moved(tale, told);
      }
      case "CLOSED" -> {
        tale.state = "CLOSED";
        tale.closedOn = told.day();
      }
      case "MILESTONE_WITHDRAWN" -> tale.state = "WITHDRAWN";
      default -> {
        // changes neither state nor day
      }
    }
  }

  private static List<Told> told(Scene scene) {
    return scene
        .program()
        .jdbc()
        .sql(
            """
            select project_id as project, milestone_id as milestone, what, at::date as day, detail from trail
            where project_id is not null order by id
            """)
        .query(Told.class)
        .list();
  }

  private static List<Shown> shown(Scene scene) {
    return scene
        .program()
        .jdbc()
        .sql(
            """
            select id, project_id as project, kind, original_due, rhythm_id is not null as period, state, due,
                   closed_at::date as closed_on
            from milestone
            """)
        .query(Shown.class)
        .list();
  }
}
