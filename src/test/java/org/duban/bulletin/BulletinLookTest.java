package org.duban.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.duban.DubanTest;
import org.duban.bulletin.BulletinSettings.Fonts;
import org.duban.directory.Directory;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** What an office can change of a bulletin's looks. */
@DubanTest
class BulletinLookTest {

  private static final Resource SHIPPED = new ClassPathResource("config/bulletin.docx");
  private static final Fonts STANDARD = new Fonts(Fonts.TITLE, Fonts.HEADING, Fonts.BODY);

  @Autowired private Office office;
  @Autowired private MonthlyFigures figures;
  @Autowired private Directory directory;
  @Autowired private Clock clock;

  @BeforeEach
  void dispatchTheSample() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
  }

  @Test
  void theRedHeadCanBeOtherWordsOrLeftOff() throws IOException {
    assertThat(text(drawn(SHIPPED, "督查专报", STANDARD))).contains("督查专报").doesNotContain("督查通报");
    assertThat(text(drawn(SHIPPED, " ", STANDARD)))
        .doesNotContain("督查通报", "督查专报", "{{")
        .contains("关于2021年5月重点任务办理情况的通报");
  }

  @Test
  void fontsAreThoseOfTheSettings() throws IOException {
    String shipped = xml(drawn(SHIPPED, "督查通报", STANDARD));
    assertThat(shipped).contains("\"方正小标宋简体\"", "\"黑体\"", "\"仿宋_GB2312\"");

    String own = xml(drawn(SHIPPED, "督查通报", new Fonts("黑体", "楷体", "Noto \"Serif\" CJK")));

    assertThat(own)
        .contains("\"黑体\"", "\"楷体\"", "\"Noto Serif CJK\"")
        .doesNotContain("方正小标宋简体", "仿宋_GB2312");
    assertThat(count(own, "\"黑体\"")).isEqualTo(count(shipped, "\"方正小标宋简体\""));
  }

  @Test
  void anOfficesOwnTemplateTellsWhatItAsksFor() throws IOException {
    XWPFDocument own = new XWPFDocument();
    own.createParagraph().createRun().setText("{{month}}月：节点{{total}}个，滞后{{behind}}个。");
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    own.write(template);

    assertThat(text(drawn(new ByteArrayResource(template.toByteArray()), "督查通报", STANDARD)))
        .isEqualTo("5月：节点24个，滞后0个。");
  }

  private byte[] drawn(Resource template, String redHead, Fonts fonts) {
    BulletinSettings settings = new BulletinSettings(template, redHead, fonts);
    return new BulletinDocument(
            new BulletinTemplate(settings), new BulletinWords(settings, directory, clock))
        .draft(figures.of(MonthEnd.of("2021-05", clock)), "");
  }

  private static String text(byte[] document) throws IOException {
    try (XWPFDocument opened = new XWPFDocument(new ByteArrayInputStream(document))) {
      return opened.getParagraphs().stream()
          .map(XWPFParagraph::getText)
          .collect(Collectors.joining("\n"));
    }
  }

  /** All its parts, the styles among them. */
  private static String xml(byte[] document) throws IOException {
    StringBuilder parts = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      while (zip.getNextEntry() != null) {
        parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts.toString();
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
