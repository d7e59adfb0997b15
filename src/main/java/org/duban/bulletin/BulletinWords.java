package org.duban.bulletin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.directory.Directory;
import org.duban.oversight.Standing;
import org.duban.oversight.Terms;
import org.springframework.stereotype.Component;

/** What the template's placeholders stand for. */
@Component
class BulletinWords {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("M月d日");
  private static final String NOT_YET = "      年  月  日";

  private final BulletinSettings settings;
  private final Directory directory;
  private final Clock clock;

  BulletinWords(BulletinSettings settings, Directory directory, Clock clock) {
    this.settings = settings;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param released null for a draft
   */
  Map<String, Object> of(MonthFigures figures, String foreword, Instant released) {
    Map<String, Object> words = new HashMap<>(head(figures, foreword, released));
    words.putAll(counts(figures));
    int year = figures.end().month().getYear();
    table(words, "departments", figures.departments(), BulletinWords::department);
    table(words, "promises", figures.promises(), BulletinWords::promise);
    table(words, "laggards", figures.laggards(), row -> laggard(row, year));
    table(words, "extensions", figures.extensions(), row -> extension(row, year));
    table(words, "blamed", figures.blamed(), row -> blamed(row, year));
    table(words, "signOffs", figures.signOffs(), row -> signOff(row, year));
    words.put("signOffCounts", signOffCounts(figures.signOffs()));
    table(words, "coming", figures.coming(), row -> coming(row, year));
    return words;
  }

  private Map<String, Object> head(MonthFigures figures, String foreword, Instant released) {
    MonthEnd end = figures.end();
    return Map.of(
        "draft", released == null,
        "redHead", settings.redHead(),
        "hasRedHead", !settings.redHead().isBlank(),
        "issue", end.month().getMonthValue(),
        "office", directory.publisher().name() + directory.nameOf(Directory.SUPERVISING_OFFICE),
        "date",
            released == null ? NOT_YET : DAY.format(LocalDate.ofInstant(released, clock.getZone())),
        "year", end.month().getYear(),
        "month", end.month().getMonthValue(),
        "asOf", DAY.format(end.lastDay()),
        "foreword", foreword.lines().filter(line -> !line.isBlank()).map(String::strip).toList());
  }

  private static Map<String, Object> counts(MonthFigures figures) {
    return Map.ofEntries(
        Map.entry("programmes", figures.programmes()),
        Map.entry("projects", figures.projects()),
        Map.entry("total", figures.total()),
        Map.entry("done", figures.done()),
        Map.entry("ahead", figures.of(Standing.AHEAD)),
        Map.entry("onTime", figures.of(Standing.ON_TIME)),
        Map.entry("late", figures.of(Standing.LATE)),
        Map.entry("behind", figures.of(Standing.BEHIND)),
        Map.entry("onTrack", figures.of(Standing.ON_TRACK)),
        Map.entry("suspended", figures.of(Standing.SUSPENDED)),
        Map.entry("withdrawn", figures.of(Standing.WITHDRAWN)),
        Map.entry("ongoing", figures.ongoing()),
        Map.entry("periods", figures.periods()),
        Map.entry("periodsDone", figures.periodsDone()));
  }

  /** Each table comes with the two words that say whether it has a row. */
  private static <T> void table(
      Map<String, Object> words, String name, List<T> rows, Function<T, Map<String, String>> row) {
    words.put(name, rows.stream().map(row).toList());
    words.put("has_" + name, !rows.isEmpty());
    words.put("no_" + name, rows.isEmpty());
  }

  private static Map<String, String> department(MonthFigures.Department department) {
    return Map.of(
        "name", department.name(),
        "total", String.valueOf(department.total()),
        "ahead", String.valueOf(department.of(Standing.AHEAD)),
        "onTime", String.valueOf(department.of(Standing.ON_TIME)),
        "late", String.valueOf(department.of(Standing.LATE)),
        "behind", String.valueOf(department.of(Standing.BEHIND)),
        "onTrack", String.valueOf(department.of(Standing.ON_TRACK)));
  }

  private static Map<String, String> promise(MonthFigures.Promise promise) {
    return Map.of(
        "item", promise.item(),
        "metric", promise.metric(),
        "target", Terms.of(promise.operator()) + promise.target().toPlainString() + promise.unit(),
        "actual",
            promise.actual() == null ? "—" : promise.actual().toPlainString() + promise.unit(),
        "verdict", promise.verdict());
  }

  private static Map<String, String> laggard(MonthFigures.Laggard laggard, int year) {
    PastMilestone milestone = laggard.milestone();
    return Map.of(
        "item", milestone.item() + "（" + milestone.kind().label() + "）",
        "due", day(milestone.due(), year),
        "days", String.valueOf(laggard.daysPastDue()),
        "leads", String.join("、", milestone.leads()),
        "held", laggard.held());
  }

  private static Map<String, String> extension(MonthFigures.Extension extension, int year) {
    return Map.of(
        "item", extension.item(),
        "department", extension.department(),
        "due", day(extension.due(), year),
        "newDue", day(extension.newDue(), year),
        "reason", extension.reason(),
        "outcome", extension.granted() ? "同意" : "不同意");
  }

  private static Map<String, String> blamed(MonthFigures.Blamed blamed, int year) {
    return Map.of(
        "item", blamed.item(),
        "due", day(blamed.due(), year),
        "responsible", blamed.responsible(),
        "on", day(blamed.on(), year),
        "state", blamed.liftedOn() == null ? "未解除" : day(blamed.liftedOn(), year) + "解除");
  }

  private static Map<String, String> signOff(MonthFigures.SignOff signOff, int year) {
    return Map.of(
        "name", signOff.department(),
        "due", day(signOff.due(), year),
        "days", String.valueOf(signOff.daysPastDue()),
        "item", signOff.item());
  }

  /** As 财政金融局 12 件、公安分局 1 件. */
  private static String signOffCounts(List<MonthFigures.SignOff> signOffs) {
    Map<String, Long> counts =
        signOffs.stream()
            .collect(
                Collectors.groupingBy(
                    MonthFigures.SignOff::department, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue() + " 件")
        .collect(Collectors.joining("、"));
  }

  private static Map<String, String> coming(PastMilestone milestone, int year) {
    return Map.of(
        "item", milestone.item(),
        "kind", milestone.kind().label(),
        "due", day(milestone.due(), year),
        "leads", String.join("、", milestone.leads()));
  }

  /** With the year only when it isn't the bulletin's. */
  private static String day(LocalDate day, int year) {
    return (day.getYear() == year ? SHORT : DAY).format(day);
  }
}
