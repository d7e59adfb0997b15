package org.duban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.escalation.Rung;
import org.duban.security.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

  private static final Pattern VALUE = Pattern.compile("\\{\\d+}");

  private final Properties chinese = read("zh");
  private final Properties english = read("en");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()));
    for (String key : chinese.stringPropertyNames()) {
      assertThat(values(english.getProperty(key)))
          .as(key)
          .isEqualTo(values(chinese.getProperty(key)));
      assertThat(english.getProperty(key)).as("an apostrophe is a quote there").doesNotContain("'");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Rung.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyRungHasItsOwnWords(Rung rung) {
    for (String what : List.of("kind.", "subject.", "body.")) {
      assertThat(chinese).containsKey(what + rung);
    }
  }

  @Test
  void aKindWithoutWordsOfItsOwnIsToldInGeneralOnes() {
    Letter letter = letter("SOMETHING_NEW", "事实{0}'。");
    Wording wording = new Wording("");

    assertThat(wording.subject(letter, "zh")).isEqualTo("【督办】事实{0}'。");
    assertThat(wording.body(letter, "王一", "en"))
        .startsWith("Dear 王一,")
        .contains("事实{0}'。")
        .doesNotContain("See:", "null");
  }

  @Test
  void aSubjectIsOneLine() {
    assertThat(new Wording("").subject(letter("REMINDER", "一\r\nBcc: x@example.cn"), "zh"))
        .isEqualTo("【催办】一 Bcc: x@example.cn");
  }

  @Test
  void anAddressOfOnesOwnThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new Wording("duban.example.cn"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("duban.public-url");
  }

  private static Letter letter(String kind, String text) {
    return new Letter(
        1,
        Instant.EPOCH,
        kind,
        "scjg",
        "mail",
        List.of(),
        1,
        List.of(new Letter.Item("p", "m", kind, text, null, null, null)));
  }

  private static TreeSet<String> values(String template) {
    return VALUE
        .matcher(template)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String language) {
    Properties texts = new Properties();
    try (Reader in =
        new InputStreamReader(
            TemplatesTest.class.getResourceAsStream(
                "/messages/notification_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }
}
