package org.duban.notice.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Line;

/**
 * What a file says, as lines: plain text, a saved page, a Word or Excel file, a PDF with a text in
 * it. Every other kind is refused by name.
 *
 * @param doubts what a person should know about the file as a whole
 */
public record FileText(List<Line> lines, List<Flag> doubts) {

  public FileText {
    doubts = List.copyOf(doubts);
  }

  /**
   * @throws NoticeRefused when the file can't be read, is not to be trusted, or holds no text
   */
  public static FileText of(byte[] content) {
    return FileKind.of(content)
        .map(kind -> of(kind, content))
        .orElseGet(() -> of(new NoticeDecoder().decode(content)));
  }

  /** A text, or a page when it is one. */
  public static FileText of(String text) {
    List<Line> lines = Line.of(PageText.isPage(text) ? PageText.of(text) : text);
    ReadableText.check(text, lines);
    return new FileText(lines, List.of());
  }

  private static FileText of(FileKind kind, byte[] content) {
    return switch (kind) {
      case ZIP -> office(OfficePackage.open(content));
      case PDF -> guarded("PDF 文件", () -> PdfText.of(content));
      case OLD_OFFICE -> throw oldOffice(content);
      case PICTURE ->
          throw refused(FlagCode.NO_TEXT_LAYER, "这是一张图片,图片里的文字不能读取。请上传原来的文字文件(.docx、.xlsx、网页或文本)。");
      case PACKED -> throw refused(FlagCode.OTHER_KIND, "这是压缩文件。请解压后上传其中的文件。");
      case RICH_TEXT -> throw refused(FlagCode.OTHER_KIND, "这是 RTF 文件。请用 Word 另存为 .docx 后再上传。");
      case WEB_ARCHIVE ->
          throw refused(FlagCode.OTHER_KIND, "这是单个文件的网页存档(.mht)。请在浏览器里另存为“仅 HTML”后再上传。");
    };
  }

  private static FileText office(OfficePackage office) {
    return switch (office.kind()) {
      case WORD -> guarded("Word 文件", () -> WordText.of(office));
      case SHEETS -> guarded("Excel 文件", () -> WorkbookText.of(office));
    };
  }

  /** The libraries say in many ways that a file is broken; here it is said in one. */
  private static FileText guarded(String kind, Supplier<FileText> reader) {
    FileText read;
    try {
      read = reader.get();
    } catch (NoticeRefused refused) {
      throw refused;
    } catch (RuntimeException | StackOverflowError broken) {
      throw refused(FlagCode.DAMAGED, "这个" + kind + "已损坏,无法读取。请重新保存后再上传。");
    }
    if (read.lines().isEmpty()) {
      throw refused(FlagCode.EMPTY, "这个" + kind + "里没有文字可读。");
    }
    return read;
  }

  public static NoticeRefused oldOffice(byte[] content) {
    String names = new String(content, StandardCharsets.ISO_8859_1);
    if (names.contains(asStored("EncryptedPackage"))) {
      return refused(FlagCode.ENCRYPTED, "这个文件设有打开密码。请去掉密码后再上传。");
    }
    if (names.contains(asStored("WordDocument"))) {
      return refused(FlagCode.OTHER_KIND, "这是旧版 Word 文件(.doc)。请用 Word 或 WPS 另存为 .docx 后再上传。");
    }
    if (names.contains(asStored("Workbook")) || names.contains(asStored("Book"))) {
      return refused(FlagCode.OTHER_KIND, "这是旧版 Excel 文件(.xls)。请用 Excel 或 WPS 另存为 .xlsx 后再上传。");
    }
    return refused(FlagCode.OTHER_KIND, "这是旧版 Office 文件。请另存为 .docx 或 .xlsx 后再上传。");
  }

  /** Names inside such a file stand in UTF-16. */
  private static String asStored(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  public static NoticeRefused refused(FlagCode code, String reason) {
    return new NoticeRefused(code, 1, "整个文件", reason);
  }
}
