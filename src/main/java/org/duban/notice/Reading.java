package org.duban.notice;

import java.util.List;

/**
 * A draft with the text it was read from, so that each field can be shown at its place.
 *
 * @param lines line 1 first, without blanks at the ends; an empty line is an empty string
 */
public record Reading(List<String> lines, Draft draft) {
  public Reading {
    lines = List.copyOf(lines);
  }
}
