package org.duban.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a labelled line says about its item, and the words lists use for it. */
enum Label {
  LEAD("牵头", "牵头部门", "牵头单位", "主办单位", "主办部门", "责任单位", "责任部门", "主责单位", "主责部门"),
  SUPPORT("配合", "配合部门", "配合单位", "协办单位", "协办部门", "协同单位", "协同部门", "参与单位", "参与部门", "参加单位"),
  DEADLINE("完成时限", "完成时限", "完成时间", "完成期限", "时限要求", "办结时限");

  private final String chineseName;
  private final List<String> words;

  Label(String chineseName, String... words) {
    this.chineseName = chineseName;
    this.words = List.of(words);
  }

  String chineseName() {
    return chineseName;
  }

  static Optional<Label> of(String word) {
    return Arrays.stream(values()).filter(label -> label.words.contains(word)).findFirst();
  }

  /** All words, as alternatives of a regular expression. */
  static String anyWord() {
    return Arrays.stream(values())
        .flatMap(label -> label.words.stream())
        .collect(Collectors.joining("|"));
  }
}
