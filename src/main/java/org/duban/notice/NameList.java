package org.duban.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names parted by 、 outside brackets, each as printed. */
final class NameList {

  private static final Set<String> NONE = Set.of("", "无", "/", "-", "—", "——");

  private NameList() {}

  static List<String> split(String printed) {
    return split(printed, "、");
  }

  /** The parts between the given separators, where these stand outside brackets. */
  static List<String> split(String printed, String separators) {
    List<String> names = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      depth = Brackets.step(depth, c);
      if (depth == 0 && separators.indexOf(HalfWidth.of(c)) >= 0) {
        add(names, printed.substring(start, i));
        start = i + 1;
      }
    }
    add(names, printed.substring(start));
    return names;
  }

  private static void add(List<String> names, String printed) {
    String name = HalfWidth.strip(printed);
    if (!NONE.contains(name)) {
      names.add(name);
    }
  }
}
