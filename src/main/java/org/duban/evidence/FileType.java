package org.duban.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.tika.Tika;
import org.springframework.core.io.InputStreamSource;

/**
 * What a file is by its content, whatever it is called. Taken are PDF, pictures and the Office
 * formats, old and new, without macros or password; the name must say the same as the content.
 */
final class FileType {

  private static final Tika TIKA = new Tika();

  private static final Map<String, List<String>> ENDINGS =
      Map.ofEntries(
          Map.entry("application/pdf", List.of("pdf")),
          Map.entry("image/png", List.of("png")),
          Map.entry("image/jpeg", List.of("jpg", "jpeg")),
          Map.entry("image/gif", List.of("gif")),
          Map.entry("image/webp", List.of("webp")),
          Map.entry(OfficeType.WORD, List.of("docx")),
          Map.entry(OfficeType.EXCEL, List.of("xlsx")),
          Map.entry(OfficeType.POWERPOINT, List.of("pptx")),
          Map.entry(OldOfficeFile.WORD, List.of("doc")),
          Map.entry(OldOfficeFile.EXCEL, List.of("xls")),
          Map.entry(OldOfficeFile.POWERPOINT, List.of("ppt")));

  /** What Office files are before one looks into them. */
  private static final Set<String> PACKAGES = Set.of("application/zip", "application/x-tika-ooxml");

  private FileType() {}

  /**
   * @return the media type; empty for what is not taken, is broken, or goes under a wrong name
   * @throws IOException when the source can't be read, which says nothing about the file
   */
  static Optional<String> of(InputStreamSource source, FileName name) throws IOException {
    return mediaType(source)
        .filter(type -> ENDINGS.getOrDefault(type, List.of()).contains(name.ending()));
  }

  private static Optional<String> mediaType(InputStreamSource source) throws IOException {
    try (InputStream content = new BufferedInputStream(source.getInputStream())) {
      if (FileMagic.valueOf(content) == FileMagic.OLE2) {
        return copied(source, OldOfficeFile::typeOf);
      }
      String detected = TIKA.detect(content);
      return PACKAGES.contains(detected)
          ? copied(source, OfficeType::typeOf)
          : Optional.of(detected);
    }
  }

  private interface Look {
    Optional<String> into(Path file);
  }

  /** Office files are read from their end as much as from their beginning. */
  private static Optional<String> copied(InputStreamSource source, Look look) throws IOException {
    Path copy = Files.createTempFile("evidence", ".office");
    try (InputStream content = source.getInputStream()) {
      Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      return look.into(copy);
    } finally {
      Files.delete(copy);
    }
  }
}
