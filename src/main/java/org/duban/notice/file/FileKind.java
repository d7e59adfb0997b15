package org.duban.notice.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of files that are known by their first bytes and are no plain text. */
public enum FileKind {
  ZIP("PK\u0003\u0004", "PK\u0005\u0006"),
  OLD_OFFICE("\u00D0\u00CF\u0011\u00E0"),
  PDF("%PDF-"),
  PICTURE(
      "\u0089PNG",
      "\u00FF\u00D8\u00FF",
      "GIF8",
      "II*\u0000",
      "MM\u0000*",
      "\u0000\u0000\u0001\u0000"),
  PACKED("\u001F\u008B", "Rar!", "7z\u00BC\u00AF", "BZh", "\u00FD7zXZ"),
  RICH_TEXT("{\\rtf"),
  WEB_ARCHIVE("MIME-Version:", "From: <Saved by ");

  private final byte[][] beginnings;

  FileKind(String... beginnings) {
    this.beginnings =
        Arrays.stream(beginnings)
            .map(beginning -> beginning.getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
  }

  public static Optional<FileKind> of(byte[] content) {
    if (isWindowsPicture(content)) {
      return Optional.of(PICTURE);
    }
    return Arrays.stream(values()).filter(kind -> kind.isKindOf(content)).findFirst();
  }

  private boolean isKindOf(byte[] content) {
    return Arrays.stream(beginnings).anyMatch(beginning -> begins(content, 0, beginning));
  }

  /** BMP and WebP share their first letters with words, so that more is looked at. */
  private static boolean isWindowsPicture(byte[] content) {
    boolean bitmap =
        begins(content, 0, new byte[] {'B', 'M'}) && begins(content, 6, new byte[] {0, 0, 0, 0});
    boolean webp =
        begins(content, 0, new byte[] {'R', 'I', 'F', 'F'})
            && begins(content, 8, new byte[] {'W', 'E', 'B', 'P'});
    return bitmap || webp;
  }

  private static boolean begins(byte[] content, int at, byte[] beginning) {
    return content.length >= at + beginning.length
        && Arrays.equals(content, at, at + beginning.length, beginning, 0, beginning.length);
  }
}
