package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.language.Label;
import org.duban.notice.language.Labelled;
import org.duban.notice.language.TextDeadline;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.Line;

/** The items of a list: the deepest numbered parts that carry units of their own. */
public final class RawList {

  private final List<RawItem> items = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<Outline.Part> skipped = new ArrayList<>();
  private int numbered;
  private int firstNumbered;

  /** Numbers that follow each other, with the line where they begin. */
  private record Run(Numbering numbering, int line, TreeSet<Integer> values) {}

  private RawList() {}

  public static RawList of(List<Block> blocks) {
    RawList list = new RawList();
    Outline.Part root = Outline.of(blocks);
    list.readParts(root, List.of(), null);
    list.count(root);
    if (list.items.isEmpty()) {
      LooseItems loose = LooseItems.of(blocks);
      list.items.addAll(loose.items());
      list.flags.addAll(loose.flags());
    }
    list.flagGaps();
    list.flagStrayRows(blocks);
    list.flagSkipped();
    return list;
  }

  public List<RawItem> items() {
    return items;
  }

  public List<Flag> flags() {
    return flags;
  }

  /** How many numbered paragraphs the text has, items or not. */
  public int numbered() {
    return numbered;
  }

  public int firstNumbered() {
    return firstNumbered;
  }

  private void count(Outline.Part part) {
    if (part.numbering() != null) {
      firstNumbered = numbered++ == 0 ? part.raw().line() : firstNumbered;
    }
    part.parts().forEach(this::count);
  }

  private void readParts(Outline.Part whole, List<String> parents, RawItem above) {
    for (List<Outline.Part> mates : matesIn(whole.parts())) {
      boolean hasItem = mates.stream().anyMatch(part -> part.isLabelled() && !part.labelledBelow());
      boolean inherits = above != null;
      int read = items.size();
      for (Outline.Part part : mates) {
        if (part.labelledBelow()) {
          enter(part, parents, above);
        } else if (part.isLabelled() || (part.numbering() != null && (hasItem || inherits))) {
          items.add(item(part, parents, above));
        } else if (part.numbering() != null) {
          skipped.add(part);
        }
      }
      if (hasItem && items.size() > read) {
        noteNumbers(mates);
      }
    }
  }

  private void enter(Outline.Part part, List<String> parents, RawItem above) {
    List<String> inner = new ArrayList<>(parents);
    RawItem raw = part.raw();
    if (raw.title() != null && !raw.title().isEmpty()) {
      inner.add(raw.title().text());
    }
    boolean dated = part.numbering() != null && raw.labelled(Label.DEADLINE).isEmpty();
    if (dated) {
      TextDeadline.ofTitle(raw.title()).ifPresent(raw.labelled()::add);
    }
    RawItem next = raw.labelled().isEmpty() ? above : raw;
    readParts(part, inner, next);
  }

  private RawItem item(Outline.Part part, List<String> parents, RawItem above) {
    RawItem item = part.raw();
    List<String> all = new ArrayList<>(parents);
    all.addAll(item.parents());
    item.parents(all);
    part.parts().forEach(inner -> item.body().addAll(inner.lines()));
    if (above != null) {
      inherit(item, above);
    }
    return item;
  }

  private static void inherit(RawItem item, RawItem above) {
    boolean units = !item.namesUnits() && item.bareUnits() == null && above.namesUnits();
    boolean deadline =
        item.labelled(Label.DEADLINE).isEmpty() && !above.labelled(Label.DEADLINE).isEmpty();
    for (Labelled value : above.labelled()) {
      if (value.label().namesUnits() ? units : value.label() == Label.DEADLINE && deadline) {
        item.labelled().add(value);
      }
    }
    if (units || deadline) {
      String what = units && deadline ? "责任单位和时限" : units ? "责任单位" : "时限";
      item.notes()
          .add(
              FlagCode.INHERITED.at(
                  item.line(),
                  "第" + item.number() + "项没有写明" + what + ",按第" + above.line() + "行的上级事项处理,请核对。"));
    }
  }

  /**
   * Parts side by side with one numbering. Where the numbers begin anew behind parts without any
   * label, those stood in another text: the letter that came with the list.
   */
  private static List<List<Outline.Part>> matesIn(List<Outline.Part> parts) {
    List<List<Outline.Part>> runs = new ArrayList<>();
    List<Outline.Part> run = new ArrayList<>();
    boolean labelled = false;
    for (Outline.Part part : parts) {
      boolean another = !run.isEmpty() && run.get(0).numbering() != part.numbering();
      boolean row = !run.isEmpty() && run.get(0).isRow() != part.isRow();
      boolean anew = !labelled && !run.isEmpty() && part.raw().value() == 1;
      if (another || anew || row) {
        runs.add(run);
        run = new ArrayList<>();
        labelled = false;
      }
      run.add(part);
      labelled |= part.labelledAnywhere();
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  private void noteNumbers(List<Outline.Part> mates) {
    TreeSet<Integer> values = new TreeSet<>();
    Map<Integer, RawItem> earlier = new HashMap<>();
    RawItem before = null;
    for (Outline.Part part : mates) {
      RawItem item = part.raw();
      boolean shared = part.isRow() && before != null && before.value() == item.value();
      if (item.value() > 0) {
        values.add(item.value());
        RawItem same = earlier.putIfAbsent(item.value(), item);
        if (same != null && !shared) {
          item.notes().add(duplicate(item, same));
        }
      }
      before = item;
    }
    Numbering numbering = mates.get(0).numbering();
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    boolean goesOn =
        last != null
            && last.numbering == numbering
            && !values.isEmpty()
            && !values.contains(1)
            && !last.values.isEmpty()
            && values.first() > last.values.first();
    if (goesOn) {
      last.values.addAll(values);
    } else {
      runs.add(new Run(numbering, mates.get(0).raw().line(), values));
    }
  }

  private static Flag duplicate(RawItem item, RawItem earlier) {
    return FlagCode.DUPLICATE_NUMBER.at(
        item.line(), "第" + item.number() + "项与第" + earlier.line() + "行的编号重复。");
  }

  /** What looks like a row behind a table but isn't in it was cut off from its head. */
  private void flagStrayRows(List<Block> blocks) {
    boolean behindTable = false;
    for (Block block : blocks) {
      behindTable |= block.table() != null;
      Line line = block.line();
      if (behindTable && line != null && CellSplit.isRow(line.text())) {
        flags.add(
            FlagCode.UNREADABLE_ROW.at(
                line.number(), Excerpt.of(line.text()) + "像表格的一行,但与表头断开,没有读入。"));
      }
    }
  }

  private void flagGaps() {
    for (Run run : runs) {
      NumberGapPolicy.missing(run.values)
          .ifPresent(missing -> flags.add(FlagCode.NUMBER_GAP.at(run.line, "缺少" + missing + "。")));
    }
  }

  /** Before the first item stands the letter that came with the list; it isn't asked about. */
  private void flagSkipped() {
    int first = items.isEmpty() ? Integer.MAX_VALUE : items.get(0).line();
    for (Outline.Part part : skipped) {
      RawItem raw = part.raw();
      if (raw.line() > first) {
        flags.add(
            FlagCode.SKIPPED_SECTION.at(
                raw.line(),
                Excerpt.of(raw.number() + " " + raw.title().text()) + "没有写明责任单位和时限,没有作为事项读入。"));
      }
    }
  }
}
