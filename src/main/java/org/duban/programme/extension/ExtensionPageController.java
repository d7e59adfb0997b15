package org.duban.programme.extension;

import jakarta.servlet.http.HttpServletRequest;
import org.duban.programme.PageTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which the head of a lead department asks for more time. */
@Controller
class ExtensionPageController {

  private final PageTemplate page = new PageTemplate("extension.html");

  @GetMapping("/milestones/extension")
  ResponseEntity<String> page(HttpServletRequest request) {
    return page.answer(request);
  }
}
