package org.duban.workflow.policy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policies in force, as Camunda Modeler opens and saves them. */
@RestController
@RequestMapping("/api/v1/{policy:deadline-policy|score-policy}")
class PoliciesController {

  /** No decision table that a person can oversee is larger. */
  private static final int MOST = 1_000_000;

  record InForce(int version) {}

  private final PolicyTable table;

  PoliciesController(PolicyTable table) {
    this.table = table;
  }

  @GetMapping(produces = MediaType.APPLICATION_XML_VALUE)
  byte[] inForce(@PathVariable String policy) {
    return table.inForce(Policy.of(policy));
  }

  /**
   * Puts another table in force: from then on, for deadlines from the next tick on, it decides for
   * everything that runs. One that leaves a situation out is refused, and the one before stays in
   * force.
   */
  @PutMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
  InForce replace(@PathVariable String policy, HttpServletRequest request) throws IOException {
    try (InputStream body = request.getInputStream()) {
      byte[] read = body.readNBytes(MOST + 1);
      if (read.length > MOST) {
        throw new PolicyRefused("文件超过 1 MB，不像是一张决策表。");
      }
      String xml = new String(read, StandardCharsets.UTF_8);
      return new InForce(table.replace(Policy.of(policy), xml, Caller.current().userId()));
    }
  }

  @ExceptionHandler
  ProblemDetail refused(PolicyRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("决策表不能生效");
    return problem;
  }
}
