package org.duban.notice.outline;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.duban.notice.language.ChineseNumber;

/** The ways a list numbers its items, the outermost first. */
enum Numbering {
  /** 一、 */
  CHINESE("([" + ChineseNumber.CHARACTERS + "]{1,9})\\s*(?:、|\\.(?!\\d))") {
    @Override
    OptionalInt ordinal(String printed) {
      return ChineseNumber.read(printed);
    }
  },
  /** (一) */
  BRACKETED_CHINESE("(\\(\\s?[" + ChineseNumber.CHARACTERS + "]{1,9}\\s?\\))[、.]?") {
    @Override
    OptionalInt ordinal(String printed) {
      return ChineseNumber.read(printed.substring(1, printed.length() - 1).strip());
    }
  },
  /** 1、 or 1. but not 1.3 */
  ARABIC("(\\d{1,5})\\s*(?:、(?!\\d{1,3}[、号])|\\.(?!\\d))") {
    @Override
    OptionalInt ordinal(String printed) {
      return positive(printed);
    }
  },
  /** (1) or 1) */
  BRACKETED_ARABIC("(\\(\\s?\\d{1,4}\\s?\\)|\\d{1,4}\\))[、.]?") {
    @Override
    OptionalInt ordinal(String printed) {
      return positive(printed.replaceAll("[()\\s]", ""));
    }
  },
  /** ① */
  CIRCLED("([①-⑳])[、.]?") {
    @Override
    OptionalInt ordinal(String printed) {
      return OptionalInt.of(printed.charAt(0) - '①' + 1);
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

  private static OptionalInt positive(String digits) {
    int value = Integer.parseInt(digits);
    return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
