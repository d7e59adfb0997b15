package org.duban.notice.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.duban.notice.ListFiles;
import org.duban.notice.ListFiles.Printed;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Line;
import org.junit.jupiter.api.Test;

class PdfTextTest {

  private static final String FULL = "新建公园二处并改造道路三公里同时对六座公厕进行改造提升整治老旧";

  @Test
  void wrappedLinesAreOneParagraph() {
    List<String> texts =
        texts(
            ListFiles.pdf(
                List.of(
                    "        某区2021年民生实事清单",
                    "  一、办好实事。",
                    "  " + FULL.substring(2) + "",
                    "小区三个。",
                    "  牵头部门:财政金融局",
                    "  完成时限:2021年6月底")));

    assertThat(texts)
        .containsExactly(
            "某区2021年民生实事清单", "一、办好实事。", FULL.substring(2) + "小区三个。", "牵头部门:财政金融局", "完成时限:2021年6月底");
  }

  @Test
  void labelAndNumberBeginAParagraphEvenAfterAFullLine() {
    assertThat(texts(ListFiles.pdf(List.of(FULL, "牵头部门:财政金融局", FULL, "二、办好实事"))))
        .containsExactly(FULL, "牵头部门:财政金融局", FULL, "二、办好实事");
  }

  @Test
  void whereNothingIsIndentedASentenceEndsItsParagraph() {
    String ended = FULL.substring(1) + "。";

    assertThat(texts(ListFiles.pdf(List.of(ended, FULL, "小区三个。"))))
        .containsExactly(ended, FULL + "小区三个。");
  }

  @Test
  void pageNumbersAndRunningHeadsAreLeftOutAndAParagraphGoesOnOverThePage() {
    List<String> texts =
        texts(
            ListFiles.pdf(
                document -> {
                  for (int page = 1; page <= 4; page++) {
                    List<String> lines = new ArrayList<>();
                    lines.add("某区人民政府公报2021年第" + page + "期");
                    lines.add(
                        page == 1
                            ? "  " + FULL.substring(2)
                            : "第" + "甲乙丙丁".charAt(page - 1) + "页正文。");
                    lines.add("  " + FULL.substring(2));
                    lines.add("- " + page + " -");
                    ListFiles.printPage(document, ListFiles.fromTop(lines));
                  }
                }));

    String rest = FULL.substring(2);
    assertThat(texts)
        .containsExactly(rest, rest + "第乙页正文。", rest + "第丙页正文。", rest + "第丁页正文。", rest);
  }

  @Test
  void tableWithOneLineARowIsRead() {
    byte[] file =
        table(
            List.of("序号", "任务", "责任单位"), List.of("1", "建公园", "财政局"), List.of("2", "修道路和桥梁", "教育局"));

    assertThat(texts(file))
        .containsExactly("某区清单", "| 序号 | 任务 | 责任单位 |", "| 1 | 建公园 | 财政局 |", "| 2 | 修道路和桥梁 | 教育局 |");
    assertThat(FileText.of(file).lines().get(2).place()).isEqualTo("第1页第3行");
  }

  @Test
  void tableWhoseCellsWrapIsRefused() {
    byte[] file =
        table(
            List.of("序号", "任务", "责任单位"),
            List.of("1", "建公园二处改造", "财政金融局和"),
            List.of("", "公厕三座", "教育局"),
            List.of("2", "修道路", "教育局"));

    assertThatThrownBy(() -> FileText.of(file))
        .isInstanceOfSatisfying(
            NoticeRefused.class,
            refused -> assertThat(refused.flags().get(0).code()).isEqualTo("COLUMNS_LOST"))
        .hasMessageStartingWith("第1页第4行:")
        .hasMessageContaining("表格");
  }

  @Test
  void pageOfPicturesAmongPagesOfTextIsADoubt() {
    byte[] file =
        ListFiles.pdf(
            document -> {
              ListFiles.printPage(document, ListFiles.fromTop(List.of("一、办好实事。")));
              PDPage scanned = new PDPage(PDRectangle.A4);
              document.addPage(scanned);
              ListFiles.drawPicture(document, scanned);
            });

    assertThat(FileText.of(file).doubts())
        .singleElement()
        .satisfies(flag -> assertThat(flag.message()).startsWith("第2页:"));
  }

  @Test
  void encryptedFileIsRefusedEvenWhenItOpensForEveryone() {
    byte[] file = ListFiles.encryptedPdf(List.of("一、甲"), "");

    assertThatThrownBy(() -> FileText.of(file)).hasMessageContaining("加密");
  }

  @Test
  void damageIsNotReadOver() {
    byte[] whole = ListFiles.pdf(List.of("一、甲", "牵头部门:总工会"));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 40);
    byte[] changed = whole.clone();
    int stream =
        new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("stream") + 20;
    changed[stream] ^= 0x55;

    assertThatThrownBy(() -> FileText.of(cut)).hasMessageContaining("没有结尾");
    assertThatThrownBy(() -> FileText.of(changed)).hasMessageContaining("损坏");
  }

  @SafeVarargs
  private static byte[] table(List<String>... rows) {
    int[] lefts = {60, 120, 300};
    List<Printed> printed = new ArrayList<>();
    printed.add(new Printed(200, 780, "某区清单"));
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < lefts.length; column++) {
        if (!rows[row].get(column).isEmpty()) {
          printed.add(new Printed(lefts[column], 740 - 20 * row, rows[row].get(column)));
        }
      }
    }
    return ListFiles.pdf(document -> ListFiles.printPage(document, printed));
  }

  private static List<String> texts(byte[] file) {
    return FileText.of(file).lines().stream().map(Line::text).toList();
  }
}
