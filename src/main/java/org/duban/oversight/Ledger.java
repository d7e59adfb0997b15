package org.duban.oversight;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.duban.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Every obligation and promise within the caller's reach, as a workbook. */
@Component
class Ledger {

  private static final int IN_SIGHT = 3;

  private final LedgerRows rows;

  Ledger(LedgerRows rows) {
    this.rows = rows;
  }

  /**
   * Writes as it reads: a long ledger needs no more memory than a short one. Both sheets show the
   * same moment. When it fails half-way the file can't be opened, so that nobody takes a part for
   * the whole.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  void write(MilestoneFilter filter, Caller caller, OutputStream out) throws IOException {
    // closing it would finish it, whatever happened
    @SuppressWarnings("resource")
    Workbook workbook = new Workbook(out, "Duban", "1.0");
    workbook.setGlobalDefaultFont("宋体", 10);
    var obligations = new StreamedSheet<>(workbook, "台账", LedgerColumns.OBLIGATIONS, IN_SIGHT);
    rows.eachObligation(filter, caller, obligations::add);
    obligations.finish();
    var commitments = new StreamedSheet<>(workbook, "量化指标", LedgerColumns.COMMITMENTS, IN_SIGHT);
    rows.eachCommitment(filter, caller, commitments::add);
    commitments.finish();
    workbook.finish();
  }
}
