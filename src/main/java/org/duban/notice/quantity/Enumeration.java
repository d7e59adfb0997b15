package org.duban.notice.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.language.NameList;

/** The members of an enumeration: 基本医保、大病保险和医疗救助 has three. */
final class Enumeration {

  private static final Pattern AND = Pattern.compile("(?<=.{2})(?:以及|和|与|及)(?=.{2})");
  private static final Pattern PREPOSITION = Pattern.compile("^(?:围绕|针对|面向|聚焦|对|在|为|由|从|将|把|使)");
  private static final Pattern SHARED_MEASURE =
      Pattern.compile("(?:[^、]{2}率|标准|比例|比重|面积|总量|数量|人数)$");

  private Enumeration() {}

  static List<String> of(String words) {
    String clean = MetricPolicy.withoutAsides(words);
    List<String> members =
        new ArrayList<>(NameList.split(PREPOSITION.matcher(clean).replaceFirst("")));
    if (members.isEmpty()) {
      return members;
    }
    String last = members.remove(members.size() - 1);
    Matcher and = AND.matcher(last);
    if (and.find()) {
      members.add(last.substring(0, and.start()));
      last = last.substring(and.end());
    }
    members.add(last);
    return members;
  }

  /** The same with the measure that only the last one names given to each (…覆盖率). */
  static List<String> withSharedMeasure(List<String> members) {
    String last = members.get(members.size() - 1);
    Matcher shared = SHARED_MEASURE.matcher(last);
    if (!shared.find() || shared.start() == 0) {
      return members;
    }
    String measure = shared.group();
    return members.stream()
        .map(member -> SHARED_MEASURE.matcher(member).find() ? member : member + measure)
        .toList();
  }
}
