package org.duban.publication;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Published progress for readers, without a login. */
@Controller
class ProgressPageController {

  private static final int ON_A_PAGE = 3;

  private final Progress progress;
  private final PublicationSettings settings;

  ProgressPageController(Progress progress, PublicationSettings settings) {
    this.progress = progress;
    this.settings = settings;
  }

  @GetMapping(path = ProgressCaching.PAGE, produces = MediaType.TEXT_HTML_VALUE)
  String page(
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      HttpServletResponse response,
      Model model) {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        CacheControl.maxAge(settings.maxAge()).cachePublic().getHeaderValue());
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    model.addAttribute("progress", progress.of(page, ON_A_PAGE));
    return "public-progress";
  }
}
