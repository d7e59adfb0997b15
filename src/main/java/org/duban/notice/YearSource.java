package org.duban.notice;

/** Where the year of a date came from. */
public enum YearSource {
  /** It is printed with the date. */
  PRINTED,
  /** A word names it from the list's year or the date before: 次年, 今年. */
  RELATIVE,
  /** The date before, in the same deadline, has it. */
  EARLIER_DATE,
  /** The list's title. */
  TITLE,
  /** The text before the first item, which names one year only. */
  PREFACE,
  /** The deadlines of the list, which name one year only. */
  DEADLINES
}
