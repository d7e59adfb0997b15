package org.duban.story;

import java.util.ArrayList;
import java.util.List;

/** An act that is refused, or only reads, leaves everything as it was. */
final class WhatIsRefusedChangesNothing implements Witness {

  @Override
  public List<String> against(Scene scene) {
    List<String> changed = new ArrayList<>();
    if (scene.refused() || scene.step().acts().stream().allMatch(act -> act.deed() == Deed.READ)) {
      scene
          .after()
          .rows()
          .forEach((table, rows) -> compare(table, scene.before().of(table), rows, changed));
      scene
          .before()
          .rows()
          .forEach((table, rows) -> compare(table, rows, scene.after().of(table), changed));
    }
    return changed.stream().distinct().limit(6).toList();
  }

  private static void compare(
      String table, List<String> before, List<String> after, List<String> changed) {
    after.stream()
        .filter(row -> !before.contains(row))
        .map(row -> table + ": " + row)
        .forEach(changed::add);
  }
}
