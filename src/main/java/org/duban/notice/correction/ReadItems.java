package org.duban.notice.correction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.notice.Correction;
import org.duban.notice.Draft;
import org.duban.notice.DraftProject;

/** Which item of the text an item of the correction came from: the one with its heading's line. */
public final class ReadItems {

  private final List<Optional<DraftProject>> origins = new ArrayList<>();
  private final List<DraftProject> removed = new ArrayList<>();

  public ReadItems(Correction correction, Draft read) {
    Map<Integer, Deque<DraftProject>> byLine = new HashMap<>();
    for (DraftProject project : read.projects()) {
      byLine.computeIfAbsent(project.line(), any -> new ArrayDeque<>()).add(project);
    }
    for (Correction.Item item : correction.projects()) {
      origins.add(Optional.ofNullable(byLine.get(item.line())).map(Deque::poll));
    }
    byLine.values().forEach(removed::addAll);
  }

  /** Empty for an item that a person added. */
  public Optional<DraftProject> of(int item) {
    return origins.get(item);
  }

  /** The items of the text that the correction no longer has. */
  public List<DraftProject> removed() {
    return removed;
  }
}
