package org.duban.oversight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The working days of the two years that a rehearsed year touches, read anew from their files. */
final class DaysOfWork {

  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> makeUpDays = new HashSet<>();

  DaysOfWork() {
    List.of(2021, 2022).forEach(this::read);
  }

  @SuppressWarnings("unchecked")
  private void read(int year) {
    try (var file = new ClassPathResource("config/calendar/" + year + ".yml").getInputStream()) {
      Map<String, Object> known = new Yaml().load(file);
      for (Map<String, Object> holiday : (List<Map<String, Object>>) known.get("holidays")) {
        day(holiday.get("from"))
            .datesUntil(day(holiday.get("to")).plusDays(1))
            .forEach(holidays::add);
      }
      ((List<Object>) known.get("makeUpDays")).forEach(one -> makeUpDays.add(day(one)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDate day(Object value) {
    return LocalDate.ofInstant(((Date) value).toInstant(), ZoneOffset.UTC);
  }

  /** How many there are after the first day, up to and with the last. */
  int between(LocalDate first, LocalDate last) {
    return (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(this::contain).count();
  }

  LocalDate plus(LocalDate day, int workingDays) {
    LocalDate then = day;
    for (int left = workingDays; left > 0; ) {
      then = then.plusDays(1);
      left -= contain(then) ? 1 : 0;
    }
    return then;
  }

  boolean contain(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return makeUpDays.contains(day) || !weekend && !holidays.contains(day);
  }
}
