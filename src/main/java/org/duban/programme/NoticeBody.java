package org.duban.programme;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file that somebody sent, as far as a list can be long. */
final class NoticeBody {

  /** No published list comes near this size, in bytes. */
  private static final int LARGEST = 30 * 1024 * 1024;

  private NoticeBody() {}

  /**
   * @throws NoticeTooLarge when there are more than any list has
   */
  static byte[] of(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new NoticeTooLarge(LARGEST);
    }
    return bytes;
  }
}
