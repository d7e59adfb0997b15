package org.duban.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text cut into its items.
 *
 * @param preface the lines before the first item, without page furniture
 */
record RawList(List<Line> preface, List<RawItem> items) {

  static RawList of(List<Line> lines, HeadingReader headings) {
    List<Line> preface = new ArrayList<>();
    List<RawItem> items = new ArrayList<>();
    for (Line line : withoutFoot(lines, headings)) {
      if (PageFurniture.is(line)) {
        continue;
      }
      Optional<Heading> heading = headings.read(line);
      if (heading.isPresent()) {
        items.add(begin(heading.get()));
      } else if (items.isEmpty()) {
        preface.add(line);
      } else {
        items.get(items.size() - 1).add(line);
      }
    }
    return new RawList(preface, items);
  }

  private static RawItem begin(Heading heading) {
    RawItem item = new RawItem(heading);
    if (!heading.rest().isEmpty()) {
      item.add(new Line(heading.line(), heading.rest()));
    }
    return item;
  }

  private static List<Line> withoutFoot(List<Line> lines, HeadingReader headings) {
    int foot = lines.size();
    for (int i = lines.size() - 1; i >= 0 && headings.read(lines.get(i)).isEmpty(); i--) {
      if (PageFurniture.beginsFoot(lines.get(i))) {
        foot = i;
      }
    }
    return lines.subList(0, foot);
  }
}
