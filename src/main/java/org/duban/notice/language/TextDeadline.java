package org.duban.notice.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Passage;

/**
 * Finds deadlines inside the text of an item that has no label for one: 2022年10月底前编制清单. Spans,
 * numbers of days and years that only name something are none.
 */
public final class TextDeadline {

  private static final int LONGEST_CLAUSE = 300;
  private static final Pattern LIMIT = Pattern.compile(".*(?:前|底|末|内|半年)$");
  private static final Pattern NOT_BEFORE =
      Pattern.compile("(?:自|从|截至|截止|截止到|截至到|比|较|于|去年|上年|已于|力争比|[-—–~至])\\s?$");
  private static final Pattern NOT_AFTER =
      Pattern.compile("^\\s?(?:起|以来|的(?!完成)|至|到|[-—–~]|相比|同期|底?数|水平|基数|期间|度|出生|参保|及以)");

  private TextDeadline() {}

  /** The clauses that hold one, from the date on. */
  public static List<Passage> in(Passage text) {
    List<Passage> found = new ArrayList<>();
    String half = HalfWidth.of(text.text());
    int start = 0;
    for (int i = 0; i <= half.length(); i++) {
      if (i == half.length() || ",;。".indexOf(half.charAt(i)) >= 0) {
        if (i - start <= LONGEST_CLAUSE && mayHoldOne(half, start, i)) {
          read(text, half.substring(start, i), start, found);
        }
        start = i + 1;
      }
    }
    return found;
  }

  private static boolean mayHoldOne(String half, int from, int to) {
    String clause = half.substring(from, to);
    return clause.indexOf('年') >= 0 || clause.indexOf('季') >= 0 || clause.indexOf('月') >= 0;
  }

  private static void read(Passage text, String clause, int at, List<Passage> found) {
    for (DatePhrase date : DatePhraseReader.find(clause, 2000, 0)) {
      String printed = clause.substring(date.start(), date.end()).strip();
      String before = clause.substring(0, date.start());
      String after = clause.substring(date.end());
      boolean limits = LIMIT.matcher(printed).matches();
      boolean other =
          NOT_BEFORE.matcher(before).find()
              || NOT_AFTER.matcher(after).find()
              || insideQuotes(before)
              || (after.isBlank() && before.isBlank());
      if (limits && !other) {
        found.add(text.sub(at + date.start(), at + clause.length()).strip());
        return;
      }
    }
  }

  private static boolean insideQuotes(String before) {
    return before.lastIndexOf('“') > before.lastIndexOf('”')
        || before.lastIndexOf('《') > before.lastIndexOf('》');
  }

  /** The deadline that a title sets for all it stands above: 2021年6月底前完成的任务. */
  public static Optional<Labelled> ofTitle(Passage title) {
    String half = HalfWidth.of(title.text());
    boolean sets = half.matches(".*(?:前|内|底|末)(?:需|要|应|全面|基本|全部)?(?:完成|办结|落实|见效).*");
    List<Passage> found = sets ? in(title) : List.of();
    return found.size() == 1
        ? Optional.of(
            new Labelled(
                Label.DEADLINE, Label.DEADLINE.chineseName(), found.get(0), false, title.line()))
        : Optional.empty();
  }
}
