package org.duban.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word, Excel and PowerPoint files as they were before 2007. */
final class OldOfficeFiles {

  private OldOfficeFiles() {}

  /** One that a word processor wrote. */
  static byte[] doc() {
    try (InputStream file = OldOfficeFiles.class.getResourceAsStream("statement.doc")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encryptedDoc() {
    return changed(
        doc(),
        files -> {
          byte[] text = files.createDocumentInputStream("WordDocument").readAllBytes();
          text[11] |= 1;
          files.createOrUpdateDocument(new ByteArrayInputStream(text), "WordDocument");
        });
  }

  static byte[] xls() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("台账").createRow(0).createCell(0).setCellValue("药店");
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] encryptedXls() {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    try {
      return xls();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }

  /** With a sheet of macros as Excel had them before Visual Basic. */
  static byte[] xlsWithMacroSheet() {
    return changed(
        xls(),
        files -> {
          byte[] book = files.createDocumentInputStream("Workbook").readAllBytes();
          ByteBuffer records = ByteBuffer.wrap(book).order(ByteOrder.LITTLE_ENDIAN);
          while (records.getShort() != 0x0085) {
            int length = records.getShort() & 0xFFFF;
            records.position(records.position() + length);
          }
          book[records.position() + 2 + 5] = 1;
          files.createOrUpdateDocument(new ByteArrayInputStream(book), "Workbook");
        });
  }

  /** As little of one as tells what it is: a document that holds the note on its macros. */
  static byte[] ppt(boolean macros) {
    ByteBuffer slides = ByteBuffer.allocate(8 + 8 + 4 + 8 + 8 + 12).order(ByteOrder.LITTLE_ENDIAN);
    record(slides, 0x000F, 0x03E8, 8 + 4 + 8 + 8 + 12);
    record(slides, 0x0000, 0x03E9, 4).putInt(0);
    record(slides, 0x000F, 0x03FF, 8 + 12);
    record(slides, 0x0002, 0x0400, 12).putInt(1).putInt(macros ? 1 : 0).putInt(2);
    return changed(
        null,
        files ->
            files.createDocument(new ByteArrayInputStream(slides.array()), "PowerPoint Document"));
  }

  private static ByteBuffer record(ByteBuffer slides, int version, int type, int length) {
    return slides.putShort((short) version).putShort((short) type).putInt(length);
  }

  static byte[] encryptedPpt() {
    ByteBuffer user = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN);
    record(user, 0x0000, 0x0FF6, 20).putInt(20).putInt(0xF3D1C4DF);
    return changed(
        ppt(false),
        files -> files.createDocument(new ByteArrayInputStream(user.array()), "Current User"));
  }

  /** A new one under a password: it is packed into an old file system. */
  static byte[] encryptedDocx() {
    return changed(
        null,
        files -> files.createDocument(new ByteArrayInputStream(new byte[99]), "EncryptedPackage"));
  }

  static byte[] withStorage(byte[] file, String name) {
    return changed(file, files -> files.createDirectory(name));
  }

  private interface Change {
    void of(POIFSFileSystem files) throws IOException;
  }

  private static byte[] changed(byte[] file, Change change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files =
        file == null
            ? new POIFSFileSystem()
            : new POIFSFileSystem(new ByteArrayInputStream(file))) {
      change.of(files);
      files.writeFilesystem(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
