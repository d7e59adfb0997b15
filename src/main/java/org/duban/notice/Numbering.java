package org.duban.notice;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The ways a list numbers its items, the outermost first. */
enum Numbering {
  /** 一、 */
  CHINESE("([" + ChineseNumber.CHARACTERS + "]{1,9})\\s*[、.](?!\\d)") {
    @Override
    OptionalInt ordinal(String printed) {
      return ChineseNumber.read(printed);
    }
  },
  /** 1、 or 1. but not 1.3 */
  ARABIC("(\\d{1,5})\\s*[、.](?!\\d)") {
    @Override
    OptionalInt ordinal(String printed) {
      int value = Integer.parseInt(printed);
      return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
  };

  private final Pattern pattern;

  Numbering(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** Looked for at the start of a half-width line; group 1 is the number. */
  Pattern pattern() {
    return pattern;
  }

  abstract OptionalInt ordinal(String printed);
}
