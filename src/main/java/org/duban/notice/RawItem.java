package org.duban.notice;

import java.util.ArrayList;
import java.util.List;

/** The lines of one item, sorted by what they are. */
final class RawItem {

  private final Heading heading;
  private final List<Line> body = new ArrayList<>();
  private final List<Labelled> labelled = new ArrayList<>();
  private final List<Line> unplaced = new ArrayList<>();
  private boolean bodyBeforeLabels;

  RawItem(Heading heading) {
    this.heading = heading;
  }

  Heading heading() {
    return heading;
  }

  List<Line> body() {
    return body;
  }

  /** Lines after the labels of an item whose body stands before them. */
  List<Line> unplaced() {
    return unplaced;
  }

  List<Labelled> labelled() {
    return labelled;
  }

  List<Labelled> labelled(Label label) {
    return labelled.stream().filter(value -> value.label() == label).toList();
  }

  void add(Line line) {
    LabelReader.LabelledLine read = LabelReader.read(line);
    if (!read.before().isEmpty()) {
      place(new Line(line.number(), read.before()), !read.values().isEmpty());
    }
    labelled.addAll(read.values());
  }

  private void place(Line line, boolean beforeLabel) {
    if (labelled.isEmpty()) {
      body.add(line);
      bodyBeforeLabels = true;
    } else if (!beforeLabel && lastLabelled().goesOn()) {
      labelled.set(labelled.size() - 1, lastLabelled().continuedBy(line));
    } else if (bodyBeforeLabels) {
      unplaced.add(line);
    } else {
      body.add(line);
    }
  }

  private Labelled lastLabelled() {
    return labelled.get(labelled.size() - 1);
  }
}
