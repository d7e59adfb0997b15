package org.duban.notice.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Line;

/**
 * The text of a PDF that has one: wrapped lines joined to paragraphs, without page numbers and what
 * repeats on every page. An encrypted file is refused even when it opens without a password: what
 * is in it can't be looked through before it is unpacked.
 */
final class PdfText {

  private static final int MOST_PAGES = 2_000;

  private PdfText() {}

  static FileText of(byte[] content) {
    if (new String(content, StandardCharsets.ISO_8859_1).contains("/Encrypt")) {
      throw encrypted();
    }
    PdfStreams.check(content);
    try (PDDocument document = Loader.loadPDF(content)) {
      checkReadable(document);
      List<PdfLine> printed = PdfFurniture.without(PdfLines.linesOf(document));
      List<Flag> doubts = picturePages(document, printed);
      List<Line> lines = PdfParagraphs.of(printed);
      ReadableText.check(lines.stream().map(Line::text).collect(Collectors.joining("\n")), lines);
      return new FileText(lines, doubts);
    } catch (InvalidPasswordException locked) {
      throw encrypted();
    } catch (IOException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static NoticeRefused encrypted() {
    return FileText.refused(FlagCode.ENCRYPTED, "这个 PDF 经过加密,设有密码或限制。请去掉密码和限制后再上传。");
  }

  private static void checkReadable(PDDocument document) {
    if (document.isEncrypted()) {
      throw encrypted();
    }
    if (document.getNumberOfPages() > MOST_PAGES) {
      throw FileText.refused(FlagCode.TOO_LARGE, "PDF 超过 " + MOST_PAGES + " 页,不像任务清单。");
    }
    if (document.getNumberOfPages() == 0) {
      throw FileText.refused(FlagCode.EMPTY, "这个 PDF 没有页面。");
    }
  }

  /** A page of pictures among pages of text may hold a part of the list. */
  private static List<Flag> picturePages(PDDocument document, List<PdfLine> printed)
      throws IOException {
    Set<Integer> withText = printed.stream().map(PdfLine::page).collect(Collectors.toSet());
    List<Integer> pictures = new ArrayList<>();
    int number = 0;
    for (PDPage page : document.getPages()) {
      int at = ++number;
      if (!withText.contains(at) && hasPicture(page)) {
        pictures.add(at);
      }
    }
    if (printed.isEmpty()) {
      throw FileText.refused(
          pictures.isEmpty() ? FlagCode.EMPTY : FlagCode.NO_TEXT_LAYER,
          pictures.isEmpty()
              ? "这个 PDF 里没有文字。"
              : "这个 PDF 是扫描件,各页只有图片,没有文字可读。请上传原来的文字文件(.docx、.xlsx、网页或文本)。");
    }
    return pictures.stream()
        .map(page -> FlagCode.NO_TEXT_LAYER.at(1, "第" + page + "页", "只有图片,没有文字,可能是扫描页,没有读取。"))
        .toList();
  }

  private static boolean hasPicture(PDPage page) {
    PDResources resources = page.getResources();
    if (resources == null) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        return true;
      }
    }
    return false;
  }
}
