package org.duban.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a lead department reports for a milestone.
 *
 * @param narrative not blank, at most {@value Sentence#LONGEST} characters
 * @param percent 0 to 100
 * @param actuals the figure reached for each commitment, by the commitment's number
 */
public record ProgressReport(String narrative, int percent, Map<Integer, BigDecimal> actuals) {

  /**
   * @throws InvalidSubmission when the narrative is blank or too long, or the percentage out of
   *     range
   */
  public ProgressReport {
    narrative = Sentence.required("进展情况", narrative, Sentence.LONGEST);
    if (percent < 0 || percent > 100) {
      throw new InvalidSubmission("完成百分比应在 0 到 100 之间，收到的是 " + percent + "。");
    }
    actuals = Map.copyOf(actuals);
  }

  void checkAgainst(List<Commitment> commitments) {
    var known = commitments.stream().map(Commitment::number).collect(Collectors.toSet());
    for (Integer number : actuals.keySet()) {
      if (!known.contains(number)) {
        throw new InvalidSubmission("本事项没有第 " + number + " 号量化指标，共有 " + commitments.size() + " 项。");
      }
    }
  }
}
