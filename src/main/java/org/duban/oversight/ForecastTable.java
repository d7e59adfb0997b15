package org.duban.oversight;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.audit.Happening;
import org.duban.directory.Directory;
import org.duban.escalation.Rung;

/** Sets a forecast out as text for a terminal, with tabs between the columns. */
public final class ForecastTable {

  private final Directory directory;
  private final Map<String, String> people = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private ForecastTable(Directory directory) {
    this.directory = directory;
    directory.all().forEach(department -> know(department.code()));
    know(Directory.SUPERVISING_OFFICE);
    directory.handlers(Directory.LEADER).forEach(one -> people.put(one.id(), "领导" + one.name()));
  }

  private void know(String holder) {
    String name = directory.nameOf(holder);
    directory.handlers(holder).forEach(one -> people.put(one.id(), name + one.name()));
    directory.heads(holder).forEach(one -> people.put(one.id(), name + "负责人" + one.name()));
  }

  /** The workload, the days off and the striking loads, then the calendar. */
  public static List<String> lines(Forecast forecast, Directory directory) {
    ForecastTable table = new ForecastTable(directory);
    table.workload(forecast.workload());
    table.daysOff(forecast.daysOff());
    table.striking(forecast.striking());
    table.calendar(forecast.calendar());
    return table.lines;
  }

  private void workload(List<Forecast.Load> workload) {
    heading("各部门工作量", "部门", "牵头", "配合", "随统称单位配合", "各月任务（反馈+汇总+会签）");
    for (Forecast.Load load : workload) {
      row(
          load.name(),
          String.valueOf(load.leads()),
          String.valueOf(load.supports()),
          String.valueOf(load.collective()),
          load.months().stream().map(ForecastTable::month).collect(Collectors.joining("  ")));
    }
  }

  private static String month(Forecast.Month month) {
    return "%s：%d+%d+%d"
        .formatted(month.month(), month.reports(), month.consolidations(), month.signOffs());
  }

  private void daysOff(List<Forecast.DayOff> daysOff) {
    heading("期限落在休息日", "期限", "星期", "事项", "节点", "之前最后一个工作日");
    for (Forecast.DayOff one : daysOff) {
      row(
          one.due().toString(),
          weekday(one.due()),
          one.ordinal() + " " + one.title(),
          one.kind().label(),
          one.workingDayBefore().toString());
    }
    noneIf(daysOff.isEmpty());
  }

  private void striking(List<Forecast.Striking> striking) {
    heading("请留意");
    striking.forEach(one -> lines.add(one.sentence()));
    noneIf(striking.isEmpty());
  }

  private void calendar(List<Forecast.Day> calendar) {
    heading("日历", "日期", "星期", "事项", "节点", "事由", "部门或人员");
    for (Forecast.Day day : calendar) {
      row(
          day.day().toString(),
          weekday(day.day()),
          day.ordinal() + " " + day.title(),
          day.kind() == null ? "" : day.kind().label() + " " + day.due(),
          label(day.what()),
          day.who().stream()
              .map(id -> name(day.what(), id))
              .distinct()
              .collect(Collectors.joining("、")));
    }
  }

  private void heading(String title, String... columns) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("【" + title + "】");
    if (columns.length > 0) {
      row(columns);
    }
  }

  private void noneIf(boolean empty) {
    if (empty) {
      lines.add("无");
    }
  }

  private void row(String... cells) {
    lines.add(String.join("\t", cells));
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.CHINA);
  }

  private static String label(String what) {
    if (what.equals("DUE")) {
      return "到期";
    }
    if (what.equals("ACKNOWLEDGE")) {
      return Happening.ACKNOWLEDGEMENT_REMINDED.label();
    }
    if (what.equals("OWN_TERM")) {
      return Happening.TERM_REMINDED.label();
    }
    return rung(what).map(Rung::label).orElseGet(() -> Happening.valueOf(what).label());
  }

  /** A handler may have the department's code for an account. */
  private String name(String what, String id) {
    boolean department = directory.withCode(id).isPresent() && !toPeople(what);
    return department ? directory.nameOf(id) : people.getOrDefault(id, id);
  }

  private static boolean toPeople(String what) {
    return what.equals("ACKNOWLEDGE") || what.equals("OWN_TERM") || rung(what).isPresent();
  }

  private static Optional<Rung> rung(String what) {
    return Arrays.stream(Rung.values()).filter(rung -> rung.name().equals(what)).findFirst();
  }
}
