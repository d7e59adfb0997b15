package org.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/**
 * What a file is by its content, whatever it is called. Taken are PDF, pictures and the Office
 * formats without macros; the name must say the same as the content.
 */
final class FileType {

  private static final Tika TIKA = new Tika();

  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "application/pdf",
          List.of("pdf"),
          "image/png",
          List.of("png"),
          "image/jpeg",
          List.of("jpg", "jpeg"),
          "image/gif",
          List.of("gif"),
          "image/webp",
          List.of("webp"),
          Office.WORD.mediaType,
          List.of("docx"),
          Office.EXCEL.mediaType,
          List.of("xlsx"),
          Office.POWERPOINT.mediaType,
          List.of("pptx"));

  private enum Office {
    WORD(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "wordprocessingml.document.main+xml"),
    EXCEL(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "spreadsheetml.sheet.main+xml"),
    POWERPOINT(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "presentationml.presentation.main+xml");

    private final String mediaType;
    private final String mainPart;

    Office(String mediaType, String mainPart) {
      this.mediaType = mediaType;
      this.mainPart = mainPart;
    }
  }

  /** What Office files are before one looks into them. */
  private static final Set<String> PACKAGES = Set.of("application/zip", "application/x-tika-ooxml");

  private static final String CONTENTS = "[Content_Types].xml";
  private static final int LONGEST_CONTENTS = 1_000_000;
  private static final int MOST_ENTRIES = 10_000;

  private FileType() {}

  /**
   * @param content is read as far as needed and closed by the caller
   * @return the media type; empty for what is not taken, or goes under a wrong name
   */
  static Optional<String> of(InputStream content, FileName name) throws IOException {
    String detected = TIKA.detect(content);
    String mediaType = PACKAGES.contains(detected) ? office(content) : detected;
    return Optional.ofNullable(mediaType)
        .filter(type -> ENDINGS.getOrDefault(type, List.of()).contains(name.ending()));
  }

  /** Null when it's no Office file, or one with macros. */
  private static String office(InputStream content) throws IOException {
    ZipInputStream zip = new ZipInputStream(content);
    try {
      ZipEntry entry = zip.getNextEntry();
      for (int n = 0; entry != null && n < MOST_ENTRIES; n++) {
        if (entry.getName().equals(CONTENTS)) {
          return officeBy(new String(zip.readNBytes(LONGEST_CONTENTS), StandardCharsets.UTF_8));
        }
        entry = zip.getNextEntry();
      }
    } catch (ZipException | IllegalArgumentException broken) {
      return null;
    }
    return null;
  }

  private static String officeBy(String contents) {
    if (contents.contains("macroEnabled") || contents.contains("vbaProject")) {
      return null;
    }
    for (Office office : Office.values()) {
      if (contents.contains(office.mainPart)) {
        return office.mediaType;
      }
    }
    return null;
  }
}
