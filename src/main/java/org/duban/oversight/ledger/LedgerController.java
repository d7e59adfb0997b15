package org.duban.oversight.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.programme.MilestoneState;
import org.duban.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a file, of all or of what is asked for. */
@RestController
@RequestMapping("/api/v1/ledger.xlsx")
class LedgerController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Ledger ledger;
  private final Clock clock;

  LedgerController(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A department gets the projects in which it has a part. */
  @GetMapping(produces = XLSX)
  void download(
      @RequestParam(required = false) Light light,
      @RequestParam(required = false) String department,
      @RequestParam(required = false) MilestoneKind kind,
      @RequestParam(required = false) MilestoneState state,
      @RequestParam(required = false) LocalDate dueBefore,
      @RequestParam(required = false) String programme,
      @RequestParam(required = false) LocalDate dueFrom,
      @RequestParam(required = false) String lead,
      @RequestParam(required = false) String holder,
      @RequestParam(required = false) Standing standing,
      @RequestParam(required = false) Integer level,
      @RequestParam(required = false) Boolean open,
      @RequestParam(required = false) Boolean withdrawn,
      @RequestParam(required = false) OwnTerm term,
      @RequestParam(required = false) Boolean overdue,
      HttpServletResponse response)
      throws IOException {
    response.setContentType(XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("台账 " + LocalDate.now(clock) + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    MilestoneFilter filter =
        new MilestoneFilter(
            light,
            department,
            kind,
            state,
            dueBefore,
            programme,
            dueFrom,
            lead,
            holder,
            standing,
            level,
            open,
            withdrawn,
            term,
            overdue);
    try {
      ledger.write(filter, Caller.current(), response.getOutputStream());
    } catch (RuntimeException failed) {
      // else the browser would save the error under the ledger's name
      response.reset();
      throw failed;
    }
  }
}
