package org.duban.programme.registration;

import java.io.IOException;
import java.io.InputStream;
import org.duban.notice.NoticeReader;

/** The bytes of a file that somebody sent, as far as a list can be long. */
public final class NoticeBody {

  private NoticeBody() {}

  /**
   * @throws NoticeTooLarge when there are more than any list has
   */
  public static byte[] of(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(NoticeReader.LARGEST + 1);
    if (bytes.length > NoticeReader.LARGEST) {
      throw new NoticeTooLarge(NoticeReader.LARGEST);
    }
    return bytes;
  }
}
