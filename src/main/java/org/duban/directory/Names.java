package org.duban.directory;

import java.text.Normalizer;

/** How alike two printed names are. */
final class Names {

  /** An abbreviation leaves characters out, so its likeness by distance alone would be poor. */
  private static final double ABBREVIATED = 0.6;

  private Names() {}

  /** The form names are compared in: one width of brackets and letters, no spaces. */
  static String plain(String printed) {
    return Normalizer.normalize(printed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
  }

  /**
   * @return 1 for equal names down to 0 for names that share nothing; from 0.5 on they are near
   */
  static double likeness(String one, String other) {
    String a = plain(one);
    String b = plain(other);
    int longer = Math.max(a.length(), b.length());
    if (Math.min(a.length(), b.length()) < 2) {
      return 0;
    }
    double byDistance = 1 - distance(a, b) / (double) longer;
    return abbreviates(a, b) || abbreviates(b, a)
        ? Math.max(byDistance, ABBREVIATED + byDistance / 10)
        : byDistance;
  }

  /** Whether the short name's characters all occur in the full one, in their order. */
  private static boolean abbreviates(String shortName, String full) {
    int from = 0;
    for (char c : shortName.toCharArray()) {
      from = full.indexOf(c, from) + 1;
      if (from == 0) {
        return false;
      }
    }
    return true;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
