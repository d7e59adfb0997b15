package org.duban.notice.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;

/** Takes the printed lines out of a PDF, top to bottom, within limits. */
final class PdfLines extends PDFTextStripper {

  private static final int MOST_OPERATORS = 5_000_000;
  private static final int MOST_LETTERS_A_PAGE = 100_000;
  private static final Set<String> FOR_LETTERS =
      Set.of("BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"");

  private final List<PdfLine> lines = new ArrayList<>();
  private List<PdfLine.Word> words = new ArrayList<>();
  private double em;
  private int page = 1;
  private int number;
  private int operators;
  private int letters;

  private PdfLines() {
    setSortByPosition(true);
  }

  static List<PdfLine> linesOf(PDDocument document) throws IOException {
    PdfLines pages = new PdfLines();
    pages.getText(document);
    return pages.lines;
  }

  @Override
  protected void startPage(PDPage begun) {
    page = getCurrentPageNo();
    number = 0;
    letters = 0;
  }

  @Override
  protected void endPage(PDPage ended) {
    endLine();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS) {
      throw refused(FlagCode.TOO_LARGE, "PDF 的绘制指令超过 " + MOST_OPERATORS + " 条,不像任务清单。");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    if (++letters > MOST_LETTERS_A_PAGE) {
      throw refused(FlagCode.TOO_LARGE, "一页上的文字超过 " + MOST_LETTERS_A_PAGE + " 个,不像任务清单。");
    }
    super.processTextPosition(text);
  }

  /** A broken picture costs nothing; a broken instruction for letters would lose some. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException broken)
      throws IOException {
    if (FOR_LETTERS.contains(operator.getName())) {
      throw refused(FlagCode.DAMAGED, "文字内容已损坏,可能不全。请重新保存后再上传。");
    }
    super.operatorException(operator, operands, broken);
  }

  private NoticeRefused refused(FlagCode code, String reason) {
    return new NoticeRefused(code, 1, "第" + page + "页", reason);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (text.isBlank() || positions.isEmpty()) {
      return;
    }
    TextPosition first = positions.get(0);
    TextPosition last = positions.get(positions.size() - 1);
    em = Math.max(em, Math.max(first.getFontSizeInPt(), 1));
    words.add(
        new PdfLine.Word(
            first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(), text.strip()));
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphSeparator() {
    endLine();
  }

  private void endLine() {
    if (!words.isEmpty()) {
      lines.add(new PdfLine(page, ++number, em, List.copyOf(words)));
      words = new ArrayList<>();
    }
    em = 0;
  }
}
