package org.duban.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the departments after a label. A comma or a blank parts names only where the directory
 * knows every part and not the whole; any other name it doesn't know is flagged, never guessed.
 */
final class DepartmentReader {

  private static final int MOST_NAMES = 500;
  private static final int LONGEST_NAME = 60;
  private static final String LOOSE_SEPARATORS = ",; ";

  private final KnownNames directory;
  private final int year;
  private final Map<String, String> offers = new HashMap<>();

  /**
   * @param year 0 when it is unknown: then no name is held against the directory
   */
  DepartmentReader(KnownNames directory, int year) {
    this.directory = directory;
    this.year = year;
  }

  List<String> read(List<Labelled> values, List<Flag> flags) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Labelled value : values) {
      List<String> printed = NameList.split(value.value());
      if (printed.size() > MOST_NAMES) {
        flags.add(
            FlagCode.UNREADABLE_NAMES.at(
                value.line(), "“" + value.word() + "”后有 " + printed.size() + " 个名称,不像部门名单。"));
        continue;
      }
      for (String name : printed) {
        for (String part : partsOf(name)) {
          names.add(part);
          check(part, value, flags);
          if (!seen.add(HalfWidth.of(part))) {
            flags.add(
                FlagCode.REPEATED_DEPARTMENT.at(
                    value.line(), value.word() + Excerpt.of(part) + "重复出现。"));
          }
        }
      }
    }
    return names;
  }

  private List<String> partsOf(String name) {
    if (year == 0 || name.length() > LONGEST_NAME * 10 || knows(name)) {
      return List.of(name);
    }
    List<String> parts = NameList.split(name, LOOSE_SEPARATORS);
    boolean all = parts.size() > 1 && parts.stream().allMatch(this::knows);
    return all ? parts : List.of(name);
  }

  private boolean knows(String name) {
    return name.length() <= LONGEST_NAME && directory.knows(name, year);
  }

  private void check(String name, Labelled value, List<Flag> flags) {
    if (year == 0 || knows(name)) {
      return;
    }
    flags.add(
        FlagCode.UNKNOWN_DEPARTMENT.at(
            value.line(),
            value.word()
                + Excerpt.of(name)
                + "不在部门目录中。"
                + offers.computeIfAbsent(name, this::offer)));
  }

  private String offer(String name) {
    List<String> nearest = name.length() > LONGEST_NAME ? List.of() : directory.nearest(name, year);
    return nearest.isEmpty() ? "请核对名称或补充目录。" : "是否为:" + String.join("、", nearest) + "?请核对。";
  }
}
