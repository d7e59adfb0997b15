package org.duban.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of one file.
 *
 * @param department the code of the lead department that filed it
 * @param size in bytes
 * @param sha256 of the bytes, in hexadecimal digits
 * @param replaces the version before it, null for the first
 */
record EvidenceFile(
    UUID id,
    String milestone,
    String department,
    String name,
    String mediaType,
    long size,
    String sha256,
    UUID replaces,
    String by,
    Instant at) {

  boolean pdf() {
    return mediaType.equals("application/pdf");
  }

  /** What a browser shows by itself, without running anything in it. */
  boolean viewable() {
    return pdf() || mediaType.startsWith("image/");
  }
}
