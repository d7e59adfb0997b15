package org.duban.oversight.ledger;

import java.util.List;
import java.util.stream.Collectors;
import org.duban.oversight.Terms;
import org.duban.oversight.ledger.StreamedPage.Column;
import org.duban.programme.Role;

/** What the ledger's two sheets show, from left to right. */
final class LedgerColumns {

  static final List<Column<LedgerRow>> OBLIGATIONS =
      List.of(
          new Column<>("清单", 22, LedgerRow::programme),
          new Column<>("序号", 6, row -> row.milestone().ordinal()),
          new Column<>("事项", 28, row -> row.milestone().number() + "、" + row.milestone().title()),
          new Column<>("节点", 11, row -> row.milestone().kind().label()),
          new Column<>("牵头部门", 20, row -> listed(row.leads())),
          new Column<>("配合部门", 26, row -> listed(row.supports())),
          new Column<>("原定期限", 12, row -> row.milestone().originalDue()),
          new Column<>("现定期限", 12, row -> row.milestone().due()),
          new Column<>("状态", 10, row -> Terms.of(row.milestone().state())),
          new Column<>("完成情况", 10, row -> row.standing().label()),
          new Column<>("灯", 7, row -> row.milestone().owed() ? row.milestone().light() : null),
          new Column<>("办结日期", 12, row -> row.milestone().closedOn()),
          new Column<>("目前在办", 20, LedgerRow::inHand),
          new Column<>("完成百分比", 9, LedgerRow::percent),
          new Column<>(
              "量化指标",
              34,
              row ->
                  row.measured().stream()
                      .map(LedgerRow.Measured::text)
                      .collect(Collectors.joining("\n"))),
          new Column<>("超现定期限天数", 9, LedgerRow::daysPastDue),
          new Column<>("超原定期限天数", 9, row -> row.milestone().daysPastOriginal()),
          new Column<>("督办级别", 7, row -> row.milestone().level()),
          new Column<>("牵头占用工作日", 9, row -> row.days(Role.LEAD)),
          new Column<>("配合占用工作日", 9, row -> row.days(Role.SUPPORT)),
          new Column<>("督查室占用工作日", 9, row -> row.days(Role.OFFICE)),
          new Column<>("领导占用工作日", 9, row -> row.days(Role.LEADER)),
          new Column<>("各单位占用工作日", 34, LedgerRow::heldInWords),
          new Column<>("延期次数", 7, LedgerRow::extensions),
          new Column<>("最近反馈", 40, LedgerRow::lastReport),
          new Column<>("逾期会签", 7, LedgerRow::overdueSignOffs),
          new Column<>("逾期会签单位", 30, LedgerRow::overdueSignOffsInWords),
          new Column<>("其他逾期时限", 26, LedgerRow::otherOverdueTermsInWords));

  static final List<Column<LedgerCommitment>> COMMITMENTS =
      List.of(
          new Column<>("清单", 22, LedgerCommitment::programme),
          new Column<>("序号", 6, LedgerCommitment::ordinal),
          new Column<>("事项", 28, LedgerCommitment::project),
          new Column<>("牵头部门", 22, row -> listed(row.leads())),
          new Column<>("指标", 28, LedgerCommitment::metric),
          new Column<>("关系", 7, row -> Terms.of(row.operator())),
          new Column<>("目标值", 10, LedgerCommitment::target),
          new Column<>("实际值", 10, LedgerCommitment::actual),
          new Column<>("单位", 9, LedgerCommitment::unit),
          new Column<>("与目标相差", 10, LedgerCommitment::difference),
          new Column<>("反馈日期", 12, LedgerCommitment::reportedOn),
          new Column<>("原文", 46, LedgerCommitment::text));

  private LedgerColumns() {}

  private static String listed(List<String> names) {
    return String.join("、", names);
  }
}
