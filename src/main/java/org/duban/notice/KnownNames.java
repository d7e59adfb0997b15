package org.duban.notice;

import java.util.List;

/** The departments a list may name. The reader asks; it never decides who was meant. */
public interface KnownNames {

  /** Whether a department carried this name, as printed, in that year. */
  boolean knows(String printedName, int year);

  /** Names of that year that come near, the nearest first; empty when none does. */
  List<String> nearest(String printedName, int year);
}
