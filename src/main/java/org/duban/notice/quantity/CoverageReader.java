package org.duban.notice.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.DraftCommitment;
import org.duban.notice.Operator;
import org.duban.notice.line.Clause;

/**
 * Reads the two promises that name their number in a word: 全覆盖 is 100 percent, 清零 is none left.
 * Only at the end of a clause; 推动…全覆盖 only points that way and promises nothing.
 */
final class CoverageReader {

  private static final Pattern PROMISE =
      Pattern.compile("(?<what>.*?)的?(?:(?<whole>全覆盖)|(?:动态|全部|全面)?(?<zero>清零))$");
  private static final Pattern DIRECTION_ONLY =
      Pattern.compile("^(?:推进|推动|探索|逐步|加快|促进|力推|鼓励|引导|有序)");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private CoverageReader() {}

  static Optional<DraftCommitment> read(Clause clause) {
    if (!clause.text().endsWith("全覆盖") && !clause.text().endsWith("清零")) {
      return Optional.empty();
    }
    Matcher promise = PROMISE.matcher(clause.text());
    if (!promise.matches()) {
      return Optional.empty();
    }
    String what = MetricPolicy.clean(promise.group("what"));
    if (DIRECTION_ONLY.matcher(what).find()) {
      return Optional.empty();
    }
    boolean whole = promise.group("whole") != null;
    String metric = MetricPolicy.inContext(what, clause.before());
    if (metric.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        whole
            ? new DraftCommitment(metric + "覆盖率", Operator.EQ, WHOLE, "%", clause.text())
            : new DraftCommitment(metric, Operator.EQ, BigDecimal.ZERO, "", clause.text()));
  }
}
