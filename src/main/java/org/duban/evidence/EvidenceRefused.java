package org.duban.evidence;

import org.springframework.http.HttpStatus;

/** A file that isn't taken; the message says why, in Chinese. Nothing was stored. */
class EvidenceRefused extends RuntimeException {

  private final HttpStatus status;

  EvidenceRefused(HttpStatus status, String why) {
    super(why);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
