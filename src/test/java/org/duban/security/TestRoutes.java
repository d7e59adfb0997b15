package org.duban.security;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes for the rules to open and shut, as far as the program itself may have none there. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
public class TestRoutes {

  @GetMapping("/api/v1/door-test")
  Map<String, Object> read() {
    Caller caller = Caller.current();
    return Map.of("user", caller.userId(), "departments", caller.departments());
  }

  @PostMapping("/api/v1/programmes/door-test/dispatch")
  String dispatch() {
    return "dispatched";
  }

  @PostMapping("/api/v1/door-test")
  String write() {
    return "never reached";
  }

  @GetMapping("/api/v1/audit/door-test")
  String audit() {
    return "audited";
  }
}
