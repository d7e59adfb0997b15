package org.duban.notice;

/**
 * A labelled value, such as the names after 牵头部门.
 *
 * @param word the label as printed
 * @param passage the value as printed, without the punctuation that ends it
 * @param goesOn whether the value breaks off, so that the next line belongs to it
 */
record Labelled(Label label, String word, Passage passage, boolean goesOn, int line) {

  String value() {
    return passage.text();
  }

  Labelled continuedBy(Passage next) {
    return LabelReader.value(label, word, passage.then(separator(), next), line);
  }

  private String separator() {
    boolean none = passage.isEmpty() || Brackets.depthAfter(value()) > 0;
    return none ? "" : label == Label.DEADLINE ? "," : "、";
  }
}
