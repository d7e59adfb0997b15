package org.duban.publication;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published progress for programs, without a login. */
@RestController
class ProgressController {

  private final Progress progress;
  private final PublicationSettings settings;

  ProgressController(Progress progress, PublicationSettings settings) {
    this.progress = progress;
    this.settings = settings;
  }

  @GetMapping(
      path = {ProgressCaching.PAGE, ProgressCaching.API},
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PublicProgress> progress(
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(settings.maxAge()).cachePublic())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .body(progress.of(page, size));
  }
}
