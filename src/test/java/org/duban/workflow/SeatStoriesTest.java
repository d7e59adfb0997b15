package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duban.DubanTest;
import org.duban.notice.NoticeReader;
import org.duban.programme.ActRefused;
import org.duban.programme.Merger;
import org.duban.programme.OfficeActs;
import org.duban.programme.Programme;
import org.duban.programme.Role;
import org.duban.programme.Suspensions;
import org.duban.programme.revision.Difference;
import org.duban.programme.revision.Difference.Fate;
import org.duban.programme.revision.Revisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revised lists after the office gave seats, or days, to others than the list names. */
@DubanTest
class SeatStoriesTest {

  private static final String WHY = "区政府常务会议调整。";
  private static final String SEATS =
      "select project_id || ' ' || department_code || ' ' || role from assignment"
          + " order by project_id, role, position";

  @Autowired private Office office;
  @Autowired private OfficeActs acts;
  @Autowired private Suspensions suspensions;
  @Autowired private Merger merger;
  @Autowired private Revisions revisions;
  @Autowired private NoticeReader reader;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
  }

  @AfterEach
  void everyDepartmentIsThereAgain() {
    merger.undo();
  }

  private static String list(String... items) {
    return "济宁高新区2021年度重点民生项目清单\n\n" + String.join("\n", items);
  }

  private static String item(String title, String deadline, String leads, String supports) {
    return """
        %s。
        新建放心消费示范药店5家。
        完成时限:%s
        牵头部门:%s
        %s"""
        .formatted(title, deadline, leads, supports.isEmpty() ? "" : "配合部门:" + supports + "\n");
  }

  private static String food(String deadline, String leads, String supports) {
    return item("一、保障食品药品安全", deadline, leads, supports);
  }

  private static String road(String deadline) {
    return item("二、修建农村公路", deadline, "城乡建设和交通局", "公安分局");
  }

  @Test
  void sixReassignmentsOutliveAListThatMovesOneDate() throws Exception {
    String sample =
        new ClassPathResource("config/programmes/jining-2021.txt")
            .getContentAsString(StandardCharsets.UTF_8);
    Programme programme = office.dispatch(sample);
    List<String> leads =
        strings(
            "select project_id || ' ' || department_code from assignment where role = 'LEAD' and position = 1"
                + " and department_code <> 'sw' and project_id not in (select project_id from assignment"
                + " where department_code = 'sw') order by project_id limit 6");
    leads.forEach(one -> acts.reassign(one.split(" ")[0], one.split(" ")[1], "sw", Role.LEAD));
    List<String> seats = strings(SEATS);
    String moved = sample.replaceFirst("2021年6月底", "2021年7月底");
    List<String> before = strings("select id from trail");

    Difference preview = revisions.preview(programme.id(), reader.read(moved)).orElseThrow();
    Difference applied = office.revise(programme, moved, WHY);

    assertThat(leads).hasSize(6);
    assertThat(applied.projects())
        .filteredOn(one -> one.fate() != Fate.KEPT)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.redated()).hasSize(1);
              assertThat(one.leadsAdded()).isEmpty();
              assertThat(one.leadsRemoved()).isEmpty();
            });
    assertThat(preview).isEqualTo(applied);
    assertThat(strings(SEATS)).isEqualTo(seats);
    assertThat(strings("select what from trail where id not in (" + ids(before) + ")"))
        .containsExactlyInAnyOrder("REVISED", "REWORDED", "REDATED");
  }

  private static String ids(List<String> found) {
    return String.join(", ", found);
  }

  @Test
  void aListThatDoesNotTouchASuspendedItemIsNotRefusedBecauseOfIt() {
    Programme programme =
        office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局"), road("2021年12月底")));
    acts.reassign(programme.id() + ".1", "czjr", "sw", Role.SUPPORT);
    suspensions.suspend(only("select id from milestone where project_id like '%.1'"), WHY, "duban");

    office.revise(programme, list(food("2021年6月底", "市场监督管理局", "财政金融局"), road("2021年11月底")), WHY);

    assertThat(strings("select due::text from milestone order by due"))
        .containsExactly("2021-06-30", "2021-11-30");
    assertThatThrownBy(
            () ->
                office.revise(
                    programme, list(food("2021年6月底", "市场监督管理局", "经济发展局"), road("2021年11月底")), WHY))
        .isInstanceOf(ActRefused.class)
        .hasMessageContaining("食品药品")
        .hasMessageContaining("中止计时");
    assertThat(strings(SEATS)).contains(programme.id() + ".1 sw SUPPORT");
  }

  @Test
  void theDifferenceSaysWhereListAndOfficeBothChangedASeat() {
    Programme programme = office.dispatch(list(food("2021年6月底", "市场监督管理局", "财政金融局")));
    acts.reassign(programme.id() + ".1", "czjr", "sw", Role.SUPPORT);
    String revised = list(food("2021年6月底", "市场监督管理局", "经济发展局"));

    Difference preview = revisions.preview(programme.id(), reader.read(revised)).orElseThrow();
    Difference applied = office.revise(programme, revised, WHY);

    assertThat(preview).isEqualTo(applied);
    assertThat(applied.projects().get(0))
        .satisfies(
            one -> {
              assertThat(one.supportsRemoved()).containsExactly("sw");
              assertThat(one.supportsAdded()).containsExactly("jjfz");
              assertThat(one.seatNews())
                  .singleElement()
                  .asString()
                  .contains("财政金融局", "税务局", "改列经济发展局", "以清单为准");
            });
    assertThat(strings("select department_code from assignment order by role"))
        .containsExactly("scjg", "jjfz");
    assertThat(office.revise(programme, revised, WHY).changed()).isFalse();
  }

  @Test
  void mergedSupportsAndLeadsOutliveTheSameListAgainAndAgain() throws Exception {
    String same =
        list(
            food("2021年12月底", "财政金融局", "税务局、公安分局"),
            item("二、修建农村公路", "2021年12月底", "市场监督管理局", "财政金融局、税务局"));
    Programme programme = office.dispatch(same);
    merger.end("czjr", "validTo: 2021-06-30\nsuccessor: sw\n");
    office.moveTo("2021-07-01 09:00");
    List<String> seats = strings(SEATS);

    String moved = same.replaceFirst("2021年12月底", "2021年11月底");
    Difference first = office.revise(programme, moved, WHY);
    assertThat(first.projects()).extracting(Difference.Item::fate).contains(Fate.KEPT);
    assertThat(office.revise(programme, moved, WHY).changed()).isFalse();
    office.revise(programme, same, WHY);
    assertThat(office.revise(programme, same, WHY).changed()).isFalse();

    assertThat(strings(SEATS)).isEqualTo(seats);
    assertThat(strings("select what from trail where what = 'REASSIGNED'")).hasSize(2);
  }

  @Test
  void anInstallationOfBeforeKeepsWhatTheOfficeGaveAway() throws Exception {
    String same = list(food("2021年6月底", "市场监督管理局", "财政金融局、公安分局"), road("2021年12月底"));
    Programme programme = office.dispatch(same);
    acts.reassign(programme.id() + ".1", "czjr", "sw", Role.SUPPORT);
    List<String> seats = strings(SEATS);
    jdbc.sql("delete from listed_seat").update();
    String migration =
        new ClassPathResource("db/migration/programme/V850__listed_seat.sql")
            .getContentAsString(StandardCharsets.UTF_8);
    int from = migration.indexOf("insert into listed_seat");
    jdbc.sql(migration.substring(from, migration.indexOf(';', from))).update();

    Difference difference = office.revise(programme, same, WHY);

    assertThat(difference.changed()).isFalse();
    assertThat(difference.projects().get(0).seatNews()).singleElement().asString().contains("升级前");
    assertThat(strings(SEATS)).isEqualTo(seats);
    office.revise(
        programme,
        list(food("2021年6月底", "市场监督管理局", "财政金融局、公安分局"), road("2021年12月底").replace("公安分局", "经济发展局")),
        WHY);
    assertThat(strings(SEATS))
        .as("where nobody reassigned anything the list changes what it names")
        .containsExactly(
            programme.id() + ".1 scjg LEAD",
            programme.id() + ".1 sw SUPPORT",
            programme.id() + ".1 ga SUPPORT",
            programme.id() + ".2 cxjs LEAD",
            programme.id() + ".2 jjfz SUPPORT");
  }

  /** Whatever the office decided in whichever order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theSameListChangesNothingAndOneDateChangesJustThatDate(long seed) throws Exception {
    Random chance = new Random(seed);
    Map<Integer, String> days = new HashMap<>(Map.of(1, "6月底", 2, "12月底", 3, "9月底"));
    Programme programme = office.dispatch(invented(days));
    LocalDate today = LocalDate.parse("2021-05-20");
    for (int act = 0; act < 12; act++) {
      String project = programme.id() + "." + (1 + chance.nextInt(3));
      switch (chance.nextInt(5)) {
        case 0 -> reassignAny(project, chance);
        case 1 -> {
          today = today.plusDays(1 + chance.nextInt(9));
          office.moveTo(today + " 09:00");
        }
        case 2 -> suspendOrResume(project);
        case 3 -> {
          if (act == 5) {
            merger.end("czjr", "validTo: " + today + "\nsuccessor: sw\n");
          }
        }
        default -> moveOneDate(programme, days, 1 + chance.nextInt(3));
      }
      List<String> before = strings("select what from trail order by id");
      Difference again = office.revise(programme, invented(days), WHY);
      assertThat(again.changed()).as("seed %s, act %s", seed, act).isFalse();
      assertThat(strings("select what from trail order by id")).isEqualTo(before);
    }
  }

  private void moveOneDate(Programme programme, Map<Integer, String> days, int number) {
    Map<Integer, String> moved = new HashMap<>(days);
    moved.put(number, days.get(number).equals("10月底") ? "11月底" : "10月底");
    List<String> seats = strings(SEATS);
    boolean suspended =
        !strings(
                "select id from milestone where state = 'SUSPENDED' and project_id = '"
                    + programme.id()
                    + "."
                    + number
                    + "'")
            .isEmpty();
    if (suspended) {
      assertThatThrownBy(() -> office.revise(programme, invented(moved), WHY))
          .isInstanceOf(ActRefused.class);
      return;
    }
    Difference difference = office.revise(programme, invented(moved), WHY);
    assertThat(difference.projects())
        .filteredOn(one -> one.fate() != Fate.KEPT)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.redated()).hasSize(1);
              assertThat(one.reworded()).containsExactly("deadline");
            });
    assertThat(strings(SEATS)).isEqualTo(seats);
    days.putAll(moved);
  }

  private void reassignAny(String project, Random chance) {
    List<String> seats =
        strings(
            "select department_code || ' ' || role from assignment where project_id = '"
                + project
                + "' order by role, position");
    String[] seat = seats.get(chance.nextInt(seats.size())).split(" ");
    List<String> others = new ArrayList<>(List.of("jjfz", "xzsp", "sw", "ga", "scjg", "cxjs"));
    seats.stream()
        .filter(one -> one.endsWith(seat[1]) || one.endsWith("LEAD"))
        .forEach(one -> others.remove(one.split(" ")[0]));
    acts.reassign(
        project, seat[0], others.get(chance.nextInt(others.size())), Role.valueOf(seat[1]));
  }

  private void suspendOrResume(String project) {
    String milestone = only("select id from milestone where project_id = '" + project + "'");
    if (only("select state from milestone where id = '" + milestone + "'").equals("SUSPENDED")) {
      suspensions.resume(milestone, WHY, "duban");
    } else {
      suspensions.suspend(milestone, WHY, "duban");
    }
  }

  private static String invented(Map<Integer, String> days) {
    return list(
        food("2021年" + days.get(1), "市场监督管理局、行政审批服务局", "财政金融局、税务局"),
        item("二、修建农村公路", "2021年" + days.get(2), "城乡建设和交通局", "公安分局、财政金融局"),
        item("三、改建农村学校", "2021年" + days.get(3), "财政金融局", "税务局"));
  }

  private String only(String sql) {
    List<String> found = strings(sql);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<String> strings(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
