package org.duban.bulletin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.security.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The monthly bulletins. */
@RestController
@RequestMapping("/api/v1")
class BulletinsController {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /**
   * @param month as {@code 2021-06}
   */
  record Order(String month) {}

  record Wording(String foreword) {}

  private final Bulletins bulletins;

  BulletinsController(Bulletins bulletins) {
    this.bulletins = bulletins;
  }

  /** The released one as it went out, byte for byte; before that a draft that says so. */
  @GetMapping(path = "/bulletin.docx", produces = DOCX)
  ResponseEntity<byte[]> download(@RequestParam(defaultValue = "") String month) {
    byte[] document = bulletins.document(month, Caller.current());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(DOCX))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("通报 " + month + ".docx", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(document);
  }

  @GetMapping("/bulletins")
  List<Bulletin> list() {
    return bulletins.list(Caller.current());
  }

  /** A month that has one gives it back. */
  @PostMapping("/bulletins")
  ResponseEntity<Bulletin> draft(@RequestBody Order order) {
    Bulletins.Drafted drafted = bulletins.draft(order.month(), Caller.current().userId());
    return ResponseEntity.status(drafted.begun() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(drafted.bulletin());
  }

  @PutMapping("/bulletins/{id}")
  Bulletin reword(@PathVariable long id, @RequestBody Wording wording) {
    return bulletins.reword(id, wording.foreword());
  }

  @PostMapping("/bulletins/{id}/release")
  Bulletin release(@PathVariable long id) {
    return bulletins.release(id, Caller.current().userId());
  }
}
