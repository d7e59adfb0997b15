package org.duban.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An Office file of the formats before 2007 (doc, xls, ppt): a small file system of streams. */
final class OldOfficeFile {

  static final String WORD = "application/msword";
  static final String EXCEL = "application/vnd.ms-excel";
  static final String POWERPOINT = "application/vnd.ms-powerpoint";

  private interface Tells {
    boolean by(DocumentInputStream stream) throws IOException;
  }

  private record Kind(String mainStream, String mediaType, Tells plain) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("WordDocument", WORD, OldOfficeStream::ofPlainText),
          new Kind("Workbook", EXCEL, OldOfficeStream::ofPlainWorkbook),
          new Kind("Book", EXCEL, OldOfficeStream::ofPlainWorkbook),
          new Kind("PowerPoint Document", POWERPOINT, OldOfficeStream::ofPlainSlides));

  private static final String USER = "Current User";

  /** Where Word, Excel and what is embedded in any of them keep macros. */
  private static final Set<String> MACROS = Set.of("macros", "_vba_project_cur", "vba");

  private OldOfficeFile() {}

  /** Empty when it's another kind, one with macros or a password, or one cut off or broken. */
  static Optional<String> typeOf(Path file) {
    try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = files.getRoot();
      for (Kind kind : KINDS) {
        if (root.hasEntry(kind.mainStream())) {
          return wholeWithoutMacros(root) && plain(root, kind)
              ? Optional.of(kind.mediaType())
              : Optional.empty();
        }
      }
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean plain(DirectoryNode root, Kind kind) throws IOException {
    return told(root, kind.mainStream(), kind.plain())
        && !(root.hasEntry(USER) && told(root, USER, OldOfficeStream::ofLastUserUnderPassword));
  }

  private static boolean told(DirectoryNode root, String name, Tells tells) throws IOException {
    try (DocumentInputStream stream = root.createDocumentInputStream(name)) {
      return tells.by(stream);
    }
  }

  /**
   * @throws IOException when a stream isn't there to its end; POI may throw something else
   */
  private static boolean wholeWithoutMacros(DirectoryNode directory) throws IOException {
    for (Entry entry : directory) {
      if (entry instanceof DocumentNode document) {
        try (DocumentInputStream stream = new DocumentInputStream(document)) {
          stream.transferTo(OutputStream.nullOutputStream());
        }
      } else if (entry instanceof DirectoryNode inner
          && (MACROS.contains(inner.getName().toLowerCase(Locale.ROOT))
              || !wholeWithoutMacros(inner))) {
        return false;
      }
    }
    return true;
  }
}
