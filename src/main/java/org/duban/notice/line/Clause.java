package org.duban.notice.line;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a sentence, between commas.
 *
 * @param text as printed
 * @param start where in its paragraph it begins
 * @param before the clause before it in the same sentence; empty for the first
 */
public record Clause(String text, int start, String before) {

  private static final String SENTENCE_ENDS = "。;!?";
  private static final String QUOTES_OPEN = "“《";
  private static final String QUOTES_CLOSE = "”》";

  /** All clauses of a paragraph. A comma inside brackets, quotes or a number parts nothing. */
  public static List<Clause> in(String paragraph) {
    List<Clause> clauses = new ArrayList<>();
    String before = "";
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= paragraph.length(); i++) {
      char c = i == paragraph.length() ? '。' : HalfWidth.of(paragraph.charAt(i));
      boolean sentenceEnds = SENTENCE_ENDS.indexOf(c) >= 0;
      if (sentenceEnds || (depth == 0 && parts(paragraph, i, c))) {
        String text = HalfWidth.strip(paragraph.substring(start, i));
        if (!text.isEmpty()) {
          clauses.add(new Clause(text, paragraph.indexOf(text, start), before));
        }
        before = sentenceEnds ? "" : text;
        depth = sentenceEnds ? 0 : depth;
        start = i + 1;
      } else if (QUOTES_OPEN.indexOf(c) >= 0) {
        depth++;
      } else if (QUOTES_CLOSE.indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      } else {
        depth = Brackets.step(depth, c);
      }
    }
    return clauses;
  }

  private static boolean parts(String paragraph, int place, char c) {
    if (c == ':') {
      return true;
    }
    boolean insideNumber =
        place > 0
            && place + 3 < paragraph.length()
            && Character.isDigit(paragraph.charAt(place - 1))
            && Character.isDigit(paragraph.charAt(place + 1))
            && Character.isDigit(paragraph.charAt(place + 2))
            && Character.isDigit(paragraph.charAt(place + 3));
    return c == ',' && !insideNumber;
  }
}
