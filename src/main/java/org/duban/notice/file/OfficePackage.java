package org.duban.notice.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Excerpt;

/**
 * The XML parts of a Word or Excel file, inflated within limits and looked through before any
 * library reads them: no macros, no password, no entity, no zip bomb. Pictures stay behind.
 */
public final class OfficePackage {

  public enum Kind {
    WORD,
    SHEETS
  }

  private static final int MOST_ENTRIES = 5_000;
  private static final long LARGEST_XML = 60L * 1024 * 1024;
  private static final long LARGEST_OTHER = 200L * 1024 * 1024;

  /** Above this an entry must not have been packed more than a hundredfold. */
  private static final long INNOCENT_SIZE = 8L * 1024 * 1024;

  private static final int HIGHEST_RATIO = 100;

  private final Map<String, byte[]> parts;
  private final Kind kind;

  private OfficePackage(Map<String, byte[]> parts, Kind kind) {
    this.parts = parts;
    this.kind = kind;
  }

  public static OfficePackage open(byte[] content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      new Inflation(zip).into(parts);
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof NoticeRefused refused) {
        throw refused;
      }
      throw FileText.refused(FlagCode.DAMAGED, "压缩结构已损坏,文件可能没有传完。请重新保存后再上传。");
    }
    Kind kind = kindOf(parts);
    parts.forEach(PartCheck::check);
    return new OfficePackage(parts, kind);
  }

  public Kind kind() {
    return kind;
  }

  Optional<byte[]> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** In bytes, unpacked. */
  public long size() {
    return parts.values().stream().mapToLong(part -> part.length).sum();
  }

  /** The parts alone, packed anew. */
  public InputStream repacked() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(packed.toByteArray());
  }

  private static Kind kindOf(Map<String, byte[]> parts) {
    byte[] types = parts.get("[Content_Types].xml");
    if (types == null) {
      String format =
          parts.containsKey("OFD.xml")
              ? "这是 OFD 版式文件。请上传原来的 .docx、.xlsx 或文字版 PDF。"
              : parts.containsKey("META-INF/manifest.xml")
                  ? "这是 OpenDocument 文件。请另存为 .docx 或 .xlsx 后再上传。"
                  : "这是压缩文件,里面不是 Word 或 Excel 内容。请解压后上传其中的文件。";
      throw FileText.refused(FlagCode.OTHER_KIND, format);
    }
    if (new String(types, StandardCharsets.UTF_8)
        .toLowerCase(Locale.ROOT)
        .contains("macroenabled")) {
      throw FileText.refused(FlagCode.MACROS, "这是启用宏的文件。请另存为不带宏的 .docx 或 .xlsx 后再上传。");
    }
    if (parts.containsKey("word/document.xml")) {
      return Kind.WORD;
    }
    if (parts.containsKey("xl/workbook.xml")) {
      return Kind.SHEETS;
    }
    throw FileText.refused(
        FlagCode.OTHER_KIND, "这不是 Word 文档或 Excel 工作簿(可能是演示文稿或二进制工作簿)。请另存为 .docx 或 .xlsx 后再上传。");
  }

  /** Takes out what is XML, and counts the rest. */
  private static final class Inflation {

    private final ZipFile zip;
    private long xml;
    private long other;
    private int entries;

    Inflation(ZipFile zip) {
      this.zip = zip;
    }

    void into(Map<String, byte[]> parts) throws IOException {
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        if (++entries > MOST_ENTRIES) {
          throw bomb("压缩包里的文件超过 " + MOST_ENTRIES + " 个,不像正常的文档。");
        }
        String name = entry.getName().replace('\\', '/').replaceAll("^/+", "");
        if (entry.getGeneralPurposeBit().usesEncryption()) {
          throw FileText.refused(FlagCode.ENCRYPTED, "压缩包设有密码。请去掉密码后再上传。");
        }
        if (name.toLowerCase(Locale.ROOT).contains("vbaproject")) {
          throw FileText.refused(FlagCode.MACROS, "文件里有宏。请另存为不带宏的 .docx 或 .xlsx 后再上传。");
        }
        if (entry.isDirectory()) {
          continue;
        }
        boolean kept = name.endsWith(".xml") || name.endsWith(".rels");
        byte[] content = inflate(entry, kept);
        if (kept && parts.put(name, content) != null) {
          throw FileText.refused(FlagCode.DAMAGED, "压缩包里有两个同名的文件“" + name + "”,不能确定读哪一个。");
        }
      }
    }

    private byte[] inflate(ZipArchiveEntry entry, boolean kept) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[16 * 1024];
      long size = 0;
      CRC32 sum = new CRC32();
      try (InputStream raw = zip.getInputStream(entry);
          InputStream in = new CheckedInputStream(raw, sum)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          size += read;
          count(read, kept);
          if (size > INNOCENT_SIZE
              && size > HIGHEST_RATIO * Math.max(1, entry.getCompressedSize())) {
            throw bomb(
                "压缩包里的“" + Excerpt.plain(entry.getName()) + "”膨胀超过 " + HIGHEST_RATIO + " 倍,是压缩炸弹。");
          }
          if (kept) {
            out.write(buffer, 0, read);
          }
        }
      }
      if (sum.getValue() != entry.getCrc()) {
        throw FileText.refused(
            FlagCode.DAMAGED, "压缩包里的“" + Excerpt.plain(entry.getName()) + "”校验不符,文件已损坏。请重新保存后再上传。");
      }
      return out.toByteArray();
    }

    private void count(int read, boolean kept) {
      xml += kept ? read : 0;
      other += kept ? 0 : read;
      if (xml > LARGEST_XML) {
        throw bomb("解压后的文字内容超过 " + LARGEST_XML / 1024 / 1024 + " MB,不像任务清单。");
      }
      if (other > LARGEST_OTHER) {
        throw bomb("解压后的图片等内容超过 " + LARGEST_OTHER / 1024 / 1024 + " MB,不像任务清单。");
      }
    }

    private static NoticeRefused bomb(String reason) {
      return FileText.refused(FlagCode.TOO_LARGE, reason);
    }
  }
}
