package org.duban.programme.listing;

import java.util.HashSet;
import java.util.Set;

/** How alike two titles are, by the pairs of neighbouring characters they share. */
public final class TitleLikeness {

  private TitleLikeness() {}

  /** From 0, nothing in common, to 1, the same but for punctuation and blanks. */
  public static double of(String one, String other) {
    Set<String> first = pairs(one);
    Set<String> second = pairs(other);
    if (plain(one).equals(plain(other))) {
      return 1;
    }
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(second);
    int all = first.size() + second.size();
    return all == 0 ? 0 : 2.0 * shared.size() / all;
  }

  /** The title without punctuation and blanks. */
  public static String plain(String title) {
    return title.replaceAll("[\\p{P}\\s]", "");
  }

  private static Set<String> pairs(String title) {
    String plain = plain(title);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    return pairs;
  }
}
