package org.duban.notice.language;

import java.util.List;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;

/** Whether a list says, once for all items, that of several units the first named leads. */
public final class LeadRule {

  private static final Pattern FIRST_LEADS =
      Pattern.compile(
          "(?:列|排|居|位列|位于|排名|排序|名列)(?:在)?(?:第一|首|最前)(?:位|个|名|面)?[^。;]{0,14}(?:为|是|系|即|担任)[^。;]{0,8}牵头"
              + "|第一(?:个|家|位)?(?:责任)?(?:单位|部门)[^。;]{0,6}(?:为|是|系)[^。;]{0,6}牵头"
              + "|(?:首位|首个|排在前面|列在前面)[^。;]{0,10}(?:为|是|系)[^。;]{0,6}牵头");

  private static final String LEADS = "牵头";
  private static final int LONGEST = 48;

  private LeadRule() {}

  static boolean isIn(String text) {
    for (int at = text.indexOf(LEADS); at >= 0; at = text.indexOf(LEADS, at + LEADS.length())) {
      String before = text.substring(Math.max(0, at - LONGEST), at + LEADS.length());
      if (FIRST_LEADS.matcher(HalfWidth.of(before)).find()) {
        return true;
      }
    }
    return false;
  }

  public static boolean isStatedIn(List<Line> lines) {
    return lines.stream().anyMatch(line -> isIn(line.text()));
  }
}
