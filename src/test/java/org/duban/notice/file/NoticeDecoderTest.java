package org.duban.notice.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.duban.notice.NoticeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeDecoderTest {

  private static final String TEXT = "一、关爱困难群众。\n牵头部门:党政办公室(宣传)\n";

  private final NoticeDecoder decoder = new NoticeDecoder();

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "GBK"})
  void decodesWithoutAMark(String charset) {
    assertThat(decoder.decode(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void decodesByItsMark(String charset) {
    assertThat(decoder.decode(("\uFEFF" + TEXT).getBytes(Charset.forName(charset))))
        .isEqualTo(TEXT);
  }

  @Test
  void damagedUtf8IsRefusedWithItsLineAndNotReadAsAnotherEncoding() {
    byte[] bytes = (TEXT + "配合部门:财政金融局").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = 'x';

    assertThatThrownBy(() -> decoder.decode(bytes))
        .isInstanceOfSatisfying(
            NoticeRefused.class,
            refused ->
                assertThat(refused.flags())
                    .singleElement()
                    .satisfies(
                        flag -> {
                          assertThat(flag.code()).isEqualTo("NOT_TEXT");
                          assertThat(flag.line()).isEqualTo(3);
                          assertThat(flag.message()).startsWith("第3行:").contains("UTF-8");
                        }));
  }

  @Test
  void bytesOfNoEncodingAreRefused() {
    byte[] bytes = {'a', '\n', (byte) 0xFF, (byte) 0xFF, (byte) 0x80, (byte) 0x01};

    assertThatThrownBy(() -> decoder.decode(bytes))
        .isInstanceOf(NoticeRefused.class)
        .hasMessageContaining("第2行");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void decodesUtf16WithoutAMarkByItsZeros(String charset) {
    assertThat(decoder.decode(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
  }
}
