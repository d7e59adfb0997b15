package org.duban.notice.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;

/** Unpacks every stream of a PDF within limits, before a library does so without. */
final class PdfStreams {

  private static final long LARGEST_STREAM = 64L * 1024 * 1024;
  private static final long LARGEST_TOGETHER = 300L * 1024 * 1024;
  private static final int LONGEST_DICTIONARY = 2_000;
  private static final int MOST_FILTERS = 4;
  private static final int LONGEST_END = 4_096;

  private static final Pattern FILTERS = Pattern.compile("/F(?:ilter)?\\s*(\\[[^]]*]|/\\w+)");
  private static final Pattern NAME = Pattern.compile("/(\\w+)");

  /** Only these can blow up; the rest are pictures, which are not looked at. */
  private static final Set<String> UNPACKED =
      Set.of(
          "FlateDecode",
          "Fl",
          "LZWDecode",
          "LZW",
          "RunLengthDecode",
          "RL",
          "ASCII85Decode",
          "A85",
          "ASCIIHexDecode",
          "AHx");

  private final byte[] content;
  private final String bytes;
  private long together;

  private PdfStreams(byte[] content) {
    this.content = content;
    this.bytes = new String(content, StandardCharsets.ISO_8859_1);
  }

  /**
   * @throws NoticeRefused when one, or all together, hold more than a list ever would, when one is
   *     damaged, or when the file's end is missing
   */
  static void check(byte[] content) {
    int end = Math.max(0, content.length - LONGEST_END);
    if (!new String(content, end, content.length - end, StandardCharsets.ISO_8859_1)
        .contains("%%EOF")) {
      throw FileText.refused(FlagCode.DAMAGED, "这个 PDF 没有结尾,文件可能没有传完。请重新上传。");
    }
    new PdfStreams(content).check();
  }

  private void check() {
    int end = 0;
    for (int at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", end)) {
      int start = at + "stream".length();
      end = start;
      boolean closing = at >= 3 && bytes.startsWith("end", at - 3);
      if (!closing) {
        int close = bytes.indexOf("endstream", start);
        int stop = close < 0 ? content.length : close;
        check(filters(at), afterLineBreak(start), stop);
        end = close < 0 ? content.length : close + "endstream".length();
      }
    }
  }

  private int afterLineBreak(int at) {
    int start = at;
    while (start < content.length
        && start < at + 2
        && (content[start] == '\r' || content[start] == '\n')) {
      start++;
    }
    return start;
  }

  private List<String> filters(int at) {
    String before = bytes.substring(Math.max(0, at - LONGEST_DICTIONARY), at);
    String dictionary = before.substring(before.lastIndexOf("obj") + 1);
    List<String> names = new ArrayList<>();
    Matcher filters = FILTERS.matcher(dictionary);
    if (filters.find()) {
      Matcher name = NAME.matcher(filters.group(1));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names.isEmpty() && dictionary.contains("/Filter") ? List.of("FlateDecode") : names;
  }

  private void check(List<String> filters, int start, int stop) {
    if (filters.size() > MOST_FILTERS) {
      throw FileText.refused(FlagCode.TOO_LARGE, "PDF 内部的数据层层压缩,不像正常的文件。");
    }
    byte[] packed = java.util.Arrays.copyOfRange(content, Math.min(start, stop), stop);
    for (int i = 0; i < filters.size() && UNPACKED.contains(filters.get(i)); i++) {
      Limited unpacked = new Limited(i + 1 < filters.size());
      try {
        unpack(filters.get(i), packed, unpacked);
      } catch (IOException broken) {
        throw FileText.refused(FlagCode.DAMAGED, "PDF 内部的数据已损坏,文字可能不全。请重新保存后再上传。");
      }
      packed = unpacked.kept.toByteArray();
    }
  }

  /** The library reads over damage in deflated data, and leaves out what comes after it. */
  private static void unpack(String filter, byte[] packed, OutputStream out) throws IOException {
    if (filter.startsWith("Fl")) {
      try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
        in.transferTo(out);
      }
    } else {
      FilterFactory.INSTANCE
          .getFilter(COSName.getPDFName(filter))
          .decode(new ByteArrayInputStream(packed), out, new COSDictionary(), 0);
    }
  }

  /** Counts, and keeps what a next filter needs. */
  private final class Limited extends OutputStream {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final boolean keeps;
    private long size;

    Limited(boolean keeps) {
      this.keeps = keeps;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] more, int offset, int length) {
      size += length;
      together += length;
      if (size > LARGEST_STREAM || together > LARGEST_TOGETHER) {
        throw FileText.refused(FlagCode.TOO_LARGE, "PDF 内部的数据解压后过大,是压缩炸弹或不是任务清单。");
      }
      if (keeps) {
        kept.write(more, offset, length);
      }
    }
  }
}
