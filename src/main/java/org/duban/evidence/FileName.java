package org.duban.evidence;

import java.util.Locale;

/**
 * A name as people gave it, without what could lead astray: folders, control characters, length.
 */
record FileName(String text) {

  private static final int LONGEST = 150;

  static FileName of(String given) {
    String name = given == null ? "" : given.replace('\\', '/');
    name = name.substring(name.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    if (name.length() > LONGEST) {
      int dot = name.lastIndexOf('.');
      String ending = dot < name.length() - 10 ? "" : name.substring(dot);
      name = name.substring(0, LONGEST - ending.length()) + ending;
    }
    return new FileName(name.isBlank() ? "未命名" : name);
  }

  /** Without the dot, in small letters; empty when there is none. */
  String ending() {
    int dot = text.lastIndexOf('.');
    return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
