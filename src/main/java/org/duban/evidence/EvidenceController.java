package org.duban.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.directory.Directory;
import org.duban.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The files behind the reports of a milestone. */
@RestController
@RequestMapping("/api/v1")
class EvidenceController {

  record Version(UUID id, String name, long size, String sha256, String by, Instant at) {

    static Version of(EvidenceFile file) {
      return new Version(file.id(), file.name(), file.size(), file.sha256(), file.by(), file.at());
    }
  }

  /**
   * @param viewable whether a browser shows it in place
   * @param earlier the versions it took the place of, the first one first
   */
  record Row(
      UUID id,
      String name,
      String mediaType,
      boolean viewable,
      long size,
      String sha256,
      String department,
      String departmentName,
      String by,
      Instant at,
      List<Version> earlier) {}

  private final EvidenceDesk desk;
  private final Directory directory;

  EvidenceController(EvidenceDesk desk, Directory directory) {
    this.desk = desk;
    this.directory = directory;
  }

  /** The newest version of each, in the order in which the first ones came. */
  @GetMapping("/milestones/{id}/evidence")
  List<Row> list(@PathVariable String id) {
    Map<UUID, List<EvidenceFile>> chains = new LinkedHashMap<>();
    Map<UUID, UUID> firstOf = new LinkedHashMap<>();
    for (EvidenceFile file : desk.of(id, Caller.current())) {
      UUID first = file.replaces() == null ? file.id() : firstOf.get(file.replaces());
      firstOf.put(file.id(), first);
      chains.computeIfAbsent(first, any -> new ArrayList<>()).add(file);
    }
    return chains.values().stream().map(this::row).toList();
  }

  private Row row(List<EvidenceFile> versions) {
    EvidenceFile newest = versions.get(versions.size() - 1);
    return new Row(
        newest.id(),
        newest.name(),
        newest.mediaType(),
        newest.viewable(),
        newest.size(),
        newest.sha256(),
        newest.department(),
        directory.nameOf(newest.department()),
        newest.by(),
        newest.at(),
        versions.subList(0, versions.size() - 1).stream().map(Version::of).toList());
  }

  /** PDF, pictures, Office files without macros; the content counts, not the name. */
  @PostMapping("/milestones/{id}/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  Row add(@PathVariable String id, @RequestParam MultipartFile file) {
    return row(
        List.of(desk.add(id, file.getOriginalFilename(), file.getSize(), file, Caller.current())));
  }

  /** Puts another file in the place of this one, which stays on record. */
  @PostMapping("/evidence/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  Row replace(@PathVariable UUID id, @RequestParam MultipartFile file) {
    EvidenceFile newest =
        desk.replace(id, file.getOriginalFilename(), file.getSize(), file, Caller.current());
    return list(newest.milestone()).stream()
        .filter(row -> row.id().equals(newest.id()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The file itself.
   *
   * @param view shows PDF and pictures in place; everything else is downloaded
   */
  @GetMapping("/evidence/{id}")
  void content(
      @PathVariable UUID id,
      @RequestParam(required = false) String view,
      HttpServletResponse response)
      throws IOException {
    EvidenceFile file = desk.find(id, Caller.current());
    boolean inline = view != null && file.viewable();
    ContentDisposition disposition =
        (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(file.name(), StandardCharsets.UTF_8)
            .build();
    response.setContentType(file.mediaType());
    response.setContentLengthLong(file.size());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    response.setHeader(HttpHeaders.ETAG, '"' + file.sha256() + '"');
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", POLICY);
    desk.write(file, response.getOutputStream());
  }

  record Pages(int count) {}

  /** How many pages of a PDF can be shown as pictures; 0 for what is none, or can't be read. */
  @GetMapping("/evidence/{id}/pages")
  Pages pages(@PathVariable UUID id) {
    EvidenceFile file = desk.find(id, Caller.current());
    return new Pages(file.pdf() ? PagePictures.count(desk.read(file)) : 0);
  }

  /**
   * One page of a PDF as a picture.
   *
   * @param number from 1
   */
  @GetMapping(path = "/evidence/{id}/pages/{number}", produces = MediaType.IMAGE_PNG_VALUE)
  void page(@PathVariable UUID id, @PathVariable int number, HttpServletResponse response)
      throws IOException {
    EvidenceFile file = desk.find(id, Caller.current());
    BufferedImage page =
        Optional.of(file)
            .filter(EvidenceFile::pdf)
            .flatMap(pdf -> PagePictures.page(desk.read(pdf), number))
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有第 " + number + " 页。"));
    response.setContentType(MediaType.IMAGE_PNG_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    PagePictures.write(page, response.getOutputStream());
  }

  /** Nothing in a file may run or call anybody; our own pages may show it. */
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self';"
          + " frame-ancestors 'self'";

  @ExceptionHandler
  ProblemDetail notReceived(MaxUploadSizeExceededException refused) {
    return refused(desk.tooLarge("文件"));
  }

  @ExceptionHandler
  ProblemDetail refused(EvidenceRefused refused) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(refused.status(), refused.getMessage());
    problem.setTitle("未能上传");
    return problem;
  }
}
