package org.duban.notice;

/**
 * Something a person must look at.
 *
 * @param code one of {@link FlagCode}
 * @param line where it stands, counted from 1
 * @param message a Chinese sentence with line and reason
 */
public record Flag(String code, int line, String message) {

  /** Whether registration must wait until this is settled. An unknown code does block. */
  public boolean blocking() {
    for (FlagCode known : FlagCode.values()) {
      if (known.name().equals(code)) {
        return known.blocking();
      }
    }
    return true;
  }

  /** How a person is told of a line where nothing better is known, as 第12行. */
  public static String usualPlace(int line) {
    return "第" + line + "行";
  }
}
