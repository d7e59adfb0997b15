package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our translations of the engine's pages, held against the texts that come with its jar. */
class LocalesInStepTest {

  private static final String PAGES = "/META-INF/resources/webjars/camunda/app/";
  private static final List<String> APPS = List.of("tasklist", "welcome", "admin", "cockpit");

  /** What is the same in every language: abbreviations and signs. */
  private static final Set<String> SAME = Set.of("ID", "ID*", "CSV", "JSON", "<", "<=", ">", ">=");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{.*?}}|\\{}|</?(?:a|b|br|code|em|i|p|strong)\\b[^>]*>|&\\w+;|\\n");
  private static final Pattern QUOTED =
      Pattern.compile("[\"']([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\\\?[\"']");
  private static final Pattern TRANSLATED =
      Pattern.compile("[\"']([A-Z][A-Z0-9_]+)\\\\?[\"']\\s*\\|\\s*translate");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void everyTextOfThePageIsTranslatedAndNoOther(String app) throws IOException {
    Set<String> expected = new TreeSet<>(texts(app, "en").keySet());
    askedFor(app).forEach(key -> expected.add("labels/" + key));
    assertThat(texts(app, "zh").keySet()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void placeholdersAndMarkupOfATextAreKept(String app) throws IOException {
    Map<String, String> chinese = texts(app, "zh");
    texts(app, "en")
        .forEach(
            (key, english) ->
                assertThat(placeholders(chinese.get(key)))
                    .as(key)
                    .isEqualTo(placeholders(english)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void everyTextIsInChinese(String app) throws IOException {
    Map<String, String> english = texts(app, "en");
    texts(app, "zh")
        .forEach(
            (key, text) -> {
              if (english.getOrDefault(key, "-").isEmpty()) {
                assertThat(text).as(key).isEmpty();
              } else if (key.startsWith("labels/") && !SAME.contains(text)) {
                assertThat(text).as(key).containsPattern(CHINESE).isNotEqualTo(english.get(key));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "admin", "cockpit"})
  void datesAreWrittenInChineseForm(String app) throws IOException {
    Map<String, String> texts = texts(app, "zh");
    assertThat(texts)
        .containsEntry("dateLocales/longDateFormat/LL", "YYYY年M月D日")
        .containsEntry("dateLocales/longDateFormat/LLLL", "YYYY年M月D日 dddd HH:mm")
        .containsEntry("dateLocales/months/11", "十二月")
        .containsEntry("dateLocales/weekdays/4", "星期四")
        .containsEntry("dateLocales/weekdaysShort/4", "周四");
    texts.forEach(
        (key, text) -> {
          if (key.matches("dateLocales/(months|monthsShort|weekdays.*|relativeTime)/.*")) {
            assertThat(text).as(key).containsPattern(CHINESE);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void everyPageOffersBothLanguages(String app) throws IOException {
    assertThat(text(PAGES + app + "/scripts/config.js"))
        .contains("locales } from \"/duban/webapps.js\"")
        .containsPattern("export default \\{\\s*app,\\s*locales,");
  }

  @Test
  void aBrowserOfAnyOtherLanguageIsAnsweredInChinese() throws IOException {
    assertThat(text("/META-INF/resources/duban/webapps.js"))
        .contains("locales = { availableLocales: [\"zh\", \"en\"], fallbackLocale: \"zh\" }");
  }

  /** Texts a page asks for, which the engine keeps in the file of another page only. */
  private Set<String> askedFor(String app) throws IOException {
    Set<String> known = new TreeSet<>();
    for (String each : APPS) {
      json(each, "en").get("labels").fieldNames().forEachRemaining(known::add);
    }
    String script = text(PAGES + app + "/camunda-" + app + "-bootstrap.js");
    Set<String> asked = matches(QUOTED, script);
    asked.retainAll(known);
    asked.addAll(matches(TRANSLATED, script));
    return asked;
  }

  private static Set<String> matches(Pattern pattern, String script) {
    return pattern
        .matcher(script)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(found -> found.equals("\n") ? found : found.replace(" ", ""))
        .sorted()
        .toList();
  }

  private Map<String, String> texts(String app, String language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    flatten("", json(app, language), texts);
    return texts;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> texts) {
    if (node.isValueNode()) {
      texts.put(path, node.asText());
      return;
    }
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>(node.properties());
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      children.add(Map.entry(String.valueOf(index), node.get(index)));
    }
    children.forEach(
        child ->
            flatten(
                path.isEmpty() ? child.getKey() : path + "/" + child.getKey(),
                child.getValue(),
                texts));
  }

  private JsonNode json(String app, String language) throws IOException {
    // the engine's own files start with a byte order mark
    String text = text(PAGES + app + "/locales/" + language + ".json").replaceFirst("^\uFEFF", "");
    return new ObjectMapper().readTree(text);
  }

  private String text(String resource) throws IOException {
    try (InputStream in = LocalesInStepTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
