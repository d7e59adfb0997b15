package org.duban.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All rows of the tables in which something of a story can change. */
record Standing(Map<String, List<String>> rows) {

  private static final List<String> TABLES =
      List.of(
          "programme",
          "project",
          "assignment",
          "commitment",
          "milestone",
          "report",
          "sign_off",
          "review",
          "holding",
          "suspension",
          "extension_request",
          "revision",
          "watch",
          "own_term",
          "escalation",
          "explanation",
          "instruction",
          "notification",
          "trail",
          "substitution",
          "lent_group");
  private static final String ENGINE =
      """
      union all select 'tasks', concat_ws(' ', id_, task_def_key_, name_, assignee_, due_date_, suspension_state_)
      from act_ru_task
      union all select 'executions', concat_ws(' ', id_, business_key_, act_id_, suspension_state_) from act_ru_execution
      """;

  static Standing of(JdbcClient jdbc) {
    StringBuilder sql = new StringBuilder();
    for (String table : TABLES) {
      sql.append(sql.isEmpty() ? "" : " union all ")
          .append("select '%1$s' as name, t::text as content from %1$s t".formatted(table));
    }
    Map<String, List<String>> rows = new TreeMap<>();
    jdbc.sql(sql + " " + ENGINE + " order by 1, 2")
        .query(
            row -> {
              rows.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                  .add(row.getString(2));
            });
    return new Standing(rows);
  }

  List<String> of(String table) {
    return rows.getOrDefault(table, List.of());
  }
}
