package org.duban.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

class YearFilesTest {

  private final WorkingCalendar calendar = WorkingCalendar.load();

  @ParameterizedTest
  @CsvSource({
    "2021, 02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    "2022, 01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    "2023, 01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    "2024, 02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    "2025, 01-26 02-08 04-27 09-28 10-11",
    "2026, 01-04 02-14 02-28 05-09 09-20 10-10"
  })
  void weekendsWorkedAreThoseOfTheNotice(int year, String days) {
    assertThat(
            daysOf(year)
                .filter(YearFile::weekend)
                .filter(calendar::isWorkingDay)
                .map(YearFilesTest::monthAndDay))
        .containsExactly(days.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "2021, 01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21"
        + " 10-01 10-04 10-05 10-06 10-07",
    "2022, 01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12"
        + " 10-03 10-04 10-05 10-06 10-07",
    "2023, 01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29"
        + " 10-02 10-03 10-04 10-05 10-06",
    "2024, 01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16"
        + " 09-17 10-01 10-02 10-03 10-04 10-07",
    "2025, 01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01"
        + " 10-02 10-03 10-06 10-07 10-08",
    "2026, 01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19"
        + " 09-25 10-01 10-02 10-05 10-06 10-07"
  })
  void weekdaysOffAreThoseOfTheNotice(int year, String days) {
    assertThat(
            daysOf(year)
                .filter(day -> !YearFile.weekend(day) && !calendar.isWorkingDay(day))
                .map(YearFilesTest::monthAndDay))
        .containsExactly(days.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
  void workingDaysOfTheYearAddUp(int year, int workingDays) {
    assertThat(
            calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
        .isEqualTo(workingDays);
  }

  @Test
  void noticeThatReachesIntoTheDecemberBeforeCounts() {
    WorkingCalendar years =
        load(
            """
            year: 2019
            holidays: [{ name: 元旦, from: 2018-12-30, to: 2019-01-01 }]
            makeUpDays: [2018-12-29]
            """);
    assertThat(years.isWorkingDay(LocalDate.of(2018, 12, 29))).isTrue();
    assertThat(years.isWorkingDay(LocalDate.of(2018, 12, 31))).isFalse();
  }

  @Test
  void doubledYearIsRefused() {
    String year = "year: 2021\nholidays: []\nmakeUpDays: []\n";
    refused("2021年有两个日历文件。", year, year);
  }

  @Test
  void dayOfAnotherYearIsRefused() {
    refused("2022-02-07 不属于2021年的安排。", "year: 2021\nholidays: []\nmakeUpDays: [2022-02-07]\n");
  }

  @Test
  void makeUpDayInTheWeekIsRefused() {
    refused("补班日 2021-02-08 不是周末。", "year: 2021\nholidays: []\nmakeUpDays: [2021-02-08]\n");
  }

  @Test
  void dayBothOffAndWorkedIsRefused() {
    refused(
        "2021-05-08 既放假又补班。",
        """
        year: 2021
        holidays: [{ name: 劳动节, from: 2021-05-01, to: 2021-05-08 }]
        makeUpDays: [2021-05-08]
        """);
    refused(
        "2021-12-26 说法不一",
        "year: 2021\nholidays: []\nmakeUpDays: [2021-12-26]\n",
        """
        year: 2022
        holidays: [{ name: 元旦, from: 2021-12-26, to: 2022-01-01 }]
        makeUpDays: []
        """);
  }

  @Test
  void turnedHolidayIsRefused() {
    refused(
        "“元旦”的起止日期颠倒。",
        """
        year: 2021
        holidays: [{ name: 元旦, from: 2021-01-03, to: 2021-01-01 }]
        makeUpDays: []
        """);
  }

  @Test
  void unreadableFileIsRefusedWithItsLine() {
    refused("第3行读不懂", "year: 2021\nholidays: []\nmakeUpDays: [2021-02-30]\n");
    refused("读不懂", "year: 2021\nholidays: []\n");
    refused("是空的", "~\n");
  }

  private static void refused(String sentence, String... yamls) {
    assertThatExceptionOfType(CalendarBroken.class)
        .isThrownBy(() -> load(yamls))
        .withMessageContaining(sentence);
  }

  private static WorkingCalendar load(String... yamls) {
    return WorkingCalendar.load(
        Arrays.stream(yamls)
            .map(yaml -> new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
            .toArray(ByteArrayResource[]::new));
  }

  private static Stream<LocalDate> daysOf(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private static String monthAndDay(LocalDate day) {
    return day.toString().substring(5);
  }
}
