package org.duban.notice;

/** How a reported number is held against a target. */
public enum Operator {
  /** The number itself: no word widens it. */
  EQ,
  /** At least: 不少于, 不低于, 至少, 以上, 多, 余. */
  GE,
  /** At most: 不超过, 以内, 以下. */
  LE,
  /** About: 约, 近, 左右. */
  APPROX
}
