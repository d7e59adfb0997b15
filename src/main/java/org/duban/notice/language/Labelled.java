package org.duban.notice.language;

import java.util.List;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Passage;

/**
 * A labelled value, such as the names after 牵头部门.
 *
 * @param word the label as printed
 * @param passage the value as printed, without the punctuation that ends it
 * @param goesOn whether the value breaks off, so that the next line belongs to it
 */
public record Labelled(Label label, String word, Passage passage, boolean goesOn, int line) {

  private static final int LONGEST_TIME = 30;

  public String value() {
    return passage.text();
  }

  public Labelled continuedBy(Passage next) {
    return LabelReader.value(label, word, passage.then(separator(), next), line);
  }

  /** Names behind which the deadline stands, (责任单位:甲局、乙局,6月底完成), parted from it. */
  public List<Labelled> withoutTime() {
    if (!label.namesUnits() || goesOn) {
      return List.of(this);
    }
    int end = Math.max(0, passage.length() - 2 * LONGEST_TIME);
    String half = HalfWidth.of(value().substring(end));
    int border = Math.max(half.lastIndexOf(','), half.lastIndexOf(';'));
    String last = half.substring(border + 1).strip();
    boolean time =
        border >= 0
            && end + border > 0
            && last.length() <= LONGEST_TIME
            && !UnitWord.endsWithOne(last)
            && DeadlinePhraseReader.speaksOfDeadline(last);
    return time
        ? List.of(
            new Labelled(label, word, passage.sub(0, end + border).strip(), false, line),
            new Labelled(
                Label.DEADLINE,
                Label.DEADLINE.chineseName(),
                passage.from(end + border + 1).strip(),
                false,
                line))
        : List.of(this);
  }

  private String separator() {
    boolean none = passage.isEmpty() || Brackets.depthAfter(value()) > 0;
    return none ? "" : label == Label.DEADLINE ? "," : "、";
  }
}
