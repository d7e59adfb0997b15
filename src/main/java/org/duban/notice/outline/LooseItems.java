package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.language.LabelReader;
import org.duban.notice.language.UnitsBracket;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.Line;
import org.duban.notice.line.PageFurniture;
import org.duban.notice.line.Passage;

/**
 * The items of a list without numbers: paragraphs that each are followed by their labels, or end
 * with their units in a bracket. One such paragraph alone is no list.
 */
final class LooseItems {

  private final List<RawItem> items = new ArrayList<>();
  private final List<Flag> flags = new ArrayList<>();
  private Line waiting;
  private boolean open;

  private LooseItems() {}

  static LooseItems of(List<Block> blocks) {
    LooseItems loose = new LooseItems();
    for (Block block : blocks) {
      if (block.line() != null && !PageFurniture.is(block.line())) {
        loose.read(block.line());
      }
    }
    loose.setAside();
    if (loose.items.size() < 2) {
      loose.items.clear();
      loose.flags.clear();
    }
    return loose;
  }

  List<RawItem> items() {
    return items;
  }

  List<Flag> flags() {
    return flags;
  }

  private void read(Line line) {
    LabelReader.LabelledLine labels = LabelReader.read(line);
    boolean goesOn =
        open
            && labels.values().isEmpty()
            && last().labelled().get(last().labelled().size() - 1).goesOn();
    if (goesOn || (labels.before().isEmpty() && open)) {
      last().add(line);
    } else if (labels.before().isEmpty() && waiting != null) {
      begin(waiting);
      waiting = null;
      last().add(line);
    } else if (!labels.before().isEmpty()) {
      setAside();
      waiting = null;
      open = false;
      if (labels.values().isEmpty() && UnitsBracket.read(labels.before()).values().isEmpty()) {
        waiting = line;
      } else {
        begin(line);
      }
    }
  }

  private RawItem last() {
    return items.get(items.size() - 1);
  }

  private void begin(Line line) {
    int number = items.size() + 1;
    items.add(
        RawItem.begin(
            new Heading(
                Numbering.ARABIC,
                String.valueOf(number),
                number,
                Passage.of(line),
                line.number())));
    open = true;
  }

  /**
   * Between items a paragraph without labels may be a chapter's title, or an item that lost them.
   */
  private void setAside() {
    if (waiting != null && !items.isEmpty()) {
      flags.add(
          FlagCode.UNPLACED_TEXT.at(
              waiting.number(), Excerpt.of(waiting.text()) + "不属于任何一项,没有读入。"));
    }
  }
}
