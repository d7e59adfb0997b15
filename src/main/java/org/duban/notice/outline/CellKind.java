package org.duban.notice.outline;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;

/**
 * What a cell that stands alone in its line seems to hold. A guess: it decides nothing but whether
 * to ask.
 */
enum CellKind {
  UNITS,
  DEADLINE,
  OTHER;

  private static final int LONGEST_DEADLINE = 40;
  private static final int LONGEST_UNITS = 300;
  private static final int LONGEST_REST = 2;

  private static final Pattern DATE_WORDS =
      Pattern.compile(
          "\\d{4}\\s?[./-]\\s?\\d{1,2}(?:\\s?[./-]\\s?\\d{1,2})?|\\d{1,4}\\s?[年月日]|第?[一二三四1-4]季度|[上中下]旬"
              + "|[上下]半年|今年|当年|年[底内末初]|月[底内末初]|[底前]|全年|常年|长期|坚持|持续|推进|完成|取得|阶段性|成效"
              + "|每[年月周]|每季度?|[、,;至到~—./\\s-]");

  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

  private static final Pattern UNIT =
      Pattern.compile(
          ".{1,24}(?:局|委|办|部|厅|处|室|会|院|署|街道|镇|乡|区|县|市|集团|公司|队|中心|政府|单位|部门|银行|团|社|站|所|馆|等)");

  private static final Pattern DOING =
      Pattern.compile(
          "(?:新建|建设|改造|推进|实施|完善|加强|打造|提升|建成|完成|开展|新增|组织|支持|推动|优化|深化|落实|做好|启动|创建"
              + "|强化|健全|培育|引进|举办|修建|扩建|改扩建|整治|加快|保障).*");

  static CellKind of(String text) {
    String half = HalfWidth.of(text);
    if (half.length() <= LONGEST_DEADLINE && isDeadline(half)) {
      return DEADLINE;
    }
    return half.length() <= LONGEST_UNITS && areUnits(half) ? UNITS : OTHER;
  }

  private static boolean isDeadline(String half) {
    String rest = DATE_WORDS.matcher(half).replaceAll("");
    boolean said = rest.length() < half.length() && half.matches(".*[年月季旬期续常].*|\\d{4}.*\\d");
    return said && rest.length() <= LONGEST_REST;
  }

  private static boolean areUnits(String half) {
    if (DOING.matcher(half).matches()) {
      return false;
    }
    String[] names = BRACKETS.matcher(half).replaceAll("").split("[、,;/\\s]+");
    return names.length > 0 && Arrays.stream(names).allMatch(name -> UNIT.matcher(name).matches());
  }
}
