package org.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An Office file of today (docx, xlsx, pptx): a ZIP with a table of its contents. */
final class OfficeType {

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String POWERPOINT =
      "application/vnd.openxmlformats-officedocument.presentationml.presentation";

  private static final Map<String, String> MAIN_PARTS =
      Map.of(
          "wordprocessingml.document.main+xml", WORD,
          "spreadsheetml.sheet.main+xml", EXCEL,
          "presentationml.presentation.main+xml", POWERPOINT);

  private static final String CONTENTS = "[Content_Types].xml";
  private static final int LONGEST_CONTENTS = 1_000_000;

  private OfficeType() {}

  /** Empty when it's no Office file, one with macros, or one cut off or broken otherwise. */
  static Optional<String> typeOf(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry contents = zip.getEntry(CONTENTS);
      return contents == null ? Optional.empty() : typeBy(text(zip, contents));
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static String text(ZipFile zip, ZipEntry contents) throws IOException {
    try (InputStream bytes = zip.getInputStream(contents)) {
      return new String(bytes.readNBytes(LONGEST_CONTENTS), StandardCharsets.UTF_8);
    }
  }

  private static Optional<String> typeBy(String contents) {
    if (contents.contains("macroEnabled") || contents.contains("vbaProject")) {
      return Optional.empty();
    }
    return MAIN_PARTS.entrySet().stream()
        .filter(part -> contents.contains(part.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
