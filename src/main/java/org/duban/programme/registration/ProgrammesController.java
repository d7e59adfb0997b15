package org.duban.programme.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.duban.notice.Draft;
import org.duban.notice.NoticeReader;
import org.duban.programme.DraftNotRegistrable;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.duban.programme.Registration;
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

  private final Programmes programmes;
  private final ProgrammePages pages;
  private final NoticeReader reader;
  private final Drafts drafts;
  private final RegisteredBefore before;

  ProgrammesController(
      Programmes programmes,
      ProgrammePages pages,
      NoticeReader reader,
      Drafts drafts,
      RegisteredBefore before) {
    this.programmes = programmes;
    this.pages = pages;
    this.reader = reader;
    this.drafts = drafts;
    this.before = before;
  }

  @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.TEXT_HTML_VALUE})
  ResponseEntity<?> post(
      HttpServletRequest request,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean again)
      throws IOException {
    return take(request.getInputStream(), dryRun, again);
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<?> postFile(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean again)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      return take(content, dryRun, again);
    }
  }

  /**
   * @param again registers it although it stands in a programme already
   */
  private ResponseEntity<?> take(InputStream content, boolean dryRun, boolean again)
      throws IOException {
    Draft draft = reader.read(NoticeBody.of(content));
    if (dryRun) {
      return ResponseEntity.ok(before.flagged(draft));
    }
    if (drafts.policy().fourEyes()) {
      throw new DraftRefused("已启用双人核准，清单须在 /programmes/new 起草，由另一人核准立项。");
    }
    Programme programme = register(draft, again, Caller.current().userId());
    return ResponseEntity.created(URI.create("/api/v1/programmes/" + programme.id()))
        .body(ProgrammePages.row(programme));
  }

  private Programme register(Draft draft, boolean again, String user) {
    if (again) {
      return programmes.registerAnother(draft, user).programme();
    }
    DraftNotRegistrable.check(draft);
    before.check(draft);
    Registration registration = programmes.register(draft, user);
    if (!registration.created()) {
      throw new DraftNotRegistrable(RegisteredBefore.flag(registration.programme()));
    }
    return registration.programme();
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
