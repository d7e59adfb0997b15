package org.duban.evidence;

import java.io.IOException;
import org.apache.poi.poifs.filesystem.DocumentInputStream;

/**
 * The main stream of an old Office file, read as far as it tells of a password, or of macros that
 * have no storage of their own. The numbers are those of Microsoft's [MS-DOC], [MS-XLS], [MS-PPT].
 */
final class OldOfficeStream {

  private static final int WORD_FLAGS_AT = 10;
  private static final int WORD_ENCRYPTED = 0x0100;

  private static final int EXCEL_BOF = 0x0809;
  private static final int EXCEL_EOF = 0x000A;
  private static final int EXCEL_FILE_PASS = 0x002F;
  private static final int EXCEL_BOUND_SHEET = 0x0085;
  private static final int EXCEL_SHEET_TYPE_AT = 5;
  private static final int EXCEL_MACRO_SHEET = 1;

  private static final int SLIDES_CONTAINER = 0x000F;
  private static final int SLIDES_USER_TOKEN_AT = 12;
  private static final int SLIDES_ENCRYPTED = 0xF3D1C4DF;
  private static final int SLIDES_MACROS = 0x0400;

  private OldOfficeStream() {}

  static boolean ofPlainText(DocumentInputStream word) throws IOException {
    word.skip(WORD_FLAGS_AT);
    return (word.readUShort() & WORD_ENCRYPTED) == 0;
  }

  /**
   * Records one after the other; the first ones, up to an end mark, speak of the whole workbook.
   */
  static boolean ofPlainWorkbook(DocumentInputStream workbook) throws IOException {
    int type = workbook.readUShort();
    if (type != EXCEL_BOF) {
      return false;
    }
    while (type != EXCEL_EOF) {
      byte[] record = new byte[workbook.readUShort()];
      workbook.readFully(record);
      if (type == EXCEL_FILE_PASS
          || type == EXCEL_BOUND_SHEET && record[EXCEL_SHEET_TYPE_AT] == EXCEL_MACRO_SHEET) {
        return false;
      }
      type = workbook.readUShort();
    }
    return true;
  }

  /**
   * The stream beside the slides that names who edited them last, and says if they're encrypted.
   */
  static boolean ofLastUserUnderPassword(DocumentInputStream user) throws IOException {
    user.skip(SLIDES_USER_TOKEN_AT);
    return user.readInt() == SLIDES_ENCRYPTED;
  }

  /** Records one after the other; what a container holds follows it. */
  static boolean ofPlainSlides(DocumentInputStream slides) throws IOException {
    while (slides.available() > 0) {
      int version = slides.readUShort();
      int type = slides.readUShort();
      int length = slides.readInt();
      if (type == SLIDES_MACROS) {
        slides.readInt();
        return slides.readInt() == 0;
      }
      if ((version & SLIDES_CONTAINER) != SLIDES_CONTAINER && slides.skip(length) != length) {
        throw new IOException("A record ends behind its stream");
      }
    }
    return true;
  }
}
