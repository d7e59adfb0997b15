package org.duban.programme;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.duban.notice.Draft;
import org.duban.notice.NoticeReader;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Published lists: read, register, dispatch. */
@RestController
@RequestMapping("/api/v1/programmes")
class ProgrammesController {

  /** No published list comes near this size, in bytes. */
  private static final int LARGEST = 30 * 1024 * 1024;

  private final Programmes programmes;
  private final ProgrammePages pages;
  private final NoticeReader reader;

  ProgrammesController(Programmes programmes, ProgrammePages pages, NoticeReader reader) {
    this.programmes = programmes;
    this.pages = pages;
    this.reader = reader;
  }

  @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.TEXT_HTML_VALUE})
  ResponseEntity<?> post(
      HttpServletRequest request, @RequestParam(defaultValue = "false") boolean dryRun)
      throws IOException {
    return take(request.getInputStream(), dryRun);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> postFile(
      @RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      return take(content, dryRun);
    }
  }

  private ResponseEntity<?> take(InputStream content, boolean dryRun) throws IOException {
    byte[] bytes = content.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new NoticeTooLarge(LARGEST);
    }
    Draft draft = reader.read(bytes);
    if (dryRun) {
      return ResponseEntity.ok(draft);
    }
    Registration registration = programmes.register(draft, Caller.current().userId());
    Programme programme = registration.programme();
    return ResponseEntity.status(registration.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(URI.create("/api/v1/programmes/" + programme.id()))
        .body(ProgrammePages.row(programme));
  }

  /** What is out stays out: sending it again starts nothing twice. */
  @PostMapping("/{id}/dispatch")
  ResponseEntity<ProgrammePages.Row> dispatch(@PathVariable String id) {
    return programmes
        .dispatch(id, Caller.current().userId())
        .map(programme -> ResponseEntity.accepted().body(ProgrammePages.row(programme)))
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping
  List<ProgrammePages.Row> list() {
    return pages.list(Caller.current());
  }

  @GetMapping("/{id}")
  ProgrammePages.Page one(@PathVariable String id) {
    return pages.one(id, Caller.current()).orElseThrow(() -> unknown(id));
  }

  private static ResponseStatusException unknown(String id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的清单。");
  }
}
