package org.duban.notice.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a labelled line or a column says about its item, and the words lists use for it. */
public enum Label {
  LEAD("牵头", units("牵头责任", "责任牵头", "牵头", "主办", "主责", "第一责任", "主要责任", "总牵头"), List.of()),
  /** Who answers; whether as lead or beside one is for {@link DutyPolicy} to say. */
  RESPONSIBLE("责任", units("责任", "负责", "承办", "实施", "落实", "责任落实"), List.of("责任主体", "落实主体", "实施主体")),
  SUPPORT("配合", units("协同责任", "配合责任", "责任配合", "配合", "协办", "协同", "协助", "协作", "参与", "参加"), List.of()),
  LEADER(
      "责任领导",
      leaders("牵头责任", "牵头", "责任", "分管", "主管", "联系", "包保", "包抓", "包联", "督办", "挂帅"),
      List.of("主要责任人", "牵头责任人", "第一责任人", "直接责任人", "具体责任人", "责任人", "负责人", "牵头人")),
  DEADLINE(
      "完成时限",
      List.of("完成时限", "完成时间", "完成期限", "完成日期", "完成节点", "计划完成时间", "拟完成时间"),
      List.of(
          "时限要求", "办结时限", "办理时限", "整改时限", "整改期限", "工作时限", "时间要求", "时间节点", "时间安排", "时间进度", "进度安排",
          "进度要求", "推进时限", "任务时限", "时限"));

  private final String chineseName;
  private final List<String> words;

  Label(String chineseName, List<String> words, List<String> others) {
    this.chineseName = chineseName;
    this.words = Stream.concat(words.stream(), others.stream()).toList();
  }

  private static List<String> units(String... roles) {
    return Arrays.stream(roles)
        .flatMap(role -> Stream.of("单位", "部门", "处室", "科室", "股室").map(role::concat))
        .toList();
  }

  private static List<String> leaders(String... roles) {
    return Arrays.stream(roles)
        .flatMap(
            role ->
                Stream.of("领导", "市领导", "县领导", "区领导", "镇领导", "州领导", "旗领导", "省领导").map(role::concat))
        .toList();
  }

  public String chineseName() {
    return chineseName;
  }

  public boolean namesUnits() {
    return this == LEAD || this == RESPONSIBLE || this == SUPPORT;
  }

  /**
   * @param word with or without blanks between its signs
   */
  static Optional<Label> of(String word) {
    String bare = word.replaceAll("\\s", "");
    return Arrays.stream(values()).filter(label -> label.words.contains(bare)).findFirst();
  }

  /** All words, as alternatives of a regular expression; blanks may stand between their signs. */
  static String anyWord() {
    return Arrays.stream(values())
        .flatMap(label -> label.words.stream())
        .sorted((one, other) -> other.length() - one.length())
        .map(word -> String.join("\\s{0,2}", word.split("")))
        .collect(Collectors.joining("|"));
  }
}
