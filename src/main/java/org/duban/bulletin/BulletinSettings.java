package org.duban.bulletin;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How a bulletin looks.
 *
 * @param template a Word file with placeholders, which an office may change
 * @param redHead the words in red at its head; empty leaves the head off
 * @param fonts that take the place of the template's
 */
@ConfigurationProperties("duban.bulletin")
record BulletinSettings(
    @DefaultValue("classpath:config/bulletin.docx") Resource template,
    @DefaultValue("督查通报") String redHead,
    @DefaultValue Fonts fonts) {

  /**
   * The defaults are the ones that GB/T 9704 asks for, by the names that Chinese offices have them
   * installed under.
   *
   * @param title of the title and the red head
   * @param heading of the headings within the text
   * @param body of all else
   */
  record Fonts(
      @DefaultValue(TITLE) String title,
      @DefaultValue(HEADING) String heading,
      @DefaultValue(BODY) String body) {

    static final String TITLE = "方正小标宋简体";
    static final String HEADING = "黑体";
    static final String BODY = "仿宋_GB2312";

    private static final Pattern QUOTED =
        Pattern.compile('"' + "(?:" + TITLE + "|" + HEADING + "|" + BODY + ")" + '"');

    /**
     * A part of the template with these fonts in it. One pass, since one office's title may be in
     * the template's heading font.
     */
    String in(String part) {
      Map<String, String> fonts =
          Map.of(
              quoted(TITLE),
              quoted(title),
              quoted(HEADING),
              quoted(heading),
              quoted(BODY),
              quoted(body));
      return QUOTED
          .matcher(part)
          .replaceAll(found -> Matcher.quoteReplacement(fonts.get(found.group())));
    }

    private static String quoted(String font) {
      return '"' + font.replaceAll("[\"<>&]", "") + '"';
    }
  }
}
