package org.duban.notice.language;

import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;

/** The words that names of offices, bodies and firms end with. */
public final class UnitWord {

  private static final Pattern END =
      Pattern.compile(
          ".*(?:局|委|办|室|部|厅|署|院|会|中心|公司|集团|政府|管委会|街道|镇|乡|区|县|市|州|处|所|站|队|馆|校|社|行|指挥部|单位|部门|地|专班|园|法院|学校|工会|妇联|残联|联|团委)(?:\\([^()]{1,20}\\))?[、,;]?");

  private static final Pattern NEVER =
      Pattern.compile(".*[。:\\d].*|^(?:完成|新建|建设|改造|实施|推进|开展).{4,}");

  private UnitWord() {}

  public static boolean endsWithOne(String text) {
    String half = HalfWidth.of(text);
    return END.matcher(half).matches() && !NEVER.matcher(half).matches();
  }
}
