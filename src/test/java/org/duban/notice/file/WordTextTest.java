package org.duban.notice.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.duban.notice.ListFiles;
import org.duban.notice.line.Line;
import org.junit.jupiter.api.Test;

public class WordTextTest {

  @Test
  void paragraphsAreLinesAndALineBreakPartsThem() {
    List<Line> lines =
        FileText.of(
                ListFiles.docx(
                    document -> {
                      document.createParagraph().createRun().setText("某区2021年清单");
                      document.createParagraph();
                      var run = document.createParagraph().createRun();
                      run.setText("牵头部门:财政局");
                      run.addBreak();
                      run.setText("配合部门:教育局", -1);
                    }))
            .lines();

    assertThat(lines).extracting(Line::text).containsExactly("某区2021年清单", "牵头部门:财政局", "配合部门:教育局");
    assertThat(lines).extracting(Line::place).containsExactly("第1段", "第3段", "第3段");
  }

  @Test
  void numbersThatWordComputesAreWrittenOut() {
    byte[] file =
        ListFiles.docx(
            document -> {
              BigInteger list = ListFiles.chineseList(document);
              ListFiles.numbered(document, list, 0, "教育");
              ListFiles.numbered(document, list, 1, "新建学校");
              ListFiles.numbered(document, list, 2, "选址");
              ListFiles.numbered(document, list, 2, "3所开工");
              ListFiles.numbered(document, list, 1, "培训教师");
              ListFiles.numbered(document, list, 2, "报名");
              ListFiles.numbered(document, list, 0, "医疗");
              ListFiles.numbered(document, list, 1, "建医院");
              document.createParagraph().createRun().setText("无编号");
            });

    assertThat(texts(file))
        .containsExactly(
            "一、教育", "（一）新建学校", "1. 选址", "2. 3所开工", "（二）培训教师", "1. 报名", "二、医疗", "（一）建医院", "无编号");
  }

  @Test
  void aListThatStartsAnewCountsAnew() {
    byte[] file =
        ListFiles.docx(
            document -> {
              BigInteger list = ListFiles.chineseList(document);
              var numbering = document.getNumbering();
              BigInteger goesOn = numbering.addNum(BigInteger.valueOf(7));
              BigInteger anew = numbering.addNum(BigInteger.valueOf(7));
              var override = numbering.getNum(anew).getCTNum().addNewLvlOverride();
              override.setIlvl(BigInteger.ZERO);
              override.addNewStartOverride().setVal(BigInteger.ONE);
              ListFiles.numbered(document, list, 0, "甲");
              ListFiles.numbered(document, goesOn, 0, "乙");
              ListFiles.numbered(document, anew, 0, "丙");
              ListFiles.numbered(document, anew, 0, "丁");
            });

    assertThat(texts(file)).containsExactly("一、甲", "二、乙", "一、丙", "二、丁");
  }

  @Test
  void numberOfAStyleCountsToo() {
    byte[] file =
        ListFiles.docx(
            document -> {
              BigInteger list = ListFiles.chineseList(document);
              document.createStyles();
              ListFiles.numbered(document, list, 0, "甲");
              document.createParagraph().createRun().setText("正文");
              var styled = document.createParagraph();
              styled.setStyle("Item");
              styled.createRun().setText("乙");
            });
    String styles =
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
            + "</w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Item\">"
            + "<w:basedOn w:val=\"Base\"/></w:style></w:styles>";

    assertThat(
            texts(
                ListFiles.withPart(
                    file, "word/styles.xml", styles.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("一、甲", "正文", "二、乙");
  }

  @Test
  void rowsOfTablesRepeatMergedCells() {
    byte[] file =
        ListFiles.docx(
            document -> {
              document.createParagraph().createRun().setText("清单");
              XWPFTable table = document.createTable(4, 3);
              fill(table, 0, "任务分解表", "", "");
              fill(table, 1, "序号", "任务", "单位");
              fill(table, 2, "1", "甲", "财政局、");
              table.getRow(2).getCell(2).addParagraph().createRun().setText("教育局");
              fill(table, 3, "", "乙|丙", "公安局");
              table.getRow(0).removeCell(2);
              table.getRow(0).removeCell(1);
              table
                  .getRow(0)
                  .getCell(0)
                  .getCTTc()
                  .addNewTcPr()
                  .addNewGridSpan()
                  .setVal(BigInteger.valueOf(3));
              var restart = org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.RESTART;
              table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(restart);
              table.getRow(3).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
            });

    List<Line> lines = FileText.of(file).lines();

    assertThat(lines)
        .extracting(Line::text)
        .containsExactly(
            "清单", "任务分解表", "| 序号 | 任务 | 单位 |", "| 1 | 甲 | 财政局、教育局 |", "| 1 | 乙｜丙 | 公安局 |");
    assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(lines.get(4).place()).isEqualTo("第1个表格第4行");
  }

  @Test
  void whatDoesNotPrintIsLeftOutAndTrackedInsertionsStay() {
    String body =
        "<w:p><w:r><w:t>新建公园</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>3</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\"><w:r><w:t>5</w:t></w:r></w:ins><w:r><w:t>座</w:t></w:r>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
            + "<w:moveFrom w:id=\"3\"><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
            + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"4\"/></w:rPr></w:pPr><w:r><w:t>前半句</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>后半句</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:trPr><w:del w:id=\"5\"/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc>"
            + "<w:tc><w:p><w:r><w:t>除</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>留</w:t></w:r></w:p>"
            + "</w:tc><w:tc><w:p><w:r><w:t>下</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    assertThat(texts(withBody(body))).containsExactly("新建公园5座", "前半句后半句", "| 留 | 下 |");
  }

  @Test
  void headersFootersAndCommentsAreNotRead() {
    byte[] file = ListFiles.docx(List.of("一、甲"));
    String header =
        "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>";

    assertThat(
            texts(
                ListFiles.withPart(
                    file, "word/header1.xml", header.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("一、甲");
  }

  public static byte[] withBody(String body) {
    String document =
        "<?xml version=\"1.0\"?><w:document xmlns:w="
            + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
            + body
            + "</w:body></w:document>";
    return ListFiles.zip(
        Map.of(
            "[Content_Types].xml",
            "<Types/>".getBytes(StandardCharsets.UTF_8),
            "word/document.xml",
            document.getBytes(StandardCharsets.UTF_8)));
  }

  private static void fill(XWPFTable table, int row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      table.getRow(row).getCell(i).setText(texts[i]);
    }
  }

  private static List<String> texts(byte[] file) {
    return FileText.of(file).lines().stream().map(Line::text).toList();
  }
}
