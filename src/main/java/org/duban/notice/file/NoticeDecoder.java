package org.duban.notice.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;

/**
 * Decides the encoding of a file: UTF-8 with or without its mark, UTF-16 with its mark or known by
 * its zeros, GB18030 (which holds GBK and GB2312). What decodes in none of them is refused.
 */
final class NoticeDecoder {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** So many characters that decoded well make one that didn't a damage, not another encoding. */
  private static final int WELL_FOR_ONE_DAMAGED = 20;

  String decode(byte[] content) {
    Optional<String> marked = withMark(content);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<String> wide = unmarkedUtf16(content);
    if (wide.isPresent()) {
      return wide.get();
    }
    Attempt utf8 = attempt(content, 0, StandardCharsets.UTF_8);
    if (utf8.failedAt < 0) {
      return utf8.text;
    }
    if (isDamagedUtf8(content)) {
      throw damaged(content, utf8.failedAt, "UTF-8");
    }
    Attempt gb = attempt(content, 0, GB18030);
    if (gb.failedAt < 0) {
      return gb.text;
    }
    throw damaged(content, gb.failedAt, "UTF-8,也不是 GB18030");
  }

  private static Optional<String> withMark(byte[] content) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(required(content, 3, StandardCharsets.UTF_8));
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return Optional.of(required(content, 2, StandardCharsets.UTF_16LE));
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return Optional.of(required(content, 2, StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  /**
   * Digits, letters and line breaks have a zero for one of their two bytes. A text without any
   * can't be told from another encoding; with one, the bytes make writing in one of the two orders
   * only.
   */
  private static Optional<String> unmarkedUtf16(byte[] content) {
    if (content.length < 2 || content.length % 2 != 0 || !hasZero(content)) {
      return Optional.empty();
    }
    Optional<String> little = writing(content, StandardCharsets.UTF_16LE);
    Optional<String> big = writing(content, StandardCharsets.UTF_16BE);
    return little.isPresent() && big.isPresent() ? Optional.empty() : little.or(() -> big);
  }

  private static boolean hasZero(byte[] content) {
    for (byte each : content) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> writing(byte[] content, Charset charset) {
    Attempt attempt = attempt(content, 0, charset);
    return attempt.failedAt < 0 && isMostlyWriting(attempt.text)
        ? Optional.of(attempt.text)
        : Optional.empty();
  }

  private static boolean isMostlyWriting(String text) {
    long known =
        text.chars()
            .filter(
                c ->
                    Character.isIdeographic(c)
                        || c >= ' ' && c < '\u007F'
                        || c == '\n'
                        || c == '\r'
                        || c == '\t'
                        || c >= '\u2000' && c < '\u3100'
                        || c >= '\uFF00' && c < '\uFFF0')
            .count();
    return known * 20 >= text.length() * 19L;
  }

  private static String required(byte[] content, int offset, Charset charset) {
    Attempt attempt = attempt(content, offset, charset);
    if (attempt.failedAt >= 0) {
      throw damaged(content, attempt.failedAt, charset.name());
    }
    return attempt.text;
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private record Attempt(String text, int failedAt) {}

  private static Attempt attempt(byte[] content, int offset, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content, offset, content.length - offset);
    CharBuffer out = CharBuffer.allocate(content.length - offset + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    return result.isError()
        ? new Attempt(null, in.position())
        : new Attempt(out.flip().toString(), -1);
  }

  private static boolean isDamagedUtf8(byte[] content) {
    String lenient = new String(content, StandardCharsets.UTF_8);
    long replaced = lenient.chars().filter(c -> c == '\uFFFD').count();
    long chinese = lenient.chars().filter(Character::isIdeographic).count();
    return chinese > replaced * WELL_FOR_ONE_DAMAGED;
  }

  private static NoticeRefused damaged(byte[] content, int position, String encoding) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (content[i] == '\n') {
        line++;
      }
    }
    return new NoticeRefused(
        FlagCode.NOT_TEXT,
        line,
        "从第" + (position + 1) + "个字节起不是有效的 " + encoding + " 文本,文件已损坏或不是文本。");
  }
}
