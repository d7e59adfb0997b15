package org.duban.publication;

import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The supervising office opens a programme's progress to everyone, or ends that. */
@RestController
@RequestMapping("/api/v1/programmes/{id}/publication")
class PublicationController {

  private final Publications publications;

  PublicationController(Publications publications) {
    this.publications = publications;
  }

  @PostMapping
  Publication open(@PathVariable String id) {
    return publications.open(id, Caller.current().userId()).orElseThrow(() -> unknown(id));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable String id) {
    if (!publications.end(id, Caller.current().userId())) {
      throw unknown(id);
    }
  }

  private static ResponseStatusException unknown(String id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的清单。");
  }
}
