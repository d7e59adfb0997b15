package org.duban.notice.quantity;

import java.util.regex.Pattern;
import org.duban.notice.Operator;

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

  /** What a number of the text is to a promise. */
  enum Standing {
    PROMISED,
    /** It says how large a set is, and promises nothing. */
    BACKGROUND,
    /** The text doesn't show what is done with the set. */
    UNCLEAR
  }

  /**
   * @param before the words of its piece in front of it
   * @param after all words of its clause behind it
   */
  static Standing standingOf(Quantity quantity, String before, String after) {
    return switch (quantity.kind()) {
      case SORT -> promisedIf(DeliveryVerbs.endsWithOne(before));
      case SPAN -> promisedIf(isBound(before));
      case RATIO -> promisedIf(!isThereAlready(before, after));
      default -> isThereAlready(before, after) ? Standing.BACKGROUND : ofSet(before, after);
    };
  }

  private static Standing promisedIf(boolean promised) {
    return promised ? Standing.PROMISED : Standing.BACKGROUND;
  }

  private static boolean isBound(String before) {
    OperatorPolicy.Found bound = OperatorPolicy.before(before);
    return bound.operator() == Operator.LE && bound.end() == before.length();
  }

  private static boolean isThereAlready(String before, String after) {
    boolean worksOnSet = isTopic(before) && DeliveryVerbs.LIGHT.matcher(after).find();
    return THERE_ALREADY.matcher(before).find() && !worksOnSet;
  }

  private static Standing ofSet(String before, String after) {
    if (!isTopic(before)) {
      return Standing.PROMISED;
    }
    String set = MetricPolicy.withoutAsides(before);
    boolean endsClause = after.isBlank();
    boolean verbBefore = DeliveryVerbs.in(before);
    if (OBJECT.matcher(set).find()) {
      boolean worked =
          DeliveryVerbs.LIGHT.matcher(after).find() || DeliveryVerbs.endsWithOne(before);
      return !worked && endsClause && verbBefore ? Standing.UNCLEAR : promisedIf(worked);
    }
    if (verbBefore || DeliveryVerbs.in(after)) {
      return Standing.PROMISED;
    }
    return endsClause && set.length() == 1 ? Standing.BACKGROUND : Standing.UNCLEAR;
  }
}
