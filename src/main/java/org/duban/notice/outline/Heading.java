package org.duban.notice.outline;

import org.duban.notice.line.Passage;

/**
 * The numbered beginning of a paragraph.
 *
 * @param number as printed
 * @param after what follows the number in its line
 */
record Heading(Numbering numbering, String number, int ordinal, Passage after, int line) {

  private static final String FINAL_PUNCTUATION = "。.;:,、!";

  /** Up to the first full stop, without final punctuation. */
  static Passage titleOf(Passage after) {
    int stop = after.text().indexOf('。');
    return after.sub(0, stop < 0 ? after.length() : stop).withoutEnd(FINAL_PUNCTUATION);
  }

  /** What follows the first full stop; empty when nothing does. */
  static Passage restOf(Passage after) {
    int stop = after.text().indexOf('。');
    return after.from(stop < 0 ? after.length() : stop + 1).strip();
  }
}
