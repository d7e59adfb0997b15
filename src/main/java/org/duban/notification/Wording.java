package org.duban.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duban.notification.Letter.Item;
import org.duban.security.CannotStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts letters into words, in Chinese or English, by the templates in {@code
 * messages/notification_*.properties}. The fact itself stays the sentence it was written down in.
 */
@Component
class Wording {

  private static final int LONGEST_SUBJECT = 60;

  private final ResourceBundleMessageSource templates = new ResourceBundleMessageSource();
  private final String publicUrl;

  /**
   * @param publicUrl under which people reach the program; letters carry no link without it
   * @throws CannotStart when it is no address of the web
   */
  Wording(@Value("${duban.public-url:}") String publicUrl) {
    if (!publicUrl.isBlank() && !publicUrl.matches("https?://[^\\s?#]+")) {
      throw new CannotStart(
          "设置 duban.public-url 的值“" + publicUrl + "”不对：须为网址，例如 https://duban.example.cn。");
    }
    this.publicUrl = publicUrl.strip().replaceFirst("/+$", "");
    templates.setBasename("messages/notification");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setFallbackToSystemLocale(false);
  }

  /** One line. */
  String subject(Letter letter, String language) {
    Item item = letter.items().get(0);
    if (letter.collects()) {
      return say(
          language,
          "subject." + letter.kind(),
          letter.items().size(),
          sayOf("kind", item, language));
    }
    return sayOf("subject", item, language, called(item)).replaceAll("\\s+", " ");
  }

  /** A whole mail to a person. */
  String body(Letter letter, String name, String language) {
    List<String> lines = new ArrayList<>();
    lines.add(say(language, "greeting", name));
    lines.add("");
    lines.add(
        letter.collects()
            ? say(language, "body." + letter.kind(), letter.items().size())
            : sayOf("body", letter.items().get(0), language));
    int number = 0;
    for (Item item : letter.items()) {
      lines.add("");
      lines.addAll(
          facts(
              letter.collects()
                  ? ++number + ". [" + sayOf("kind", item, language) + "] " + called(item)
                  : called(item),
              item,
              language));
    }
    lines.add("");
    lines.add(say(language, "footer"));
    return String.join("\n", lines);
  }

  /** A post to a group. */
  String post(Letter letter, String language) {
    return String.join("\n", facts(subject(letter, language), letter.items().get(0), language));
  }

  /** Where a person finds their task for it; null when the program doesn't know its own address. */
  String link(Item item) {
    if (publicUrl.isEmpty()) {
      return null;
    }
    return item.milestoneId() == null
        ? publicUrl + "/tasks?project=" + encoded(item.projectId())
        : publicUrl + "/tasks?milestone=" + encoded(item.milestoneId());
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private List<String> facts(String head, Item item, String language) {
    List<String> lines = new ArrayList<>();
    lines.add(head);
    lines.add(item.text());
    if (item.due() != null && item.workingDays() != null) {
      lines.add(say(language, "line.due", item.due(), standing(item.workingDays(), language)));
    }
    String link = link(item);
    if (link != null) {
      lines.add(say(language, "line.link", link));
    }
    return lines;
  }

  private String standing(int workingDays, String language) {
    if (workingDays == 0) {
      return say(language, "standing.today");
    }
    return say(
        language, workingDays < 0 ? "standing.left" : "standing.past", Math.abs(workingDays));
  }

  private static String called(Item item) {
    String called = item.title() == null ? item.text() : item.title();
    int length = called.codePointCount(0, called.length());
    return length <= LONGEST_SUBJECT
        ? called
        : called.substring(0, called.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
  }

  /** By the item's kind, or the words for any kind. */
  private String sayOf(String what, Item item, String language, Object... values) {
    Locale locale = Locale.forLanguageTag(language);
    Object[] texts = texts(values);
    String known = templates.getMessage(what + "." + item.kind(), texts, null, locale);
    return known == null ? templates.getMessage(what + ".OTHER", texts, locale) : known;
  }

  private String say(String language, String key, Object... values) {
    return templates.getMessage(key, texts(values), Locale.forLanguageTag(language));
  }

  /** As they are: a template must not set points into numbers. */
  private static Object[] texts(Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = values[i].toString();
    }
    return texts;
  }
}
