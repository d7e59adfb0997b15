package org.duban.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Board, lists, project pages, ledger and metrics count and show the same. */
final class EveryPageSaysTheSame implements Witness {

  private static final String LEADER = "leader";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public boolean dear() {
    return true;
  }

  @Override
  public List<String> against(Scene scene) {
    List<String> words = new ArrayList<>();
    JsonNode board = read(scene, "/api/v1/board?year=2021", words);
    JsonNode rows = read(scene, "/api/v1/milestones?size=1000", words).path("content");
    for (Map.Entry<String, String> question :
        Map.of("lights", "light", "states", "state", "standings", "standing").entrySet()) {
      counted(scene, board.path(question.getKey()), question.getValue(), words);
    }
    holding(board, rows, words);
    ladder(board, rows, words);
    projects(scene, rows, words);
    ledger(scene, rows, words);
    metrics(scene, board, words);
    return words;
  }

  private static JsonNode read(Scene scene, String path, List<String> words) {
    Answer answer = scene.program().door().get(LEADER, path);
    try {
      if (answer.done()) {
        return JSON.readTree(answer.body());
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    words.add("can't be read: " + path + " " + answer);
    return JSON.createObjectNode();
  }

  /**
   * Each figure of the board is the length of the list behind it; what isn't sent out counts
   * nowhere, and is listed for the office alone.
   */
  private static void counted(Scene scene, JsonNode figures, String filter, List<String> words) {
    figures
        .fields()
        .forEachRemaining(
            figure -> {
              if (figure.getKey().equals("PLANNED")) {
                return;
              }
              String path = "/api/v1/milestones?size=1&" + filter + "=" + figure.getKey();
              long listed = read(scene, path, words).path("total").asLong(-1);
              if (listed != figure.getValue().asLong()) {
                words.add(
                    "the board has another count than the list behind it: "
                        + figure
                        + ", listed "
                        + listed);
              }
            });
  }

  private static boolean open(JsonNode row) {
    return List.of("REPORTING", "SIGN_OFF", "REVIEW").contains(row.path("state").asText())
        && !row.path("due").isNull();
  }

  private static void holding(JsonNode board, JsonNode rows, List<String> words) {
    Map<String, Long> listed = new TreeMap<>();
    rows.forEach(
        row -> {
          if (open(row)) {
            row.path("waitingFor")
                .forEach(
                    who ->
                        listed.merge(
                            who.asText() + " " + row.path("light").asText(), 1L, Long::sum));
          }
        });
    Map<String, Long> counted = new TreeMap<>();
    board
        .path("departments")
        .forEach(
            unit ->
                unit.path("holding")
                    .fields()
                    .forEachRemaining(
                        light -> {
                          if (light.getValue().asLong() != 0) {
                            counted.put(
                                unit.path("department").asText() + " " + light.getKey(),
                                light.getValue().asLong());
                          }
                        }));
    if (!listed.equals(counted)) {
      words.add("the board has other hands than the list: " + counted + ", listed " + listed);
    }
  }

  private static void ladder(JsonNode board, JsonNode rows, List<String> words) {
    for (int level = 1; level <= 3; level++) {
      long listed = 0;
      for (JsonNode row : rows) {
        listed += open(row) && row.path("level").asInt() == level ? 1 : 0;
      }
      long counted = board.path("ladder").path("levels").path(String.valueOf(level)).asLong();
      if (listed != counted) {
        words.add(
            "the board has another ladder than the list: "
                + level
                + " "
                + counted
                + ", listed "
                + listed);
      }
    }
  }

  private static void projects(Scene scene, JsonNode rows, List<String> words) {
    Map<String, JsonNode> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.path("id").asText(), row));
    for (String project :
        scene.ask("select id from project where dispatched_at is not null order by id")) {
      read(scene, "/api/v1/projects/" + project, words)
          .path("milestones")
          .forEach(
              row -> {
                JsonNode listed = byId.remove(row.path("id").asText());
                if (!row.equals(listed)) {
                  words.add(
                      "a project's page has another row than the list: "
                          + row
                          + ", listed "
                          + listed);
                }
              });
    }
    byId.values().forEach(row -> words.add("on no project's page: " + row));
  }

  private static void ledger(Scene scene, JsonNode rows, List<String> words) {
    Map<String, Long> listed = new TreeMap<>();
    rows.forEach(
        row -> {
          if (!row.path("due").isNull()) {
            listed.merge(
                row.path("ordinal").asInt()
                    + " "
                    + row.path("originalDue").asText()
                    + " "
                    + row.path("due").asText()
                    + " "
                    + (open(row) ? row.path("light").asText() : "")
                    + " "
                    + row.path("level").asInt(),
                1L,
                Long::sum);
          }
        });
    Map<String, Long> written = scene.program().counting().ledger();
    if (!listed.equals(written)) {
      words.add("the ledger has other rows than the list: " + written + ", listed " + listed);
    }
  }

  private static void metrics(Scene scene, JsonNode board, List<String> words) {
    Map<String, Long> measured = scene.program().counting().measured();
    Map<String, Long> shown = new TreeMap<>();
    for (String of : List.of("lights", "states")) {
      board
          .path(of)
          .fields()
          .forEachRemaining(one -> shown.put(one.getKey(), one.getValue().asLong()));
    }
    if (!measured.equals(shown)) {
      words.add("the metrics count otherwise than the board: " + measured + ", shown " + shown);
    }
  }
}
