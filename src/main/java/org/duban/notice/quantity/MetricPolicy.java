package org.duban.notice.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;

/** Names what is counted: the words of the clause without the number and without asides. */
final class MetricPolicy {

  private static final Pattern ASIDES =
      Pattern.compile(
          "^(?:(?:(?:19|20)\\d{2}年(?:度|内|底前?)?(?![及以之和])|\\d{1,2}月(?:份|底)?(?:之?前)?|今年|本年度?|年内|年底(?:之?前)?|全年"
              + "|全(?:区|市|县|省|镇|州|旗)|确保|力争|努力|争取|实现|计划|预计|共计|其中|原则上|进一步|基本|同时|以及|及|和|并|再|共"
              + "|[,、\\s:])+)");
  private static final Pattern PREPOSITION = Pattern.compile("^(?:将|把|对)");
  private static final Pattern LEADING_UP =
      Pattern.compile("(?:达到|达|力争|再|[到至为在]|原则上|总数|[,、\\s:])+$");
  private static final Pattern MEASURE_ALONE =
      Pattern.compile(".{0,3}率|每.|数量|面积|人数|总数|总量|比例|比重|标准|时长|规模|次数");

  private MetricPolicy() {}

  /** Without the words at the front that say when, where and how firmly. */
  static String withoutAsides(String words) {
    return ASIDES.matcher(HalfWidth.strip(words)).replaceFirst("");
  }

  static String clean(String words) {
    return withoutAsides(PREPOSITION.matcher(withoutAsides(words)).replaceFirst(""));
  }

  /** Without the words that only lead up to a number: 覆盖率达到 is 覆盖率. */
  static String withoutEnd(String words) {
    Matcher end = LEADING_UP.matcher(words);
    return end.find() ? words.substring(0, end.start()) : words;
  }

  /**
   * The words around a number as one name. A name that says nothing by itself (培训, 覆盖率) takes the
   * clause before it along.
   */
  static String of(String before, String after, String clauseBefore) {
    String tail = after.startsWith("的") ? after.substring(1) : after;
    String front = withoutEnd(clean(before));
    String metric = clean(front + withoutEnd(HalfWidth.strip(tail)));
    boolean dangles = metric.endsWith("的");
    return inContext(dangles ? metric.substring(0, metric.length() - 1) : metric, clauseBefore);
  }

  static String inContext(String metric, String clauseBefore) {
    boolean saysNothing =
        metric.isEmpty() || DeliveryVerbs.areAll(metric) || MEASURE_ALONE.matcher(metric).matches();
    String context = saysNothing ? clean(clauseBefore) : "";
    if (context.isEmpty()) {
      return metric;
    }
    return metric.isEmpty() ? context : context + "," + metric;
  }
}
