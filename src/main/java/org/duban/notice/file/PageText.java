package org.duban.notice.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.HalfWidth;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of a saved page: a line for each block, and a {@link PipeRow} for each row of a table.
 */
final class PageText {

  private static final Pattern TAGS =
      Pattern.compile(
          "^\\s*<(?:!doctype|html|head|body|meta)\\b|</(?:html|body|div|p|td|li|span)\\s*>|<br\\s*/?>",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> UNSEEN =
      Set.of("head", "script", "style", "noscript", "template", "select", "button");

  private static final int MOST_TAGS = 1_000_000;
  private static final int LONGEST_TEXT = 60_000_000;

  private PageText() {}

  static boolean isPage(String text) {
    return text.indexOf('<') >= 0 && TAGS.matcher(text).find();
  }

  /**
   * @throws NoticeRefused when the page has more tags than any list needs
   */
  static String of(String html) {
    if (html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      throw new NoticeRefused(FlagCode.TOO_LARGE, 1, "网页的标签超过 " + MOST_TAGS + " 个,不像任务清单。");
    }
    Document page = Jsoup.parse(html);
    Lines lines = new Lines(PageTables.of(page));
    page.filter(lines);
    return lines.text.toString();
  }

  /** What stands in a cell that holds no table. */
  static List<String> linesOf(Element cell) {
    Lines lines = new Lines(null);
    cell.filter(lines);
    return lines
        .text
        .toString()
        .lines()
        .map(HalfWidth::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static final class Lines implements NodeFilter {

    private final StringBuilder text = new StringBuilder();
    private final PageTables tables;
    private int preformatted;

    Lines(PageTables tables) {
      this.tables = tables;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element element) {
        if (UNSEEN.contains(element.normalName())) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (tables != null && element.normalName().equals("table") && takeRows(element)) {
          return FilterResult.SKIP_ENTIRELY;
        }
        if (keepsLines(element)) {
          preformatted++;
        }
        breakBefore(element);
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (keepsLines(element)) {
          preformatted--;
        }
        if (element.isBlock()) {
          breakLine();
        }
      }
      return FilterResult.CONTINUE;
    }

    private static boolean keepsLines(Element element) {
      return element.normalName().equals("pre") || element.normalName().equals("textarea");
    }

    private boolean takeRows(Element table) {
      List<String> rows = tables.rows(table);
      if (rows == null) {
        return false;
      }
      breakLine();
      for (String row : rows) {
        text.append(row).append('\n');
        if (text.length() > LONGEST_TEXT) {
          throw new NoticeRefused(FlagCode.TOO_LARGE, 1, "网页里的表格展开后过大,不像任务清单。");
        }
      }
      return true;
    }

    private void breakBefore(Element element) {
      if (element.normalName().equals("br")) {
        text.append('\n');
      } else if (element.isBlock()) {
        breakLine();
      }
    }

    private void breakLine() {
      if (!atLineStart()) {
        text.append('\n');
      }
    }

    private boolean atLineStart() {
      return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    /** A line break in the source is no break on the page, and between Chinese signs no blank. */
    private void append(String words) {
      if (preformatted > 0) {
        text.append(words);
        return;
      }
      int i = 0;
      while (i < words.length()) {
        int end = i;
        while (end < words.length() && Character.isWhitespace(words.charAt(end))) {
          end++;
        }
        if (end == i) {
          text.append(words.charAt(i++));
        } else {
          String blanks = words.substring(i, end);
          boolean wraps = blanks.indexOf('\n') >= 0 && i > 0 && words.charAt(i - 1) > '\u007F';
          text.append(wraps ? "" : " ");
          i = end;
        }
      }
    }
  }
}
