package org.duban.notice.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;

/** Names parted by 、 outside brackets, each as printed. */
public final class NameList {

  private static final Set<String> NONE = Set.of("", "无", "/", "-", "—", "——");

  private NameList() {}

  public static List<String> split(String printed) {
    return split(Passage.of(new Line(1, printed)), "、").stream().map(Passage::text).toList();
  }

  /** The parts between the given half-width separators, where these stand outside brackets. */
  public static List<Passage> split(Passage printed, String separators) {
    List<Passage> names = new ArrayList<>();
    String text = printed.text();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth = Brackets.step(depth, c);
      if (depth == 0 && separators.indexOf(HalfWidth.of(c)) >= 0) {
        add(names, printed, start, i);
        start = i + 1;
      }
    }
    add(names, printed, start, text.length());
    return names;
  }

  private static void add(List<Passage> names, Passage printed, int from, int to) {
    Passage name = printed.sub(from, to).strip();
    if (!NONE.contains(name.text())) {
      names.add(name);
    }
  }
}
