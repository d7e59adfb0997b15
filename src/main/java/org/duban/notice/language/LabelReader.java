package org.duban.notice.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;

/**
 * Finds labelled values in a line: 牵头部门:A, 【牵头部门】A, or the label alone in its cell. Several may
 * share a line. A label inside a sentence (请各牵头部门:…) is none.
 */
public final class LabelReader {

  private static final String WORD = "(" + Label.anyWord() + ")";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?<![^\\s。;,、/(\\[【〔])(?:[\\[【〔]\\s?"
              + WORD
              + "\\s?[\\]】〕]\\s{0,4}:?|"
              + WORD
              + "\\s{0,4}:)");

  private static final Pattern CELL = Pattern.compile(WORD + "(?:\\s|$)");

  private static final int LONGEST_CONTINUED = 4_000;

  private static final String MARKS = ":】]〕";
  private static final int LONGEST_MARKED = 30;
  private static final int AFTER_MARK = 6;

  private static final String VALUE_END = "。.;,、/";

  private LabelReader() {}

  /**
   * @param before what stands before the first label
   * @param behind what stands behind the brackets in which the labels stood; mostly empty
   */
  public record LabelledLine(Passage before, List<Labelled> values, Passage behind) {}

  private record Found(int start, int end, String word) {}

  public static LabelledLine read(Line line) {
    return read(Passage.of(line));
  }

  public static LabelledLine read(Passage line) {
    String text = line.text();
    List<Found> found = labelsIn(HalfWidth.of(text));
    if (found.isEmpty()) {
      return new LabelledLine(line.strip(), List.of(), line.sub(text.length(), text.length()));
    }
    int last = found.size() - 1;
    int close = text.length();
    Passage before = line.sub(0, found.get(0).start).strip();
    List<Labelled> values = new ArrayList<>();
    int open = Brackets.unclosed(before.text());
    List<Labelled> inWords =
        open < 0 || before.length() - open > LONGEST_CONTINUED
            ? List.of()
            : DutyPhrase.read(before.from(open + 1).strip());
    if (open >= 0 && (open == before.length() - 1 || !inWords.isEmpty())) {
      values.addAll(inWords);
      before = before.sub(0, open).strip();
      close = Brackets.closingOf(text, found.get(last).end);
    }
    for (int i = 0; i <= last; i++) {
      int end = i < last ? found.get(i + 1).start : close;
      values.add(
          value(
              Label.of(found.get(i).word).orElseThrow(),
              found.get(i).word,
              line.sub(found.get(i).end, end),
              line.line()));
    }
    Passage behind = line.from(Math.min(close + 1, text.length())).strip();
    boolean onlyPunctuation = behind.withoutEnd(VALUE_END).isEmpty();
    return new LabelledLine(before, values, onlyPunctuation ? behind.sub(0, 0) : behind);
  }

  private static List<Found> labelsIn(String half) {
    List<Found> found = new ArrayList<>();
    Matcher cell = CELL.matcher(half);
    if (cell.lookingAt()) {
      found.add(new Found(0, cell.end(1), cell.group(1)));
    }
    Matcher marked = MARKED.matcher(half).useTransparentBounds(true);
    int from = 0;
    for (int i = 0; i < half.length(); i++) {
      if (i < from || MARKS.indexOf(half.charAt(i)) < 0) {
        continue;
      }
      marked.region(Math.max(from, i - LONGEST_MARKED), Math.min(half.length(), i + AFTER_MARK));
      if (marked.find()) {
        String word = marked.group(1) != null ? marked.group(1) : marked.group(2);
        if (marked.start() == 0) {
          found.clear();
        }
        found.add(new Found(marked.start(), marked.end(), word));
        from = marked.end();
      }
    }
    return found;
  }

  public static Labelled value(Label label, String word, Passage printed, int line) {
    Passage value = printed.strip();
    boolean insideBrackets = Brackets.depthAfter(value.text()) > 0;
    if (insideBrackets) {
      return new Labelled(label, word, value, value.length() < LONGEST_CONTINUED, line);
    }
    boolean goesOn = value.isEmpty() || endsOpen(label, value.text());
    Passage trimmed = value.withoutEnd(VALUE_END);
    int end = Brackets.withoutUnopenedEnd(trimmed.text()).length();
    Passage closed = trimmed.sub(0, end).strip();
    return new Labelled(label, word, closed, goesOn && closed.length() < LONGEST_CONTINUED, line);
  }

  private static boolean endsOpen(Label label, String value) {
    return value.endsWith("、") || (label == Label.DEADLINE && HalfWidth.of(value).endsWith(","));
  }
}
