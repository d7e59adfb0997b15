package org.duban.notice;

/** The rule by which a phrase was given its last day. */
public enum DateRule {
  /** The day is printed: 9月30日前. */
  DAY,
  /** 上旬 ends on the 10th, 中旬 on the 20th, 下旬 with the month. */
  TENTH_OF_MONTH,
  /** 9月底, or the month alone. */
  MONTH_END,
  /** 三季度末. */
  QUARTER_END,
  /** 上半年 ends on 30 June. */
  HALF_YEAR_END,
  /** 年底, 年内, 全年, or the year alone. */
  YEAR_END,
  /** 每季度, 每月25日前: without an end. */
  RECURRING,
  /** 长期坚持, 持续推进. */
  WITHOUT_END
}
