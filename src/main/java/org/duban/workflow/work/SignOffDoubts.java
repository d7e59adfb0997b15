package org.duban.workflow.work;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.JointReport;
import org.duban.programme.Commitment;

/**
 * Why a report isn't agreed to unread: somebody objected in this round, a promised figure isn't
 * reported at all, or what should be complete isn't. Stage and periodic reports may fall short of a
 * target that is due later.
 */
final class SignOffDoubts {

  private SignOffDoubts() {}

  /** Sentences, none for a report that nothing speaks against. */
  static List<String> of(MilestoneKind kind, JointReport report, List<Commitment> commitments) {
    List<String> doubts = new ArrayList<>();
    if (report.objected()) {
      doubts.add("本轮有部门提出过异议");
    }
    boolean complete = kind == MilestoneKind.COMPLETION;
    if (complete && report.percent() < 100) {
      doubts.add("完成节点只报 " + report.percent() + "%");
    }
    for (Commitment commitment : commitments) {
      BigDecimal actual = report.actuals().get(commitment.number());
      if (actual == null) {
        doubts.add(commitment.metric() + "未报");
      } else if (complete && missed(commitment, actual)) {
        doubts.add(commitment.metric() + "未达目标");
      }
    }
    return doubts;
  }

  private static boolean missed(Commitment commitment, BigDecimal actual) {
    int compared = actual.compareTo(commitment.target());
    return switch (commitment.operator()) {
      case EQ, GE, APPROX -> compared < 0;
      case LE -> compared > 0;
    };
  }
}
