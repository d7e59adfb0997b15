package org.duban.notice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.file.WordTextTest;

/** Makes malformed files, the same for the same number. */
final class MalformedFiles {

  private static final List<String> LIST =
      List.of(
          "某区2021年民生实事清单",
          "为做好全年工作，制定本清单。",
          "一、关爱困难群众。",
          "新建食堂5家，改造道路1.3公里，各推出100件。",
          "完成时限:2021年6月底取得阶段性成效,12月底前完成",
          "牵头部门:党政办公室(宣传)、公安分局",
          "配合部门：财政金融局、各街道",
          "二、长期工作",
          "时限要求：长期坚持，每季度报告",
          "【主办单位】总工会",
          "（一）推进改革。（公安分局牵头，总工会配合）",
          "1.办好实事，2021年9月30日前完成。",
          "下一篇:没有了");

  private static final List<String> ROWS = List.of("序号", "任务", "牵头单位", "完成时限");

  private static final String[] WRONG_VALUES = {
    "",
    "-1",
    "0",
    "999999999999",
    "2147483647",
    "NaN",
    "1e308",
    "A1:XFD1048576",
    "A1:A1",
    "XFD1048576",
    "true",
    "%9%1",
    "一",
    "&#65535;",
    "../../etc/passwd",
    "http://example.invalid/",
    "restart"
  };

  private static final Pattern VALUE = Pattern.compile("\"[^\"<>]{0,60}\"");
  private static final Pattern TAG = Pattern.compile("<[^<>?!]{1,200}>");
  private static final Pattern TOKEN = Pattern.compile("\\d+|/\\w+|<<|>>|\\[|]|\\bR\\b|Tf|Td|Tj");

  private static final String[] CHARSETS = {
    "UTF-8",
    "GB18030",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-16",
    "Big5",
    "EUC-KR",
    "Shift_JIS",
    "ISO-8859-1",
    "UTF-32",
    "x-UTF-16LE-BOM"
  };

  private final byte[] text = String.join("\n", LIST).getBytes(StandardCharsets.UTF_8);
  private final byte[] page = page().getBytes(StandardCharsets.UTF_8);
  private final byte[] word = word();
  private final byte[] sheets = sheets();
  private final byte[] pdf = ListFiles.pdf(LIST);
  private final List<byte[]> all = List.of(text, page, word, sheets, pdf);
  private final Map<String, byte[]> wordParts = ListFiles.partsOf(word);
  private final Map<String, byte[]> sheetParts = ListFiles.partsOf(sheets);

  /** What can be wrong with a file, and how many of each ten thousand have it. */
  enum Fault {
    CUT(2_000),
    SPLICED(2_000),
    SHUFFLED(1_200),
    WRONG_ENCODING(1_000),
    BROKEN_XML(2_000),
    BROKEN_PDF(1_000),
    BROKEN_ZIP(400),
    DEEP(240),
    HUGE_LINE(100),
    BOMB(60);

    final int many;

    Fault(int many) {
      this.many = many;
    }
  }

  byte[] make(Fault fault, int number) {
    Random random = new Random(31L * fault.ordinal() + 1_000_003L * number);
    byte[] whole = all.get(number % all.size());
    return switch (fault) {
      case CUT -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case SPLICED -> spliced(whole, random);
      case SHUFFLED -> shuffled(whole, random);
      case WRONG_ENCODING -> wronglyEncoded(number % 2 == 0 ? text : page, random);
      case BROKEN_XML -> brokenXml(number % 2 == 0 ? wordParts : sheetParts, random);
      case BROKEN_PDF -> brokenPdf(random);
      case BROKEN_ZIP -> brokenZip(number % 2 == 0 ? word : sheets, random);
      case DEEP -> deep(number % 6, 100 + random.nextInt(20_000));
      case HUGE_LINE -> hugeLine(random);
      case BOMB -> bomb(number % 3, random);
    };
  }

  private static String page() {
    return "<!DOCTYPE html><html><body><div><p>"
        + String.join("</p><p>", LIST)
        + "</p></div><table><tr><td colspan=4>表</td></tr><tr><th>"
        + String.join("</th><th>", ROWS)
        + "</th></tr><tr><td rowspan='2'>1</td><td>甲<br>乙</td><td>总工会</td><td>6月底</td></tr>"
        + "<tr><td>丙</td><td>总工会</td><td>年底</td></tr></table></body></html>";
  }

  private static byte[] word() {
    return ListFiles.docx(
        document -> {
          LIST.forEach(line -> document.createParagraph().createRun().setText(line));
          var list = ListFiles.chineseList(document);
          ListFiles.numbered(document, list, 0, "甲");
          ListFiles.numbered(document, list, 1, "乙");
          var table = document.createTable(3, 4);
          for (int i = 0; i < 12; i++) {
            table.getRow(i / 4).getCell(i % 4).setText(ROWS.get(i % 4) + i);
          }
          table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge();
        });
  }

  private static byte[] sheets() {
    return ListFiles.xlsx(
        workbook -> {
          for (String name : List.of("清单", "附表")) {
            var sheet = workbook.createSheet(name);
            for (int row = 0; row < 8; row++) {
              var cells = sheet.createRow(row);
              for (int column = 0; column < 4; column++) {
                cells.createCell(column).setCellValue(ROWS.get(column) + row);
              }
              cells.createCell(4).setCellValue(44_000.5 + row);
            }
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 3, 0, 1));
          }
        });
  }

  private static byte[] spliced(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    int times = 1 + random.nextInt(20);
    for (int i = 0; i < times; i++) {
      byte[] foreign = new byte[1 + random.nextInt(8)];
      random.nextBytes(foreign);
      int at = random.nextInt(changed.length);
      System.arraycopy(foreign, 0, changed, at, Math.min(foreign.length, changed.length - at));
    }
    return changed;
  }

  private static byte[] shuffled(byte[] whole, Random random) {
    int size = 1 + random.nextInt(Math.max(1, whole.length / 3));
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < whole.length; i += size) {
      pieces.add(Arrays.copyOfRange(whole, i, Math.min(whole.length, i + size)));
    }
    Collections.shuffle(pieces.subList(Math.min(1, pieces.size() - 1), pieces.size()), random);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] wronglyEncoded(byte[] whole, Random random) {
    String read = new String(whole, Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]));
    byte[] written = read.getBytes(Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]));
    return random.nextBoolean() ? spliced(written.length == 0 ? whole : written, random) : written;
  }

  /** A package that is whole, with parts that aren't: this is what gets past the first checks. */
  private static byte[] brokenXml(Map<String, byte[]> parts, Random random) {
    List<String> names = new ArrayList<>(parts.keySet());
    names.removeIf(
        name ->
            !name.matches(".*(document|numbering|sheet\\d|workbook|styles|sharedStrings)\\.xml"));
    String name = names.get(random.nextInt(names.size()));
    String xml = new String(parts.get(name), StandardCharsets.UTF_8);
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      xml =
          switch (random.nextInt(4)) {
            case 0 -> changed(xml, TAG, random, tag -> "");
            case 1 -> changed(xml, TAG, random, tag -> tag + tag);
            default ->
                changed(
                    xml,
                    VALUE,
                    random,
                    value -> '"' + WRONG_VALUES[random.nextInt(WRONG_VALUES.length)] + '"');
          };
    }
    Map<String, byte[]> broken = new java.util.LinkedHashMap<>(parts);
    broken.put(name, xml.getBytes(StandardCharsets.UTF_8));
    return ListFiles.zip(broken);
  }

  private byte[] brokenPdf(Random random) {
    String bytes = new String(pdf, StandardCharsets.ISO_8859_1);
    String other =
        "0,-1,99999999,/Nil,<<,>>,[,],(,R,null,/FlateDecode,/LZWDecode,3 0 R,1 0 R,endobj,stream";
    String[] tokens = other.split(",");
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times; i++) {
      bytes = changed(bytes, TOKEN, random, token -> tokens[random.nextInt(tokens.length)]);
    }
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String changed(
      String whole,
      Pattern pattern,
      Random random,
      java.util.function.UnaryOperator<String> change) {
    Matcher found = pattern.matcher(whole);
    int start = random.nextInt(whole.length() + 1);
    if (!found.find(start) && !found.find(0)) {
      return whole;
    }
    return whole.substring(0, found.start())
        + change.apply(found.group())
        + whole.substring(found.end());
  }

  /** The directory at the end of a zip says where everything is. */
  private static byte[] brokenZip(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    int times = 1 + random.nextInt(5);
    for (int i = 0; i < times; i++) {
      changed[directory + random.nextInt(changed.length - directory)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] deep(int kind, int depth) {
    String made =
        switch (kind) {
          case 0 -> "<div>".repeat(depth) + "一、甲" + "</div>".repeat(depth);
          case 1 -> "<table><tr><td>".repeat(depth) + "一、甲";
          case 2 -> "一、甲\n牵头部门:" + "（".repeat(depth) + "总工会" + ")".repeat(depth);
          case 3 ->
              "%PDF-1.4\n1 0 obj\n"
                  + "[".repeat(depth)
                  + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
          default -> "";
        };
    String nested =
        kind == 4
            ? "<w:tbl><w:tr><w:tc>".repeat(depth)
                + "<w:p/>"
                + "</w:tc></w:tr></w:tbl>".repeat(depth)
            : "<w:sdt>".repeat(depth % 150)
                + "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
                + "</w:sdt>".repeat(depth % 150);
    return kind < 4 ? made.getBytes(StandardCharsets.UTF_8) : WordTextTest.withBody(nested);
  }

  private static byte[] hugeLine(Random random) {
    String[] pieces = {
      "新建公园2处、", "总工会", "一、", "(", "2021年6月底,", "<td>", "\t", "各", "5", "|", "牵头部门:", " ", "每"
    };
    String piece = pieces[random.nextInt(pieces.length)] + pieces[random.nextInt(pieces.length)];
    String start = random.nextBoolean() ? "某区2021年清单\n一、甲。\n牵头部门:" : "某区2021年清单\n一、";
    return (start + piece.repeat(1 + random.nextInt(60_000))).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bomb(int kind, Random random) {
    byte[] filling = new byte[(9 + random.nextInt(8)) * 1024 * 1024];
    Arrays.fill(filling, (byte) ' ');
    return switch (kind) {
      case 0 -> ListFiles.withPart(word, "word/document.xml", filling);
      case 1 -> ListFiles.withPart(sheets, "xl/media/image1.png", filling);
      default -> ListFiles.withPart(sheets, "xl/sharedStrings.xml", filling);
    };
  }
}
