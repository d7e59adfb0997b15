package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.language.Label;
import org.duban.notice.language.LabelReader;
import org.duban.notice.language.Labelled;
import org.duban.notice.language.UnitsBracket;
import org.duban.notice.line.Line;
import org.duban.notice.line.Passage;

/** The lines of one numbered thing, sorted by what they are. */
public final class RawItem {

  private final String number;
  private final int value;
  private final int line;
  private Passage title;
  private List<String> parents = List.of();
  private final List<Passage> body = new ArrayList<>();
  private final List<Labelled> labelled = new ArrayList<>();
  private final List<Passage> unplaced = new ArrayList<>();
  private final List<Flag> notes = new ArrayList<>();
  private Labelled bareUnits;
  private boolean bodyBeforeLabels;
  private int inline;

  /**
   * @param number as printed
   * @param value the same as a number
   */
  RawItem(String number, int value, Passage title, int line) {
    this.number = number;
    this.value = value;
    this.title = title;
    this.line = line;
  }

  /** Begins an item with all that its heading line holds. */
  static RawItem begin(Heading heading) {
    LabelReader.LabelledLine read = LabelReader.read(heading.after());
    UnitsBracket.Read bracket = UnitsBracket.read(read.before());
    Passage text = bracket.text();
    RawItem item =
        new RawItem(heading.number(), heading.ordinal(), Heading.titleOf(text), heading.line());
    Passage rest = Heading.restOf(text);
    if (!rest.isEmpty()) {
      item.body.add(rest);
      item.bodyBeforeLabels = true;
    }
    item.bareUnits = bracket.bare();
    item.append(bracket);
    item.append(read);
    item.inline = item.labelled.size();
    if (!read.behind().isEmpty()) {
      item.body.add(read.behind());
    }
    return item;
  }

  String number() {
    return number;
  }

  public int value() {
    return value;
  }

  public int line() {
    return line;
  }

  Passage title() {
    return title;
  }

  void title(Passage another) {
    title = another;
  }

  /** The titles of what it stands under, the outermost first. */
  List<String> parents() {
    return parents;
  }

  void parents(List<String> titles) {
    parents = List.copyOf(titles);
  }

  List<Passage> body() {
    return body;
  }

  /** Lines after the labels of an item whose body stands before them. */
  List<Passage> unplaced() {
    return unplaced;
  }

  /** What was noticed while its parts were put together. */
  List<Flag> notes() {
    return notes;
  }

  public List<Labelled> labelled() {
    return labelled;
  }

  public List<Labelled> labelled(Label label) {
    return labelled.stream().filter(one -> one.label() == label).toList();
  }

  boolean namesUnits() {
    return labelled.stream().anyMatch(one -> one.label().namesUnits());
  }

  boolean isLabelled() {
    return !labelled.isEmpty() || bareUnits != null;
  }

  /** Whether all its labels stand in lines of their own, behind the text. */
  boolean labelsStandAlone() {
    return !labelled.isEmpty() && inline == 0 && bareUnits == null;
  }

  /** Units of a bracket that says nothing but names, for an item that names none otherwise. */
  Labelled bareUnits() {
    return bareUnits;
  }

  /** Hands its labels over, as those of what it stands in. */
  void giveLabelsTo(RawItem parent) {
    labelled.forEach(one -> parent.append(List.of(one)));
    parent.unplaced.addAll(unplaced);
    labelled.clear();
    unplaced.clear();
  }

  /**
   * @return what of the line is text, and neither label nor the units in a bracket
   */
  Passage add(Line line) {
    LabelReader.LabelledLine read = LabelReader.read(line);
    Passage text = read.before();
    if (!text.isEmpty()) {
      text = place(text, !read.values().isEmpty());
    }
    inline += read.before().isEmpty() ? 0 : read.values().size();
    append(read);
    if (!read.behind().isEmpty()) {
      body.add(read.behind());
    }
    return text;
  }

  private Passage place(Passage line, boolean beforeLabel) {
    if (!labelled.isEmpty() && !beforeLabel && lastLabelled().goesOn()) {
      labelled.set(labelled.size() - 1, lastLabelled().continuedBy(line));
      return line.sub(0, 0);
    }
    UnitsBracket.Read bracket = UnitsBracket.read(line);
    bareUnits = bracket.bare() == null ? bareUnits : bracket.bare();
    boolean first = labelled.isEmpty();
    append(bracket);
    Passage text = bracket.text();
    if (text.isEmpty()) {
      return text;
    }
    inline += bracket.values().size();
    if (!first && bodyBeforeLabels) {
      unplaced.add(text);
    } else {
      body.add(text);
      bodyBeforeLabels |= first;
    }
    return text;
  }

  private void append(LabelReader.LabelledLine line) {
    line.values().forEach(one -> append(List.of(one)));
  }

  private void append(UnitsBracket.Read bracket) {
    bracket.values().forEach(this::append);
  }

  /** Adds what one place of the text says; the same label in another place is doubted. */
  public void append(List<Labelled> printed) {
    List<Labelled> values = printed.stream().flatMap(one -> one.withoutTime().stream()).toList();
    for (Labelled value : values) {
      boolean repeated =
          value.label() != Label.LEADER
              && labelled.stream().anyMatch(one -> one.label() == value.label());
      if (repeated) {
        notes.add(
            FlagCode.REPEATED_LABEL.at(
                value.line(),
                "“" + value.word() + "”在同一项中又写了一次" + value.label().chineseName() + ",可能缺少下一项的标题。"));
        break;
      }
    }
    labelled.addAll(values);
  }

  private Labelled lastLabelled() {
    return labelled.get(labelled.size() - 1);
  }
}
