package org.duban.notice.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.Operator;
import org.duban.notice.language.ChineseNumber;
import org.duban.notice.line.Excerpt;

/**
 * Finds the numbers of a half-width clause with what they count. Quoted names and book titles are
 * passed over (“利剑行动 2021”), and so are ordinals, dates, ages and what belongs to a Latin word.
 */
final class QuantityReader {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\dA-Za-z.第№])(?<number>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,12})(?<fraction>\\.\\d{1,6})?(?![\\d])"
              + "\\s?(?:[-—–~至到]\\s?(?<upper>\\d{1,12}(?:\\.\\d{1,6})?))?\\s?(?<few>[多余几])?(?<scale>百万|千万|万亿|千亿|百亿|百(?!分)|千(?![伏瓦米克])|[万亿])?(?<more>[多余几])?");

  private static final String NUMERAL = "[" + ChineseNumber.CHARACTERS + "]{1,9}";

  private static final Pattern SHARE =
      Pattern.compile(
          "(?<whole>" + NUMERAL + "|\\d{1,4})分之(?<part>" + NUMERAL + "|\\d{1,4}(?:\\.\\d{1,4})?)");

  private static final Pattern NUMERAL_COUNT =
      Pattern.compile(
          "(?<numeral>["
              + ChineseNumber.CHARACTERS.replace("零", "").replace("〇", "")
              + "]{1,9})(?<more>[多余])?"
              + "(?=平方公里|平方米|公里|人次|"
              + Unit.singleSignCounts()
              + ")");

  private static final Pattern BEHIND =
      Pattern.compile("\\s?(?:(?<ge>及?以上)|(?<le>[以之]内|及?以下)|(?<about>左右|上下))");

  /** 500件(副): the unit in brackets is another word for the one before. */
  private static final Pattern VARIANT = Pattern.compile("\\([套副个人次处件台]次?\\)");

  private static final Pattern MASKED =
      Pattern.compile("“[^“”]{0,40}”|《[^《》]{0,60}》|\"[^\"]{0,40}\"");

  private final String clause;
  private final String unquoted;
  private final List<Quantity> found = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private QuantityReader(String clause) {
    this.clause = clause;
    this.unquoted =
        MASKED.matcher(clause).replaceAll(quoted -> "“" + "”".repeat(quoted.group().length() - 1));
  }

  /**
   * @param quantities in the order of the text
   * @param doubts Chinese sentences on numbers of which it isn't known what they count
   */
  record Found(List<Quantity> quantities, List<String> doubts) {}

  static Found find(String clause) {
    QuantityReader reader = new QuantityReader(clause);
    reader.findNumbers();
    reader.findShares();
    reader.findNumerals();
    return new Found(reader.inOrder(), reader.doubts);
  }

  /** Of two readings of the same signs (三分之二百) the one that begins first stays. */
  private List<Quantity> inOrder() {
    found.sort(Comparator.comparingInt(Quantity::start));
    List<Quantity> apart = new ArrayList<>();
    int end = 0;
    for (Quantity quantity : found) {
      if (quantity.start() >= end) {
        apart.add(quantity);
        end = quantity.end();
      }
    }
    return apart;
  }

  private void findNumbers() {
    Matcher number = NUMBER.matcher(unquoted);
    while (number.find()) {
      int unitAt = number.end();
      if (unquoted.startsWith("分之", unitAt) || unquoted.startsWith("分之", number.end("number"))) {
        continue;
      }
      Optional<Unit> unit = Unit.at(unquoted, unitAt);
      if (unit.isEmpty()) {
        doubtWithoutUnit(number);
        continue;
      }
      if (unit.get().kind() == Unit.Kind.NAME) {
        continue;
      }
      if (number.group("upper") != null) {
        doubts.add(
            "“"
                + clause.substring(number.start(), unitAt)
                + unit.get().printed()
                + "”是一个范围,没有作为指标读入,请核对。");
        continue;
      }
      String scale = number.group("scale") == null ? "" : number.group("scale");
      boolean more = number.group("few") != null || number.group("more") != null;
      String fraction = number.group("fraction") == null ? "" : number.group("fraction");
      BigDecimal value = new BigDecimal(number.group("number").replace(",", "") + fraction);
      add(number.start(), unitAt, value, scale, unit.get(), more);
    }
  }

  private void doubtWithoutUnit(Matcher number) {
    int next = number.end();
    boolean counts = next < unquoted.length() && Character.isIdeographic(unquoted.charAt(next));
    boolean ends =
        next == unquoted.length() && DeliveryVerbs.in(unquoted.substring(0, number.start()));
    if (counts || ends) {
      doubts.add(Excerpt.of(clause) + "中的数字 " + number.group().strip() + " 不知以什么为单位,没有作为指标读入,请核对。");
    }
  }

  private void findShares() {
    Matcher share = SHARE.matcher(unquoted);
    while (share.find()) {
      Optional<BigDecimal> whole = number(share.group("whole"));
      Optional<BigDecimal> part = number(share.group("part"));
      if (whole.isEmpty() || part.isEmpty() || whole.get().signum() == 0) {
        continue;
      }
      BigDecimal percent =
          part.get().multiply(BigDecimal.valueOf(100)).divide(whole.get(), 2, RoundingMode.HALF_UP);
      int end = share.end();
      Operator widened = widenedBehind(end);
      found.add(new Quantity(share.start(), behind(end), percent, "%", Unit.Kind.RATIO, widened));
    }
  }

  private static Optional<BigDecimal> number(String printed) {
    int round = List.of("百", "千", "万").indexOf(printed);
    if (round >= 0) {
      return Optional.of(BigDecimal.TEN.pow(round + 2));
    }
    if (Character.isDigit(printed.charAt(0))) {
      return Optional.of(new BigDecimal(printed));
    }
    OptionalInt value = ChineseNumber.read(printed);
    return value.isPresent() ? Optional.of(BigDecimal.valueOf(value.getAsInt())) : Optional.empty();
  }

  /** Numerals count only right behind a verb of delivery: 纬四路 and 三级体系 are names. */
  private void findNumerals() {
    Matcher numeral = NUMERAL_COUNT.matcher(unquoted);
    while (numeral.find()) {
      OptionalInt value = ChineseNumber.read(numeral.group("numeral"));
      Optional<Unit> unit = Unit.at(unquoted, numeral.end());
      if (value.isEmpty()
          || unit.isEmpty()
          || unit.get().kind() != Unit.Kind.COUNT
          || !DeliveryVerbs.endsWithOne(unquoted.substring(0, numeral.start()))) {
        continue;
      }
      if (value.getAsInt() == 1 && "个套支项批".contains(unit.get().printed())) {
        doubts.add(Excerpt.of(clause) + "中的“一" + unit.get().printed() + "”不一定是数量,没有作为指标读入,请核对。");
        continue;
      }
      boolean more = numeral.group("more") != null;
      add(
          numeral.start(),
          numeral.end(),
          BigDecimal.valueOf(value.getAsInt()),
          "",
          unit.get(),
          more);
    }
  }

  private void add(int start, int unitAt, BigDecimal value, String scale, Unit unit, boolean more) {
    int end = unitAt + unit.printed().length();
    Matcher variant = VARIANT.matcher(unquoted).region(end, unquoted.length());
    end = variant.lookingAt() ? variant.end() : end;
    String printedUnit = clause.substring(unitAt, end);
    boolean moreBehindUnit = unquoted.startsWith("多", end) && !unquoted.startsWith("多的", end);
    end += moreBehindUnit ? 1 : 0;
    Operator widened = more || moreBehindUnit ? Operator.GE : widenedBehind(end);
    int behind = behind(end);
    boolean describes = unit.kind() != Unit.Kind.RATIO && unquoted.startsWith("的", behind);
    if (!describes) {
      found.add(new Quantity(start, behind, value, scale + printedUnit, unit.kind(), widened));
    }
  }

  private Operator widenedBehind(int end) {
    Matcher behind = BEHIND.matcher(unquoted).region(end, unquoted.length());
    if (!behind.lookingAt()) {
      return null;
    }
    return behind.group("ge") != null
        ? Operator.GE
        : behind.group("le") != null ? Operator.LE : Operator.APPROX;
  }

  private int behind(int end) {
    Matcher behind = BEHIND.matcher(unquoted).region(end, unquoted.length());
    return behind.lookingAt() ? behind.end() : end;
  }
}
