package org.duban.notice.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.KnownNames;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Passage;

/**
 * Reads the units after a label. A comma, a blank or an "and" parts names only where the directory
 * knows every part and not the whole; any other name it doesn't know is flagged, never guessed.
 */
public final class DepartmentReader {

  private static final int MOST_NAMES = 500;
  private static final int LONGEST_NAME = 60;
  private static final String LOOSE_SEPARATORS = ",; ";
  private static final Pattern AND = Pattern.compile("(?<=.{2})(?:以及|[和及与])(?=.{2})");

  /** 等, and what a list puts behind it when it names some of many. */
  private static final Pattern OPEN_END =
      Pattern.compile(
          "等(?:\\d{0,3}个?)?(?:国务院|中央|省|州|旗|所属|市|县|区|镇|其他|其它|有关|相关|各|职能|责任|成员|级|直|属)*(?:部门|单位|地区|方面|机构|企业|地)?(?:和单位|及单位|、单位)?$");

  private static final Pattern ROLE =
      Pattern.compile("\\((?:(?<lead>牵头|总牵头|主办|主责|主牵头)|配合|协办|协助|参与)(?:单位|部门)?\\)$");

  private final KnownNames directory;
  private final int year;
  private final Map<String, String> offers = new HashMap<>();

  /**
   * @param year 0 when it is unknown: then no name is held against the directory
   */
  public DepartmentReader(KnownNames directory, int year) {
    this.directory = directory;
    this.year = year;
  }

  public List<UnitName> read(List<Labelled> values, List<Flag> flags) {
    List<UnitName> units = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Labelled value : values) {
      long names = value.value().chars().filter(c -> c == '、').count() + 1;
      if (names > MOST_NAMES) {
        flags.add(
            FlagCode.UNREADABLE_NAMES.at(
                value.line(), "“" + value.word() + "”后有 " + names + " 个名称,不像部门名单。"));
        continue;
      }
      for (Passage name : NameList.split(withoutRule(value.passage()), "、")) {
        for (Passage part : partsOf(name)) {
          UnitName unit = unit(part, value, flags);
          if (unit == null) {
            continue;
          }
          units.add(unit);
          check(unit.name().text(), value, flags);
          if (!seen.add(HalfWidth.of(unit.name().text()))) {
            flags.add(
                FlagCode.REPEATED_DEPARTMENT.at(
                    value.line(), value.word() + Excerpt.of(unit.name().text()) + "重复出现。"));
          }
        }
      }
    }
    return units;
  }

  /** Without the bracket that tells the rule for all items: (列第一位者为牵头单位,下同). */
  private static Passage withoutRule(Passage value) {
    String half = HalfWidth.of(value.text());
    int open = half.endsWith(")") ? half.lastIndexOf('(') : -1;
    boolean rule = open >= 0 && LeadRule.isIn(half.substring(open));
    return rule ? value.sub(0, open).strip() : value;
  }

  /** Null when the words only say that there are others. */
  private UnitName unit(Passage printed, Labelled value, List<Flag> flags) {
    if (knows(printed.text()) || printed.length() > LONGEST_NAME) {
      return new UnitName(printed, null);
    }
    Label role = null;
    Passage name = printed;
    Matcher inBrackets = ROLE.matcher(HalfWidth.of(name.text()));
    if (inBrackets.find() && inBrackets.start() > 0) {
      role = inBrackets.group("lead") != null ? Label.LEAD : Label.SUPPORT;
      name = name.sub(0, inBrackets.start()).strip();
    }
    Matcher open = OPEN_END.matcher(name.text());
    if (!knows(name.text()) && open.find()) {
      flags.add(
          FlagCode.OPEN_ENDED_UNITS.at(
              value.line(), Excerpt.of(name.text()) + "没有写全有哪些单位,只读入写明的,请补充。"));
      name = name.sub(0, open.start()).strip();
    }
    return name.isEmpty() ? null : new UnitName(name, role);
  }

  private List<Passage> partsOf(Passage name) {
    if (name.length() > LONGEST_NAME * 10 || knows(name.text())) {
      return List.of(name);
    }
    if (name.text().indexOf('/') >= 0) {
      return paragraphsOf(name);
    }
    if (year == 0) {
      return List.of(name);
    }
    List<Passage> parts = NameList.split(name, LOOSE_SEPARATORS);
    if (parts.size() > 1 && allKnown(parts)) {
      return parts;
    }
    List<Passage> joined = new ArrayList<>();
    parts.forEach(part -> joined.addAll(partsByAnd(part)));
    return joined.size() > 1 && allKnown(joined) ? joined : List.of(name);
  }

  /** A stroke ends a paragraph of a cell, mostly behind a name and sometimes inside one. */
  private List<Passage> paragraphsOf(Passage name) {
    List<Passage> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.text().charAt(i) == '/') {
        pieces.add(name.sub(start, i).strip());
        start = i + 1;
      }
    }
    List<Passage> names = new ArrayList<>();
    Passage open = null;
    for (Passage piece : pieces) {
      open = open == null ? piece : open.then("", piece);
      if (Brackets.depthAfter(open.text()) == 0) {
        names.add(open);
        open = null;
      }
    }
    if (open != null) {
      names.add(open);
    }
    if (year != 0 && allKnown(names.stream().filter(part -> !part.isEmpty()).toList())) {
      return names.stream().filter(part -> !part.isEmpty()).toList();
    }
    Passage whole = pieces.stream().reduce((one, other) -> one.then("", other)).orElse(name);
    if (names.size() > 1 && knows(whole.text())) {
      return List.of(whole);
    }
    List<Passage> parts = new ArrayList<>();
    for (Passage part : names) {
      if (!part.isEmpty()) {
        parts.addAll(partsOf(part));
      }
    }
    return parts;
  }

  private List<Passage> partsByAnd(Passage name) {
    Matcher and = AND.matcher(name.text());
    List<Passage> parts = new ArrayList<>();
    int start = 0;
    while (and.find()) {
      parts.add(name.sub(start, and.start()).strip());
      start = and.end();
    }
    parts.add(name.from(start).strip());
    return parts.size() > 1 && allKnown(parts) ? parts : List.of(name);
  }

  private boolean allKnown(List<Passage> parts) {
    return parts.stream().allMatch(part -> knows(withoutMarks(part.text())));
  }

  private static String withoutMarks(String name) {
    Matcher role = ROLE.matcher(HalfWidth.of(name));
    String bare = role.find() ? name.substring(0, role.start()) : name;
    Matcher open = OPEN_END.matcher(bare);
    return open.find() ? bare.substring(0, open.start()) : bare;
  }

  private boolean knows(String name) {
    return year != 0
        && !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && directory.knows(name, year);
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
