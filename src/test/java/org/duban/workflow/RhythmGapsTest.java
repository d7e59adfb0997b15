package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duban.DubanTest;
import org.duban.calendar.TimeMachine;
import org.duban.programme.Rhythms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The reports of a long-term project follow each other without a gap, whatever happens to one. */
@DubanTest
class RhythmGapsTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      新建放心消费示范药店5家。

      完成时限:%s

      牵头部门:市场监督管理局
      """;
  private static final LocalDate BEGIN = LocalDate.of(2021, 5, 20);

  @Autowired private Office office;
  @Autowired private TimeMachine time;
  @Autowired private Rhythms rhythms;
  @Autowired private TransactionTemplate transaction;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;

  @Test
  void moreTimeForOneReportDoesNotPutOffTheNext() {
    begin("长期坚持");
    office.moveTo("2021-06-02 09:00");
    extend("2021-09-30");

    change("QUARTER", 10);

    assertThat(rhythm("nextDue")).isEqualTo("2021-09-10");
  }

  @Test
  void aReportThatWasSuspendedForLongDoesNotPutOffTheNext() {
    begin("长期坚持");
    change("MONTH", 28);
    office.moveTo("2021-06-02 09:00");
    act("suspend");
    office.moveTo("2021-07-14 09:00");

    act("resume");

    assertThat(periods("due")).containsExactly("2021-07-09", "2021-08-06");
    assertThat(rhythm("nextDue")).isEqualTo("2021-07-28");
  }

  @Test
  void moreTimeForTheStageDoesNotPutOffTheFirstReport() {
    begin("2021年6月底取得阶段性成效,长期坚持");
    assertThat(rhythm("nextDue")).isEqualTo("2021-09-20");
    extend("2021-11-30");

    change("QUARTER", 10);

    assertThat(rhythm("nextDue")).isEqualTo("2021-09-10");
  }

  /**
   * A story of many acts, each on a day after the other, held against the days that a calendar and
   * a pencil give: a report is asked for on the first morning of its month on which the rhythm
   * runs, once the day of the one before is past.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noReportIsLeftOutAndNoneComesTwice(long seed) {
    Random random = new Random(seed);
    begin("长期坚持");
    List<String> story = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    LocalDate today = BEGIN;
    LocalDate last = BEGIN;
    LocalDate changed = BEGIN;
    String every = "QUARTER";
    int day = 20;
    boolean runs = true;

    for (int i = 0; i < 16; i++) {
      LocalDate next = today.plusDays(1 + random.nextInt(45));
      for (LocalDate one = today.plusDays(1); !one.isAfter(next); one = one.plusDays(1)) {
        morning(one);
        LocalDate owed = one.withDayOfMonth(day);
        boolean itsMonth = every.equals("MONTH") || one.getMonthValue() % 3 == 0;
        if (runs
            && itsMonth
            && one.isAfter(last)
            && !owed.isBefore(one)
            && owed.isAfter(last)
            && owed.isAfter(changed)) {
          asked.add(owed.toString());
          last = owed;
        }
      }
      today = next;
      switch (random.nextInt(5)) {
        case 0 -> {
          String period = openPeriod(today);
          if (period != null && runs) {
            LocalDate wish =
                LocalDate.parse(only("select due::text from milestone where id = :id", period))
                    .plusDays(1 + random.nextInt(120));
            extend(period, wish.toString());
            story.add(today + " extended " + period + " to " + wish);
          }
        }
        case 1 -> {
          if (runs) {
            every = random.nextBoolean() ? "MONTH" : "QUARTER";
            day = 1 + random.nextInt(28);
            change(every, day);
            changed = today;
            story.add(today + " changed to " + every + " " + day);
          }
        }
        case 2 -> {
          act(runs ? "suspend" : "resume");
          runs = !runs;
          changed = today;
          story.add(today + (runs ? " resumed" : " suspended"));
        }
        case 3 -> {
          String period = openPeriod(today);
          if (period != null && runs) {
            act(period, "suspend");
            story.add(today + " suspended " + period);
          }
        }
        default -> {
          String suspended =
              jdbc.sql(
                      """
                      select m.id from milestone m join suspension s on s.milestone_id = m.id and s.until is null
                      where m.rhythm_id is not null and not s.with_rhythm order by m.id limit 1
                      """)
                  .query(String.class)
                  .optional()
                  .orElse(null);
          if (suspended != null) {
            act(suspended, "resume");
            story.add(today + " resumed " + suspended);
          }
        }
      }
    }

    assertThat(periods("original_due"))
        .as("seed " + seed + ", " + story)
        .containsExactlyElementsOf(asked);
  }

  /** A tick of the sheet, without what it does besides. */
  private void morning(LocalDate day) {
    time.goTo(Office.at(day + " 09:00"));
    transaction.executeWithoutResult(tx -> rhythms.openPeriods(day));
  }

  private void begin(String deadline) {
    office.openOn(BEGIN + " 08:30");
    office.dispatch(LIST.formatted(deadline));
  }

  private String rhythmId() {
    return only("select id from milestone where due is null");
  }

  private String rhythm(String what) {
    return http.withBasicAuth("duban", "demo")
        .getForObject("/api/v1/milestones/" + rhythmId() + "/rhythm", JsonNode.class)
        .get(what)
        .asText();
  }

  private void change(String every, int day) {
    post("duban", rhythmId(), "rhythm", Map.of("every", every, "day", day, "reason", "区政府常务会议议定。"));
  }

  private void act(String what) {
    act(rhythmId(), what);
  }

  private void act(String id, String what) {
    post("duban", id, what, Map.of("reason", "区政府常务会议议定。"));
  }

  private void extend(String newDue) {
    extend(only("select id from milestone where due is not null"), newDue);
  }

  private void extend(String id, String newDue) {
    post("scjg-head", id, "extension-requests", Map.of("newDue", newDue, "reason", "场地尚未落实。"));
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    office.complete("leader", "Activity_DecideExtension", Map.of("decision", "APPROVE"));
  }

  private void post(String user, String id, String what, Map<String, Object> body) {
    assertThat(
            http.withBasicAuth(user, "demo")
                .postForEntity("/api/v1/milestones/" + id + "/" + what, body, JsonNode.class)
                .getStatusCode())
        .isIn(HttpStatus.OK, HttpStatus.CREATED);
  }

  /** One that more time can be asked for today. */
  private String openPeriod(LocalDate today) {
    return jdbc.sql(
            """
            select id from milestone where rhythm_id is not null and state = 'REPORTING' and due >= :today
            order by due desc limit 1
            """)
        .param("today", today)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private List<String> periods(String day) {
    return jdbc.sql(
            "select "
                + day
                + "::text from milestone where rhythm_id is not null order by original_due")
        .query(String.class)
        .list();
  }

  private String only(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private String only(String sql, String id) {
    return jdbc.sql(sql).param("id", id).query(String.class).single();
  }
}
