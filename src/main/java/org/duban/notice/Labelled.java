package org.duban.notice;

/**
 * A labelled value, such as the names after 牵头部门.
 *
 * @param word the label as printed
 * @param value as printed, without the punctuation that ends it
 * @param goesOn whether the value breaks off, so that the next line belongs to it
 */
record Labelled(Label label, String word, String value, boolean goesOn, int line) {

  Labelled continuedBy(Line next) {
    return LabelReader.value(label, word, value + separator() + next.text(), line);
  }

  private String separator() {
    boolean none = value.isEmpty() || Brackets.depthAfter(value) > 0;
    return none ? "" : label == Label.DEADLINE ? "," : "、";
  }
}
