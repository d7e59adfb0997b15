package org.duban.oversight.milestone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.duban.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was reported, signed and decided for a milestone, in order. */
@Component
public class MilestoneHistory {

  public record Report(
      int round,
      String kind,
      String department,
      String departmentName,
      String narrative,
      Integer percent,
      Map<String, BigDecimal> actuals,
      String by,
      String byName,
      Instant at) {}

  /**
   * @param carriedFrom the round in which it was signed, where the signature stands for the report
   *     of a later one; else null
   */
  public record SignOff(
      int round,
      String department,
      String departmentName,
      String decision,
      String opinion,
      Integer carriedFrom,
      String by,
      String byName,
      Instant at) {}

  public record Review(
      int round, String decision, String opinion, String by, String byName, Instant at) {}

  private final JdbcClient jdbc;
  private final Directory directory;
  private final PersonNames names;
  private final ObjectMapper json;

  MilestoneHistory(JdbcClient jdbc, Directory directory, PersonNames names, ObjectMapper json) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.names = names;
    this.json = json;
  }

  public List<Report> reports(String milestoneId) {
    return jdbc.sql(
            """
            select round, kind, department_code, narrative, percent, actuals, filed_by, filed_at
            from report where milestone_id = :id order by id
            """)
        .param("id", milestoneId)
        .query(
            (row, n) ->
                new Report(
                    row.getInt("round"),
                    row.getString("kind"),
                    row.getString("department_code"),
                    directory.nameOf(row.getString("department_code")),
                    row.getString("narrative"),
                    row.getObject("percent", Integer.class),
                    actuals(row.getString("actuals")),
                    row.getString("filed_by"),
                    names.of(row.getString("filed_by")),
                    row.getTimestamp("filed_at").toInstant()))
        .list();
  }

  private Map<String, BigDecimal> actuals(String text) {
    if (text == null) {
      return Map.of();
    }
    try {
      return json.readValue(text, new TypeReference<Map<String, BigDecimal>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<SignOff> signOffs(String milestoneId) {
    return jdbc.sql(
            """
            select round, department_code, decision, opinion, carried_from, signed_by, signed_at
            from sign_off where milestone_id = :id order by id
            """)
        .param("id", milestoneId)
        .query(
            (row, n) ->
                new SignOff(
                    row.getInt("round"),
                    row.getString("department_code"),
                    directory.nameOf(row.getString("department_code")),
                    row.getString("decision"),
                    row.getString("opinion"),
                    row.getObject("carried_from", Integer.class),
                    row.getString("signed_by"),
                    names.of(row.getString("signed_by")),
                    row.getTimestamp("signed_at").toInstant()))
        .list();
  }

  public List<Review> reviews(String milestoneId) {
    return jdbc.sql(
            """
            select round, decision, opinion, reviewed_by, reviewed_at
            from review where milestone_id = :id order by id
            """)
        .param("id", milestoneId)
        .query(
            (row, n) ->
                new Review(
                    row.getInt("round"),
                    row.getString("decision"),
                    row.getString("opinion"),
                    row.getString("reviewed_by"),
                    names.of(row.getString("reviewed_by")),
                    row.getTimestamp("reviewed_at").toInstant()))
        .list();
  }
}
