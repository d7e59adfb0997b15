package org.duban.programme.revision;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.duban.notice.Draft;
import org.duban.notice.NoticeReader;
import org.duban.programme.registration.NoticeBody;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A revised list: what it changes, and changing it. */
@RestController
@RequestMapping("/api/v1/programmes/{id}/revisions")
class RevisionsController {

  private final Revisions revisions;
  private final NoticeReader reader;

  RevisionsController(Revisions revisions, NoticeReader reader) {
    this.revisions = revisions;
    this.reader = reader;
  }

  /**
   * @param reason needed unless it's a dry run
   */
  @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.TEXT_HTML_VALUE})
  Difference post(
      @PathVariable String id,
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(required = false) String reason)
      throws IOException {
    return take(id, request.getInputStream(), dryRun, reason);
  }

  /**
   * @param reason needed unless it's a dry run
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Difference postFile(
      @PathVariable String id,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(required = false) String reason)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      return take(id, content, dryRun, reason);
    }
  }

  private Difference take(String id, InputStream content, boolean dryRun, String reason)
      throws IOException {
    Draft draft = reader.read(NoticeBody.of(content));
    return (dryRun
            ? revisions.preview(id, draft)
            : revisions.apply(id, draft, reason, Caller.current().userId()))
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的清单。"));
  }
}
