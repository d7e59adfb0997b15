package org.duban.notice.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.duban.notice.ListFiles;
import org.duban.notice.NoticeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are refused say what they are, and what to hand in instead. */
public class FileTextTest {

  private static final List<String> LIST = List.of("某区2021年清单", "一、甲。", "牵头部门:公安分局");

  /** What it is, the file, the code and a word of the reason. */
  public static Stream<Arguments> refusedFiles() {
    byte[] docx = ListFiles.docx(LIST);
    byte[] xlsx = ListFiles.xlsx(LIST);
    return Stream.of(
        Arguments.of("a .docm", macro(docx), "MACROS", "宏"),
        Arguments.of("an .xlsm", macro(xlsx), "MACROS", "宏"),
        Arguments.of("a macro by its type", typed(docx), "MACROS", "宏"),
        Arguments.of(
            "a Word file with a password", ListFiles.encryptedDocx(LIST), "ENCRYPTED", "密码"),
        Arguments.of("a PDF with a password", ListFiles.encryptedPdf(LIST), "ENCRYPTED", "密码"),
        Arguments.of(
            "a bomb in Word", ListFiles.zipBomb(docx, "word/document.xml"), "TOO_LARGE", "炸弹"),
        Arguments.of(
            "a bomb in Excel", ListFiles.zipBomb(xlsx, "xl/media/a.png"), "TOO_LARGE", "炸弹"),
        Arguments.of("a bomb in PDF", pdfBomb(), "TOO_LARGE", "炸弹"),
        Arguments.of("ten thousand entries", manyEntries(docx), "TOO_LARGE", "5000 个"),
        Arguments.of(
            "an entity in Word",
            ListFiles.withEntity(docx, "word/document.xml"),
            "EXTERNAL_CONTENT",
            "外部实体"),
        Arguments.of(
            "an entity in Excel",
            ListFiles.withEntity(xlsx, "xl/workbook.xml"),
            "EXTERNAL_CONTENT",
            "外部实体"),
        Arguments.of("a scanned PDF", ListFiles.scannedPdf(), "NO_TEXT_LAYER", "扫描件"),
        Arguments.of("a PNG", text("\u0089PNG\r\n\u001a\n"), "NO_TEXT_LAYER", "图片"),
        Arguments.of("a JPEG", text("\u00FF\u00D8\u00FF\u00E0"), "NO_TEXT_LAYER", "图片"),
        Arguments.of(
            "a bitmap",
            text("BM\u0010\u0000\u0000\u0000\u0000\u0000\u0000\u0000"),
            "NO_TEXT_LAYER",
            "图片"),
        Arguments.of("a .doc", old("WordDocument"), "OTHER_KIND", ".docx"),
        Arguments.of("an .xls", old("Workbook"), "OTHER_KIND", ".xlsx"),
        Arguments.of("an RTF", text("{\\rtf1 x}"), "OTHER_KIND", "RTF"),
        Arguments.of("an archive", ListFiles.zip(Map.of("a.txt", text("x"))), "OTHER_KIND", "压缩文件"),
        Arguments.of("an OFD", ListFiles.zip(Map.of("OFD.xml", text("<x/>"))), "OTHER_KIND", "OFD"),
        Arguments.of("a web archive", text("MIME-Version: 1.0\r\n"), "OTHER_KIND", "网页存档"),
        Arguments.of(
            "half a Word file", java.util.Arrays.copyOf(docx, docx.length / 2), "DAMAGED", "损坏"),
        Arguments.of(
            "half a sentence of XML",
            ListFiles.withPart(docx, "word/document.xml", text("<a><b>")),
            "DAMAGED",
            "损坏"),
        Arguments.of("an empty Word file", ListFiles.docx(List.of()), "EMPTY", "没有文字"),
        Arguments.of(
            "a program",
            text(
                "\u007FELF\u0002\u0001\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0003\u0000>"),
            "NOT_TEXT",
            "字符"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedFiles")
  void isRefusedWithTheReason(String what, byte[] file, String code, String reason) {
    assertThatThrownBy(() -> FileText.of(file))
        .isInstanceOfSatisfying(
            NoticeRefused.class,
            refused -> {
              assertThat(refused.flags().get(0).code()).isEqualTo(code);
              assertThat(refused.flags().get(0).message()).contains(reason).endsWith("。");
            });
  }

  @Test
  void damageInsideAPackedPartIsNotReadOver() {
    byte[] file =
        ListFiles.zip(
            Map.of("[Content_Types].xml", text("<Types/>"), "word/document.xml", text("<d>甲</d>")));
    String bytes = new String(file, StandardCharsets.ISO_8859_1);
    int at = bytes.indexOf("PK\u0001\u0002") + 16;
    file[at] ^= 1;

    assertThatThrownBy(() -> FileText.of(file)).hasMessageContaining("校验不符");
  }

  private static byte[] macro(byte[] office) {
    return ListFiles.withPart(office, "word/vbaProject.bin", text("x"));
  }

  private static byte[] typed(byte[] office) {
    return ListFiles.withPart(
        office,
        "[Content_Types].xml",
        text(
            "<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>"));
  }

  private static byte[] manyEntries(byte[] office) {
    Map<String, byte[]> parts = new LinkedHashMap<>(ListFiles.partsOf(office));
    for (int i = 0; i < 10_000; i++) {
      parts.put("x/" + i, new byte[0]);
    }
    return ListFiles.zip(parts);
  }

  private static byte[] pdfBomb() {
    return ListFiles.pdf(
        document -> {
          ListFiles.printPage(document, ListFiles.fromTop(LIST));
          var stream = document.getDocument().createCOSStream();
          try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(new byte[80 * 1024 * 1024]);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        });
  }

  private static byte[] old(String name) {
    byte[] inside = name.getBytes(StandardCharsets.UTF_16LE);
    byte[] file = java.util.Arrays.copyOf(text("\u00D0\u00CF\u0011\u00E0"), 600);
    System.arraycopy(inside, 0, file, 512, inside.length);
    return file;
  }

  private static byte[] text(String text) {
    return text.getBytes(
        text.chars().allMatch(c -> c < 256) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
