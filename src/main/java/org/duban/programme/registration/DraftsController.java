package org.duban.programme.registration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.notice.Correction;
import org.duban.notice.Flag;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.duban.programme.Registration;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Lists on their way to registration: read, correct, submit, approve, register. */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftsController {

  /**
   * A corrected draft.
   *
   * @param version the one that was corrected
   * @param seen the doubts ticked as seen
   */
  record Corrected(Integer version, Correction draft, List<Flag> seen) {}

  /**
   * What is sent along with an act.
   *
   * @param version when given, the act is refused if the draft was changed since
   * @param reason needed to return a draft
   */
  record Word(Integer version, String reason) {}

  private static final Word NOTHING = new Word(null, null);

  private final Drafts drafts;
  private final DraftPages pages;
  private final ObjectMapper json;

  DraftsController(Drafts drafts, DraftPages pages, ObjectMapper json) {
    this.drafts = drafts;
    this.pages = pages;
    this.json = json;
  }

  @PostMapping(consumes = {MediaType.TEXT_PLAIN_VALUE, MediaType.TEXT_HTML_VALUE})
  ResponseEntity<DraftPages.Page> post(HttpServletRequest request) throws IOException {
    return begin(request.getInputStream());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<DraftPages.Page> postFile(@RequestParam MultipartFile file) throws IOException {
    try (InputStream content = file.getInputStream()) {
      return begin(content);
    }
  }

  private ResponseEntity<DraftPages.Page> begin(InputStream content) throws IOException {
    String user = Caller.current().userId();
    KeptDraft draft = drafts.begin(NoticeBody.of(content), user);
    return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
        .body(pages.page(draft, user));
  }

  /** The drafts not yet registered. */
  @GetMapping
  List<DraftRows.Head> list() {
    return drafts.open();
  }

  @GetMapping("/{id}")
  DraftPages.Page one(@PathVariable String id) {
    return page(id, drafts.find(id));
  }

  /** Keeps the corrected draft and answers what stands in it now. */
  @PutMapping(value = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RequestBody(content = @Content(schema = @Schema(implementation = Corrected.class)))
  DraftPages.Page correct(@PathVariable String id, HttpServletRequest request) throws IOException {
    Corrected corrected = read(request, Corrected.class);
    if (corrected == null || corrected.version() == null || corrected.draft() == null) {
      throw new InvalidSubmission("须给出 version（所依据的版本）和 draft（更正后的草稿）。");
    }
    List<Flag> seen = corrected.seen() == null ? List.of() : corrected.seen();
    if (seen.stream().anyMatch(flag -> flag == null)) {
      throw new InvalidSubmission("seen 中有空值。");
    }
    return page(
        id,
        drafts.correct(
            id, corrected.version(), corrected.draft(), seen, Caller.current().userId()));
  }

  @PostMapping("/{id}/submit")
  @RequestBody(content = @Content(schema = @Schema(implementation = Word.class)))
  DraftPages.Page submit(@PathVariable String id, HttpServletRequest request) throws IOException {
    Integer version = word(request).version();
    return page(id, drafts.submit(id, version, Caller.current().userId()));
  }

  @PostMapping("/{id}/return")
  @RequestBody(content = @Content(schema = @Schema(implementation = Word.class)))
  DraftPages.Page giveBack(@PathVariable String id, HttpServletRequest request) throws IOException {
    Word word = word(request);
    return page(id, drafts.giveBack(id, word.version(), word.reason(), Caller.current().userId()));
  }

  @PostMapping("/{id}/approve")
  @RequestBody(content = @Content(schema = @Schema(implementation = Word.class)))
  ResponseEntity<ProgrammePages.Row> approve(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    return registered(id, drafts.approve(id, word(request).version(), Caller.current().userId()));
  }

  @PostMapping("/{id}/register")
  @RequestBody(content = @Content(schema = @Schema(implementation = Word.class)))
  ResponseEntity<ProgrammePages.Row> register(@PathVariable String id, HttpServletRequest request)
      throws IOException {
    return registered(id, drafts.register(id, word(request).version(), Caller.current().userId()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id) {
    if (!drafts.delete(id, Caller.current().userId())) {
      throw unknown(id);
    }
  }

  private DraftPages.Page page(String id, Optional<KeptDraft> found) {
    return found
        .map(draft -> pages.page(draft, Caller.current().userId()))
        .orElseThrow(() -> unknown(id));
  }

  private static ResponseEntity<ProgrammePages.Row> registered(
      String id, Optional<Registration> found) {
    Registration registration = found.orElseThrow(() -> unknown(id));
    Programme programme = registration.programme();
    return ResponseEntity.created(URI.create("/api/v1/programmes/" + programme.id()))
        .body(ProgrammePages.row(programme));
  }

  private Word word(HttpServletRequest request) throws IOException {
    Word word = read(request, Word.class);
    return word == null ? NOTHING : word;
  }

  /** Null for an empty body. */
  private <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
    byte[] body = NoticeBody.of(request.getInputStream());
    if (body.length == 0) {
      return null;
    }
    try {
      return json.readValue(body, type);
    } catch (JsonMappingException e) {
      throw new InvalidSubmission("请求内容有误：" + placeOf(e) + "的值不能识别。");
    } catch (JacksonException e) {
      throw new InvalidSubmission("请求内容不是有效的 JSON。");
    }
  }

  private static String placeOf(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static ResponseStatusException unknown(String id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的草稿。");
  }
}
