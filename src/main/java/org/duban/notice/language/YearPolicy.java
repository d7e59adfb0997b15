package org.duban.notice.language;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.YearSource;
import org.duban.notice.line.HalfWidth;

/**
 * Which year a list is for: the one its title names; without one there, the only year that the text
 * before the first item names; without that, the only year its deadlines name; and last the year of
 * its document number.
 */
public final class YearPolicy {

  private static final Pattern YEAR =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})(?:\\s?年|(?=\\s?[-—–~至到]\\s?(?:19|20)\\d{2}\\s?年))");
  private static final Pattern CHINESE_YEAR = Pattern.compile("([二一][〇零○九][〇零○一二三四五六七八九]{2})年");
  private static final Pattern DOCUMENT_NUMBER =
      Pattern.compile("[^\\s\\d]{1,12}\\s?[〔\\[(]((?:19|20)\\d{2})[〕\\])]\\s?\\d{1,4}\\s?号");
  private static final int LONGEST = 4_000;

  private YearPolicy() {}

  /**
   * @param year 0 when the text names none, or several of which none goes first
   * @param from where it was found; null when the text names none
   * @param unclear whether the title names several; then the first of them is taken
   */
  public record Decision(int year, YearSource from, boolean unclear) {}

  public static Decision decide(
      String title, Collection<String> preface, Collection<String> deadlines) {
    Set<Integer> inTitle = yearsIn(title);
    if (!inTitle.isEmpty()) {
      return new Decision(inTitle.iterator().next(), YearSource.TITLE, inTitle.size() > 1);
    }
    Set<Integer> before = new LinkedHashSet<>();
    preface.forEach(line -> before.addAll(yearsIn(line)));
    if (before.size() == 1) {
      return new Decision(before.iterator().next(), YearSource.PREFACE, false);
    }
    Set<Integer> due = new LinkedHashSet<>();
    deadlines.forEach(phrase -> due.addAll(yearsIn(phrase)));
    if (due.isEmpty()) {
      preface.forEach(line -> numbered(line).ifPresent(before::add));
      if (before.size() == 1) {
        return new Decision(before.iterator().next(), YearSource.PREFACE, false);
      }
    }
    return due.size() == 1
        ? new Decision(due.iterator().next(), YearSource.DEADLINES, false)
        : new Decision(0, null, false);
  }

  /** The year in the list's own document number, alone in its line: 国发〔2020〕6号. */
  private static Optional<Integer> numbered(String line) {
    Matcher number =
        DOCUMENT_NUMBER.matcher(HalfWidth.of(line.substring(0, Math.min(line.length(), 40))));
    return number.matches() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
  }

  private static Set<Integer> yearsIn(String text) {
    Set<Integer> years = new LinkedHashSet<>();
    String half = HalfWidth.of(text.substring(0, Math.min(text.length(), LONGEST)));
    Matcher arabic = YEAR.matcher(half);
    while (arabic.find()) {
      years.add(Integer.parseInt(arabic.group(1)));
    }
    Matcher chinese = CHINESE_YEAR.matcher(half);
    while (chinese.find()) {
      years.add(ChineseYear.read(chinese.group(1)));
    }
    return years;
  }
}
