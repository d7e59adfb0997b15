package org.duban.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.Resource;

/**
 * One year's holidays and make-up working days, as {@code calendar/YEAR.yml} has them.
 *
 * <p>A year's notice may reach back into the December before it (2023's New Year began on 31
 * December 2022), never further.
 */
record YearFile(int year, List<Holiday> holidays, List<LocalDate> makeUpDays) {

  /** Both days are included. */
  record Holiday(String name, LocalDate from, LocalDate to) {}

  /**
   * @throws CalendarBroken when the file can't be understood or contradicts itself
   */
  static YearFile read(Resource yaml) {
    ObjectMapper mapper =
        new ObjectMapper(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    String name = yaml.getFilename() == null ? yaml.getDescription() : yaml.getFilename();
    try (InputStream in = yaml.getInputStream()) {
      YearFile file = mapper.readValue(in, YearFile.class);
      if (file == null) {
        throw new CalendarBroken("日历文件 " + name + " 是空的。");
      }
      file.check(name);
      return file;
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : "第" + e.getLocation().getLineNr() + "行";
      throw new CalendarBroken("日历文件 " + name + " " + line + "读不懂:" + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("日历文件 " + name + " 无法读取", e);
    }
  }

  Set<LocalDate> daysOff() {
    Set<LocalDate> off = new HashSet<>();
    holidays.forEach(
        holiday -> holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(off::add));
    return off;
  }

  private void check(String name) {
    for (Holiday holiday : holidays) {
      if (holiday.from().isAfter(holiday.to())) {
        throw new CalendarBroken("日历文件 " + name + " 中“" + holiday.name() + "”的起止日期颠倒。");
      }
      checkYear(name, holiday.from());
      checkYear(name, holiday.to());
    }
    Set<LocalDate> off = daysOff();
    for (LocalDate day : makeUpDays) {
      checkYear(name, day);
      if (off.contains(day)) {
        throw new CalendarBroken("日历文件 " + name + " 中 " + day + " 既放假又补班。");
      }
      if (!weekend(day)) {
        throw new CalendarBroken("日历文件 " + name + " 中补班日 " + day + " 不是周末。");
      }
    }
  }

  private void checkYear(String name, LocalDate day) {
    boolean decemberBefore = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
    if (day.getYear() != year && !decemberBefore) {
      throw new CalendarBroken("日历文件 " + name + " 中 " + day + " 不属于" + year + "年的安排。");
    }
  }

  static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
