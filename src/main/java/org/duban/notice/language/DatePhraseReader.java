package org.duban.notice.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.DateRule;
import org.duban.notice.FlagCode;
import org.duban.notice.YearSource;

/**
 * Finds dates in a half-width phrase and gives each its last day. A date without a year takes that
 * of the date before it, the first one that of the list. What could mean two days (6月前, 年初) is a
 * fault, not a guess.
 */
final class DatePhraseReader {

  private static final String CHINESE_MONTH = "十[一二]?|[一二三四五六七八九]";

  private static final String MONTH =
      "(?:\\d{1,2}\\s?月?份?\\s?[-—–~至到]{1,2}\\s?)?(?<month>\\d{1,2}|"
          + CHINESE_MONTH
          + ")\\s?月(?:份)?\\s?(?:(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s?[日号]"
          + "|(?<tenth>上旬|中旬|下旬)|(?<end>底|末)|(?<begin>初))?";

  private static final String QUARTER = "第?\\s?(?<quarter>[一二三四1-4])\\s?季度(?:底|末)?";

  private static final String YEAR =
      "(?:(?<year>(?:19|20)\\d{2}|[二一][〇零○九][〇零○一二三四五六七八九]{2})\\s?年(?:度)?"
          + "|(?<relative>今年|本年|当年|次年|翌年|明年)(?:度)?)";

  private static final String BARE_YEAR =
      YEAR.replace("<year>", "<bareyear>").replace("<relative>", "<barerelative>");

  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?<numericyear>(?<!\\d)(?:19|20)\\d{2})[-./](?<numericmonth>\\d{1,2})(?:[-./](?<numericday>\\d{1,2}))?(?!\\d)"
              + "|(?:(?<!\\d)"
              + YEAR
              + "\\s?)?(?<![\\d.])(?:"
              + MONTH
              + "|"
              + QUARTER
              + "|(?<half>上半年|下半年)|(?<whole>全年|年底|年末|年内|年中|年初))"
              + "|(?<!\\d)"
              + BARE_YEAR
              + "\\s?(?<bare>底|末|内|中|初)?)"
              + "\\s?(?<before>(?:之|以)?前)?");

  private DatePhraseReader() {}

  /**
   * @param listYear 0 when unknown
   * @param previousYear the year of the date before, 0 when there is none
   */
  static List<DatePhrase> find(String phrase, int listYear, int previousYear) {
    List<DatePhrase> dates = new ArrayList<>();
    int previous = previousYear;
    Matcher date = DATE.matcher(phrase);
    while (date.find()) {
      DatePhrase read = read(date, listYear, previous);
      dates.add(read);
      previous = read.year() == 0 ? previous : read.year();
    }
    return dates;
  }

  private static DatePhrase read(Matcher date, int listYear, int previousYear) {
    int inheritedYear = previousYear == 0 ? listYear : previousYear;
    String printed = firstOf(date, "year", "bareyear", "numericyear");
    String relative = firstOf(date, "relative", "barerelative");
    int year = inheritedYear;
    if (printed != null) {
      year = ChineseYear.read(printed);
    } else if (relative != null) {
      boolean next = !"今年本年当年".contains(relative);
      year = next && inheritedYear > 0 ? inheritedYear + 1 : next ? 0 : listYear;
    }
    boolean inherited = printed == null && relative == null;
    if (year == 0) {
      return fault(date, 0, inherited, FlagCode.UNREADABLE_DEADLINE, "没有写明年份");
    }
    if (isAmbiguous(date)) {
      return fault(date, year, inherited, FlagCode.UNREADABLE_DEADLINE, "未写明到哪一天为止");
    }
    try {
      LocalDate due = lastDay(date, year);
      YearSource from =
          printed != null
              ? YearSource.PRINTED
              : relative != null
                  ? YearSource.RELATIVE
                  : previousYear > 0 ? YearSource.EARLIER_DATE : null;
      return new DatePhrase(
          date.start(), date.end(), due, year, inherited, rule(date), from, null, null);
    } catch (DateTimeException e) {
      return fault(date, year, inherited, FlagCode.IMPOSSIBLE_DATE, "没有这一天");
    }
  }

  private static DatePhrase fault(
      Matcher date, int year, boolean inherited, FlagCode code, String reason) {
    return new DatePhrase(
        date.start(), date.end(), null, year, inherited, rule(date), null, code, reason);
  }

  private static DateRule rule(Matcher date) {
    if (date.group("day") != null || date.group("numericday") != null) {
      return DateRule.DAY;
    }
    if (date.group("tenth") != null) {
      return DateRule.TENTH_OF_MONTH;
    }
    if (date.group("month") != null || date.group("numericmonth") != null) {
      return DateRule.MONTH_END;
    }
    if (date.group("quarter") != null) {
      return DateRule.QUARTER_END;
    }
    boolean middle = "年中".equals(date.group("whole")) || "中".equals(date.group("bare"));
    return middle || "上半年".equals(date.group("half")) ? DateRule.HALF_YEAR_END : DateRule.YEAR_END;
  }

  /** Before a month or a year that isn't said to end: its first day or its last? */
  private static boolean isAmbiguous(Matcher date) {
    boolean wholeMonth =
        (date.group("month") != null
                && date.group("day") == null
                && date.group("end") == null
                && date.group("tenth") == null)
            || (date.group("numericmonth") != null && date.group("numericday") == null);
    boolean wholeYear =
        date.group("bare") == null && firstOf(date, "bareyear", "barerelative") != null;
    boolean begin =
        date.group("begin") != null
            || "初".equals(date.group("bare"))
            || "年初".equals(date.group("whole"));
    return begin || (date.group("before") != null && (wholeMonth || wholeYear));
  }

  private static LocalDate lastDay(Matcher date, int year) {
    if (date.group("numericyear") != null) {
      YearMonth month = YearMonth.of(year, Integer.parseInt(date.group("numericmonth")));
      String day = date.group("numericday");
      return day == null
          ? month.atEndOfMonth()
          : LocalDate.of(year, month.getMonthValue(), Integer.parseInt(day));
    }
    if (date.group("month") != null) {
      return inMonth(date, YearMonth.of(year, number(date.group("month"))));
    }
    if (date.group("quarter") != null) {
      return YearMonth.of(year, number(date.group("quarter")) * 3).atEndOfMonth();
    }
    boolean middle =
        "上半年".equals(date.group("half"))
            || "年中".equals(date.group("whole"))
            || "中".equals(date.group("bare"));
    return YearMonth.of(year, middle ? 6 : 12).atEndOfMonth();
  }

  private static LocalDate inMonth(Matcher date, YearMonth month) {
    if (date.group("day") != null) {
      return LocalDate.of(month.getYear(), month.getMonthValue(), number(date.group("day")));
    }
    if ("上旬".equals(date.group("tenth"))) {
      return month.atDay(10);
    }
    return "中旬".equals(date.group("tenth")) ? month.atDay(20) : month.atEndOfMonth();
  }

  private static int number(String printed) {
    return Character.isDigit(printed.charAt(0))
        ? Integer.parseInt(printed)
        : ChineseNumber.read(printed).orElse(0);
  }

  private static String firstOf(Matcher date, String... groups) {
    for (String group : groups) {
      if (date.group(group) != null) {
        return date.group(group);
      }
    }
    return null;
  }
}
