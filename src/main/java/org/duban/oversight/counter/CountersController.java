package org.duban.oversight.counter;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The board's counters beside the rows they count. */
@RestController
@RequestMapping("/api/v1/counters")
class CountersController {

  private final Counters counters;

  CountersController(Counters counters) {
    this.counters = counters;
  }

  /** Counts every row now: in how many places a counter differs, 0 when all are right. */
  @GetMapping
  Counters.Check compare() {
    return counters.compare();
  }
}
