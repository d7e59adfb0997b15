package org.duban.oversight.ledger;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Every obligation and promise within the caller's reach, as a workbook. */
@Component
public class Ledger {

  private static final int IN_SIGHT = 3;
  private static final int ROWS_IN_MEMORY = 100;

  private final LedgerRows rows;

  Ledger(LedgerRows rows) {
    this.rows = rows;
  }

  /**
   * Rows go to a temporary file as they are read, so that a long ledger needs no more memory than a
   * short one. Both sheets show the same moment. Nothing is written to {@code out} before the last
   * row is known: what fails half-way is an error and never a part that somebody takes for the
   * whole.
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void write(MilestoneFilter filter, Caller caller, OutputStream out) throws IOException {
    XSSFWorkbook template = new XSSFWorkbook();
    template.getProperties().getCoreProperties().setCreator("Duban");
    LedgerStyles styles = new LedgerStyles(template);
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(template, ROWS_IN_MEMORY, true)) {
      var obligations =
          new StreamedPage<>(workbook, styles, "台账", LedgerColumns.OBLIGATIONS, IN_SIGHT);
      rows.eachObligation(filter, caller, obligations::add);
      obligations.finish();
      var commitments =
          new StreamedPage<>(workbook, styles, "量化指标", LedgerColumns.COMMITMENTS, IN_SIGHT);
      rows.eachCommitment(filter, caller, commitments::add);
      commitments.finish();
      workbook.write(out);
    }
  }
}
