package org.duban.notice.line;

/** Round and square brackets of both widths. */
public final class Brackets {

  private Brackets() {}

  public static boolean opens(char c) {
    return "([{【〔".indexOf(HalfWidth.of(c)) >= 0;
  }

  public static boolean closes(char c) {
    return ")]}】〕".indexOf(HalfWidth.of(c)) >= 0;
  }

  /** How many brackets the text leaves open; one closed without being opened doesn't count. */
  public static int depthAfter(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth = step(depth, text.charAt(i));
    }
    return depth;
  }

  public static int step(int depth, char c) {
    return opens(c) ? depth + 1 : closes(c) && depth > 0 ? depth - 1 : depth;
  }

  /** The place of the outermost bracket that the text leaves open; -1 when it leaves none. */
  public static int unclosed(String text) {
    int depth = 0;
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      if (opens(text.charAt(i))) {
        open = depth++ == 0 ? i : open;
      } else if (closes(text.charAt(i)) && depth > 0) {
        depth--;
      }
    }
    return depth > 0 ? open : -1;
  }

  /** Where the bracket closes that was opened before a place; the text's end when it never does. */
  public static int closingOf(String text, int inside) {
    int depth = 0;
    for (int i = inside; i < text.length(); i++) {
      if (opens(text.charAt(i))) {
        depth++;
      } else if (closes(text.charAt(i)) && depth-- == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Without closing brackets at the end that nothing in the text opened. */
  public static String withoutUnopenedEnd(String text) {
    int run = text.length();
    while (run > 0 && closes(text.charAt(run - 1))) {
      run--;
    }
    int opened = depthAfter(text.substring(0, run));
    return text.substring(0, Math.min(text.length(), run + opened));
  }
}
