package org.duban.notice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Files that are known by their first bytes and hold no plain text. */
enum FileKind {
  OFFICE("Word、Excel 或压缩文件", "PK\u0003\u0004"),
  OLD_OFFICE("旧版 Word 或 Excel 文件", "\u00D0\u00CF\u0011\u00E0"),
  PDF("PDF 文件", "%PDF-"),
  PNG("图片", "\u0089PNG"),
  JPEG("图片", "\u00FF\u00D8\u00FF"),
  GIF("图片", "GIF8"),
  GZIP("压缩文件", "\u001F\u008B"),
  RAR("压缩文件", "Rar!"),
  SEVEN_ZIP("压缩文件", "7z\u00BC\u00AF");

  private final String chineseName;
  private final byte[] firstBytes;

  FileKind(String chineseName, String firstBytes) {
    this.chineseName = chineseName;
    this.firstBytes = firstBytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  String chineseName() {
    return chineseName;
  }

  static Optional<FileKind> of(byte[] content) {
    for (FileKind kind : values()) {
      int length = kind.firstBytes.length;
      if (content.length >= length
          && Arrays.equals(content, 0, length, kind.firstBytes, 0, length)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
