package org.duban.notice.correction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.notice.FlagCode;
import org.duban.notice.KnownNames;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.HalfWidth;

/** Holds the departments of a corrected item against the directory. */
public final class NamesCheck {

  private static final int LONGEST_NAME = 60;

  private final KnownNames directory;
  private final int year;
  private final Map<String, List<String>> nearest = new HashMap<>();

  /**
   * @param year 0 when it is unknown: then no name is held against the directory
   */
  public NamesCheck(KnownNames directory, int year) {
    this.directory = directory;
    this.year = year;
  }

  /** A row without a name is one that its writer hasn't filled in yet; it counts for nothing. */
  void check(ItemCheck item, String field, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String place = field + "[" + i + "]";
      if (name.isEmpty()) {
        continue;
      }
      if (year > 0 && !knows(name)) {
        item.add(
            FlagCode.UNKNOWN_DEPARTMENT,
            place,
            Excerpt.of(name) + "不在部门目录中。",
            nearest.computeIfAbsent(name, this::nearest));
      }
      if (!seen.add(HalfWidth.of(name))) {
        item.add(FlagCode.REPEATED_DEPARTMENT, place, Excerpt.of(name) + "重复出现。");
      }
    }
  }

  private boolean knows(String name) {
    return name.length() <= LONGEST_NAME && directory.knows(name, year);
  }

  private List<String> nearest(String name) {
    return name.length() > LONGEST_NAME ? List.of() : directory.nearest(name, year);
  }
}
