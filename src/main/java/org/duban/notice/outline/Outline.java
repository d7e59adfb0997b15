package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;
import org.duban.notice.line.PageFurniture;
import org.duban.notice.line.Passage;

/** The text as a tree of its numbered parts, with the rows of its tables as leaves. */
final class Outline {

  private static final Pattern ANNEX =
      Pattern.compile("附\\s{0,4}[件表]\\s{0,2}(?:\\d{1,2}|[一二三四五六七八九十])?\\s{0,2}(?:[:.、]|$)");
  private static final int LONGEST_SECTION = 40;

  /** A part: its own lines, and the parts in it. */
  static final class Part {
    private final int rank;
    private final Numbering numbering;
    private final RawItem raw;
    private final boolean row;
    private final List<Passage> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private boolean labelledBelow;

    private Part(int rank, Numbering numbering, RawItem raw, boolean row) {
      this.rank = rank;
      this.numbering = numbering;
      this.raw = raw;
      this.row = row;
    }

    Numbering numbering() {
      return numbering;
    }

    RawItem raw() {
      return raw;
    }

    boolean isRow() {
      return row;
    }

    List<Part> parts() {
      return parts;
    }

    /** All its text, line by line, with that of its parts. */
    List<Passage> lines() {
      List<Passage> all = new ArrayList<>(lines);
      parts.forEach(part -> all.addAll(part.lines()));
      return all;
    }

    boolean isLabelled() {
      return row || raw.isLabelled();
    }

    boolean labelledBelow() {
      return labelledBelow;
    }

    boolean labelledAnywhere() {
      return labelledBelow || isLabelled();
    }
  }

  private static final int TOP = -2;
  private static final int ANNEX_RANK = -1;
  private static final int SECTION_RANK = 15;

  private final Part root = new Part(TOP, null, new RawItem("", 0, null, 0), false);
  private final List<Part> open = new ArrayList<>(List.of(root));
  private final Set<Numbering> labelledAmongOthers = EnumSet.noneOf(Numbering.class);

  private boolean labelled;

  private Outline() {}

  static Part of(List<Block> blocks) {
    Outline outline = new Outline();
    for (Block block : withoutFoot(blocks)) {
      if (block.table() != null) {
        outline.add(block.table());
      } else if (!PageFurniture.is(block.line())) {
        outline.add(block.line());
      }
    }
    outline.findLabelledAmongOthers(outline.root);
    outline.settle(outline.root);
    return outline.root;
  }

  static boolean isAnnex(Line line) {
    return line.text().startsWith("附")
        && line.text().length() < 80
        && ANNEX.matcher(HalfWidth.of(line.text())).lookingAt();
  }

  private static List<Block> withoutFoot(List<Block> blocks) {
    int foot = blocks.size();
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Line line = blocks.get(i).line();
      if (line == null || HeadingReader.read(line).isPresent()) {
        break;
      }
      if (PageFurniture.beginsFoot(line)) {
        foot = i;
      }
    }
    return blocks.subList(0, foot);
  }

  private void add(Table table) {
    Part whole = new Part(Integer.MAX_VALUE, null, new RawItem("", 0, null, table.line()), false);
    for (RawItem item : TableItems.of(table)) {
      whole.parts.add(new Part(Integer.MAX_VALUE, Numbering.ARABIC, item, true));
    }
    innermost().parts.add(whole);
  }

  private void add(Line line) {
    Optional<Heading> heading = HeadingReader.read(line);
    if (heading.isPresent()) {
      Numbering numbering = heading.get().numbering();
      int rank = numbering.ordinal() * 10;
      RawItem item = RawItem.begin(heading.get());
      labelled |= item.isLabelled();
      enter(new Part(rank, numbering, item, false), line);
    } else if (isAnnex(line) || (!labelled && TitlePolicy.isTitle(line))) {
      enter(new Part(ANNEX_RANK, null, new RawItem("", 0, null, line.number()), false), line);
    } else if (isSection(line)) {
      Passage title = Passage.of(line).from(2).strip();
      enter(new Part(SECTION_RANK, null, new RawItem("", 0, title, line.number()), false), line);
    } else {
      Passage text = Passage.of(line);
      if (innermost().numbering != null) {
        text = innermost().raw.add(line);
        labelled |= innermost().raw.isLabelled();
      }
      if (!text.isEmpty()) {
        innermost().lines.add(text);
      }
    }
  }

  /** ——加快建设: a title between the numbers of a long list. */
  private static boolean isSection(Line line) {
    return line.text().startsWith("——")
        && line.text().length() <= LONGEST_SECTION
        && !line.text().endsWith("。");
  }

  private void enter(Part part, Line line) {
    while (innermost().rank >= part.rank) {
      open.remove(open.size() - 1);
    }
    part.lines.add(Passage.of(line));
    innermost().parts.add(part);
    open.add(part);
  }

  private Part innermost() {
    return open.get(open.size() - 1);
  }

  /** Numberings whose parts carry labels of their own in the middle of a row of them. */
  private void findLabelledAmongOthers(Part part) {
    for (int i = 0; i + 1 < part.parts.size(); i++) {
      Part one = part.parts.get(i);
      boolean mate = one.numbering != null && one.numbering == part.parts.get(i + 1).numbering;
      if (mate && !one.row && one.raw.isLabelled()) {
        labelledAmongOthers.add(one.numbering);
      }
    }
    part.parts.forEach(this::findLabelledAmongOthers);
  }

  /** Labels behind the last of several parts that have none are those of the whole. */
  private void settle(Part part) {
    part.parts.forEach(this::settle);
    int last = part.parts.size() - 1;
    if (part.numbering != null && last > 0) {
      Part end = part.parts.get(last);
      boolean othersHaveNone =
          part.parts.subList(0, last).stream().noneMatch(Part::labelledAnywhere);
      boolean standAlone =
          !end.row
              && !end.labelledBelow
              && end.raw.labelsStandAlone()
              && !labelledAmongOthers.contains(end.numbering);
      if (othersHaveNone && standAlone && !part.raw.isLabelled()) {
        end.raw.giveLabelsTo(part.raw);
      }
    }
    part.labelledBelow = part.parts.stream().anyMatch(Part::labelledAnywhere);
  }
}
