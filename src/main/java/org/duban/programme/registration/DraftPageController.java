package org.duban.programme.registration;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.programme.PageTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which the office reads, corrects and registers a list. */
@Controller
class DraftPageController {

  private final PageTemplate page = new PageTemplate("new.html");

  @GetMapping("/programmes/new")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page.answer(request);
  }
}
