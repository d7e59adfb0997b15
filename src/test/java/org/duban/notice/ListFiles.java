package org.duban.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Makes files of every kind that is read, and of those that are refused. */
public final class ListFiles {

  private static final int LINE_HEIGHT = 20;

  private ListFiles() {}

  /** A Word file with a paragraph for each line. */
  public static byte[] docx(List<String> lines) {
    return docx(
        document -> lines.forEach(line -> document.createParagraph().createRun().setText(line)));
  }

  public static byte[] docx(Consumer<XWPFDocument> writer) {
    try (XWPFDocument document = new XWPFDocument()) {
      writer.accept(document);
      return bytes(document::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A paragraph whose number Word computes. */
  public static XWPFParagraph numbered(
      XWPFDocument document, BigInteger list, int level, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(level));
    paragraph.createRun().setText(text);
    return paragraph;
  }

  /** A list definition with 一、 （一） and 1. as its levels. */
  public static BigInteger chineseList(XWPFDocument document) {
    CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
    definition.setAbstractNumId(BigInteger.valueOf(7));
    level(definition, 0, STNumberFormat.CHINESE_COUNTING, "%1、");
    level(definition, 1, STNumberFormat.CHINESE_COUNTING, "（%2）");
    level(definition, 2, STNumberFormat.DECIMAL, "%3.");
    var numbering = document.createNumbering();
    BigInteger id =
        numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(definition));
    return numbering.addNum(id);
  }

  private static void level(
      CTAbstractNum definition, int number, STNumberFormat.Enum format, String text) {
    var level = definition.addNewLvl();
    level.setIlvl(BigInteger.valueOf(number));
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
  }

  /** An Excel file with one sheet, a row for each line, all in the first column. */
  public static byte[] xlsx(List<String> lines) {
    return xlsx(
        workbook -> {
          XSSFSheet sheet = workbook.createSheet("清单");
          for (int i = 0; i < lines.size(); i++) {
            sheet.createRow(i).createCell(0).setCellValue(lines.get(i));
          }
        });
  }

  public static byte[] xlsx(Consumer<XSSFWorkbook> writer) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      writer.accept(workbook);
      return bytes(workbook::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Letters of a PDF's page: from the left border and the bottom, in points, each 12 wide. */
  public record Printed(int left, int bottom, String text) {}

  /** A PDF with a printed line for each line, on as many pages as it takes. */
  public static byte[] pdf(List<String> lines) {
    return pdf(
        document -> {
          for (int first = 0; first < lines.size(); first += 30) {
            List<String> page = lines.subList(first, Math.min(first + 30, lines.size()));
            printPage(document, fromTop(page));
          }
        });
  }

  public static List<Printed> fromTop(List<String> lines) {
    List<Printed> printed = new java.util.ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int indent = lines.get(i).length() - lines.get(i).stripLeading().length();
      printed.add(new Printed(60 + 12 * indent, 760 - LINE_HEIGHT * i, lines.get(i).strip()));
    }
    return printed;
  }

  public static byte[] pdf(Consumer<PDDocument> writer) {
    try (PDDocument document = new PDDocument()) {
      writer.accept(document);
      return bytes(document::save);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints in a font that every reader of Chinese PDFs must know without being given it. */
  public static void printPage(PDDocument document, List<Printed> printed) {
    StringBuilder drawing = new StringBuilder();
    for (Printed each : printed) {
      drawing
          .append("BT /F1 12 Tf ")
          .append(each.left)
          .append(' ')
          .append(each.bottom)
          .append(" Td ")
          .append('<')
          .append(java.util.HexFormat.of().formatHex(each.text.getBytes(StandardCharsets.UTF_16BE)))
          .append("> Tj ET\n");
    }
    PDPage page = new PDPage(PDRectangle.A4);
    PDResources resources = new PDResources();
    COSDictionary fonts = new COSDictionary();
    fonts.setItem(COSName.getPDFName("F1"), chineseFont());
    resources.getCOSObject().setItem(COSName.FONT, fonts);
    page.setResources(resources);
    COSStream content = document.getDocument().createCOSStream();
    try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(drawing.toString().getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.getCOSObject().setItem(COSName.CONTENTS, content);
    document.addPage(page);
  }

  private static COSDictionary chineseFont() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setInt(COSName.DW, 1000);
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UCS2-H");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }

  /** A PDF of scanned pages: pictures, no letters. */
  public static byte[] scannedPdf() {
    return pdf(
        document -> {
          PDPage page = new PDPage(PDRectangle.A4);
          document.addPage(page);
          drawPicture(document, page);
        });
  }

  public static void drawPicture(PDDocument document, PDPage page) {
    var picture =
        new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
    try (var drawing = new PDPageContentStream(document, page)) {
      drawing.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 500, 700);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] encryptedPdf(List<String> lines) {
    return encryptedPdf(lines, "geheim");
  }

  public static byte[] encryptedPdf(List<String> lines, String password) {
    try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf(lines))) {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return bytes(document::save);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Word file behind a password. */
  public static byte[] encryptedDocx(List<String> lines) {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("geheim");
      try (OutputStream out = encryptor.getDataStream(files)) {
        out.write(docx(lines));
      }
      return bytes(files::writeFilesystem);
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same package with one more, or another, part. */
  public static byte[] withPart(byte[] office, String name, byte[] part) {
    Map<String, byte[]> parts = partsOf(office);
    parts.put(name, part);
    return zip(parts);
  }

  /** A package whose document declares an entity that stands for a file of the machine. */
  public static byte[] withEntity(byte[] office, String part) {
    Map<String, byte[]> parts = partsOf(office);
    String xml = new String(parts.get(part), StandardCharsets.UTF_8);
    int root = xml.indexOf("?>") + 2;
    String declared =
        xml.substring(0, root)
            + "<!DOCTYPE x [<!ENTITY passwd SYSTEM \"file:///etc/passwd\">]>"
            + xml.substring(root);
    parts.put(part, declared.getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  /** A package that is small and would fill the memory. */
  public static byte[] zipBomb(byte[] office, String part) {
    return withPart(office, part, new byte[20 * 1024 * 1024]);
  }

  public static Map<String, byte[]> partsOf(byte[] office) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(office))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  public static byte[] zip(Map<String, byte[]> parts) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
              zip.putNextEntry(new ZipEntry(part.getKey()));
              zip.write(part.getValue());
            }
          }
        });
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
