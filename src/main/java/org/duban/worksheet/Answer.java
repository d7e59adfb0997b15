package org.duban.worksheet;

import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody filled in for one task, as they typed it. Cells left empty are left out.
 *
 * @param row in the file, counted from 1
 * @param item what the row says it is about
 * @param values by the names of the columns; a date as ISO says it where it is one
 * @param figures by the numbers of the commitments
 * @param problem why it can't be taken as it stands, null where the file gives no reason
 */
public record Answer(
    String key,
    WorkKind kind,
    int row,
    String item,
    Map<String, String> values,
    Map<Integer, String> figures,
    String problem) {

  public Answer {
    values = Map.copyOf(values);
    figures = new TreeMap<>(figures);
  }

  /** Nothing was filled in, so nothing is to be done. */
  public boolean untouched() {
    return values.isEmpty() && figures.isEmpty() && problem == null;
  }
}
