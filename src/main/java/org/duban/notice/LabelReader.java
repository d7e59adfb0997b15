package org.duban.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds labelled values in a line: 牵头部门:A, 【牵头部门】A, or the label alone in its cell. Several may
 * share a line. A label inside a sentence (请各牵头部门:…) is none.
 */
final class LabelReader {

  private static final String WORD = "(" + Label.anyWord() + ")";

  private static final Pattern MARKED =
      Pattern.compile(
          "(?<![^\\s。;,、(\\[【])(?:[\\[【]\\s?"
              + WORD
              + "\\s?[\\]】]\\s{0,4}:?|"
              + WORD
              + "\\s{0,4}:)");

  private static final Pattern CELL = Pattern.compile(WORD + "(?:\\s|$)");

  private static final int LONGEST_CONTINUED = 4_000;

  private static final String VALUE_END = "。.;,、";

  private LabelReader() {}

  /**
   * @param before what stands in the line before its first label
   */
  record LabelledLine(String before, List<Labelled> values) {}

  static LabelledLine read(Line line) {
    String text = line.text();
    String half = HalfWidth.of(text);
    Matcher cell = CELL.matcher(half);
    List<Label> labels = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    if (cell.lookingAt()) {
      starts.add(0);
      ends.add(cell.end(1));
      words.add(cell.group(1));
    }
    Matcher marked = MARKED.matcher(half);
    while (marked.find()) {
      if (!starts.isEmpty() && starts.get(starts.size() - 1) == 0 && marked.start() == 0) {
        ends.set(0, marked.end());
        continue;
      }
      starts.add(marked.start());
      ends.add(marked.end());
      words.add(marked.group(1) != null ? marked.group(1) : marked.group(2));
    }
    words.forEach(word -> labels.add(Label.of(word).orElseThrow()));
    List<Labelled> values = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      values.add(
          value(labels.get(i), words.get(i), text.substring(ends.get(i), end), line.number()));
    }
    return new LabelledLine(before(text, starts), values);
  }

  private static String before(String text, List<Integer> starts) {
    String before = HalfWidth.strip(starts.isEmpty() ? text : text.substring(0, starts.get(0)));
    boolean opensForLabel =
        !starts.isEmpty()
            && !before.isEmpty()
            && Brackets.opens(before.charAt(before.length() - 1));
    return opensForLabel ? HalfWidth.strip(before.substring(0, before.length() - 1)) : before;
  }

  static Labelled value(Label label, String word, String printed, int line) {
    String value = HalfWidth.strip(printed);
    boolean insideBrackets = Brackets.depthAfter(value) > 0;
    boolean goesOn = value.isEmpty() || insideBrackets || endsOpen(label, value);
    if (insideBrackets) {
      return new Labelled(label, word, value, value.length() < LONGEST_CONTINUED, line);
    }
    int end = value.length();
    while (end > 0 && VALUE_END.indexOf(HalfWidth.of(value.charAt(end - 1))) >= 0) {
      end--;
    }
    String trimmed = Brackets.withoutUnopenedEnd(HalfWidth.strip(value.substring(0, end)));
    return new Labelled(label, word, trimmed, goesOn && trimmed.length() < LONGEST_CONTINUED, line);
  }

  private static boolean endsOpen(Label label, String value) {
    return value.endsWith("、") || (label == Label.DEADLINE && HalfWidth.of(value).endsWith(","));
  }
}
