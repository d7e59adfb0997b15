package org.duban.notice;

import java.util.regex.Pattern;

/**
 * Tells the set a promise is about from the promise itself. 对列入计划的7个项目,年底前交付4个 promises 4;
 * 对6座公厕进行改造 promises 6.
 */
final class SetPolicy {

  private static final Pattern TOPIC =
      Pattern.compile("^(?:对|将|把|从|由|在|针对|依托|围绕|聚焦|结合|以|按|根据|自|为|面向|通过)");

  /** These need a verb that works on their set; the others are content with any verb. */
  private static final Pattern OBJECT = Pattern.compile("^(?:对|针对|围绕|聚焦|结合|依托|面向|以|按|根据|通过)");

  private static final Pattern THERE_ALREADY =
      Pattern.compile("(?:已|现有|目前|原有|(?<![比较])(?:去年|上年)|往年|截至|截止|此前|近年)(?!.*基础上)");

  private SetPolicy() {}

  static boolean isTopic(String clause) {
    return TOPIC.matcher(MetricPolicy.withoutAsides(clause)).find();
  }

  /**
   * Whether a number says how large a set is, and promises nothing.
   *
   * @param before the words in front of it
   * @param after the words behind it
   */
  static boolean isBackground(Quantity quantity, String before, String after) {
    return switch (quantity.kind()) {
      case SORT -> !DeliveryVerbs.endsWithOne(before);
      case SPAN -> !isBound(before);
      default -> isThereAlready(before, after) || isBareSet(quantity, before, after);
    };
  }

  private static boolean isBound(String before) {
    OperatorPolicy.Found bound = OperatorPolicy.before(before);
    return bound.operator() == Operator.LE && bound.end() == before.length();
  }

  private static boolean isThereAlready(String before, String after) {
    boolean worksOnSet = isTopic(before) && DeliveryVerbs.LIGHT.matcher(after).find();
    return THERE_ALREADY.matcher(before).find() && !worksOnSet;
  }

  private static boolean isBareSet(Quantity quantity, String before, String after) {
    if (quantity.kind() == Unit.Kind.RATIO || !isTopic(before)) {
      return false;
    }
    if (OBJECT.matcher(MetricPolicy.withoutAsides(before)).find()) {
      return !DeliveryVerbs.LIGHT.matcher(after).find() && !DeliveryVerbs.endsWithOne(before);
    }
    return !DeliveryVerbs.in(after) && !DeliveryVerbs.in(before);
  }
}
