package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.notice.FlagCode;
import org.duban.notice.language.DutyPhrase;
import org.duban.notice.language.Label;
import org.duban.notice.language.LabelReader;
import org.duban.notice.language.Labelled;
import org.duban.notice.line.Passage;

/** Makes an item of each row of a table. Rows under one merged number share it, and say so. */
final class TableItems {

  private record Group(int rank, String title) {}

  private final Table table;
  private final List<RawItem> items = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private TableRow before;

  private TableItems(Table table) {
    this.table = table;
  }

  static List<RawItem> of(Table table) {
    TableItems reader = new TableItems(table);
    List<TableRow> rows = table.rows();
    for (int i = 0; i < rows.size(); i++) {
      reader.read(rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null);
    }
    return reader.items;
  }

  private void read(TableRow row, TableRow after) {
    Optional<Passage> group = row.group();
    if (row.fault() != null) {
      items.add(unreadable(row));
      before = null;
    } else if (group.isPresent()) {
      enter(group.get());
      before = null;
    } else if (before != null && sharesNumber(row) && sharesTitle(row) && sharesTexts(row)) {
      addUnits(items.get(items.size() - 1), row, before);
      before = row;
    } else {
      RawItem item = item(row, isPartOf(row, before) || isPartOf(row, after));
      items.add(item);
      before = row;
    }
  }

  private void enter(Passage group) {
    Optional<Heading> heading = HeadingReader.read(group);
    int rank = heading.map(h -> h.numbering().ordinal()).orElse(Numbering.values().length);
    groups.removeIf(other -> other.rank >= rank);
    groups.add(new Group(rank, Heading.titleOf(heading.map(Heading::after).orElse(group)).text()));
  }

  private RawItem unreadable(TableRow row) {
    Passage first = row.cells().get(0);
    boolean numbered = NumberCell.isNumber(first.text()) && row.cells().size() > 1;
    Passage title = numbered ? row.cells().get(1) : first;
    RawItem item =
        new RawItem(
            numbered ? withoutSeparator(first.text()) : "",
            NumberCell.value(first.text()).orElse(0),
            Heading.titleOf(title),
            row.line());
    item.parents(parents(null));
    item.notes().add(FlagCode.UNREADABLE_ROW.at(row.line(), row.fault() + "。"));
    return item;
  }

  private boolean isPartOf(TableRow row, TableRow other) {
    return other != null
        && other.fault() == null
        && other.group().isEmpty()
        && same(cell(row, ColumnKind.NUMBER), cell(other, ColumnKind.NUMBER))
        && title(row) >= 0
        && same(row.cells().get(title(row)), other.cells().get(title(row)))
        && !texts(row, title(row)).isEmpty();
  }

  private RawItem item(TableRow row, boolean partOfTitle) {
    int at = title(row);
    Passage none = row.cells().get(0).sub(0, 0);
    Passage what = at < 0 ? none : row.cells().get(at);
    List<Passage> texts = texts(row, at);
    List<String> parents = parents(row);
    if ((partOfTitle || what.isEmpty()) && !texts.isEmpty()) {
      if (!what.isEmpty()) {
        parents.add(Heading.titleOf(what).text());
      }
      what = texts.remove(0);
    }
    Passage number = cell(row, ColumnKind.NUMBER);
    boolean numberInTitle = table.head().indexOf(ColumnKind.NUMBER) < 0;
    Optional<Heading> heading = numberInTitle ? HeadingReader.read(what) : Optional.empty();
    boolean shared = before != null && sharesNumber(row);
    RawItem last = items.isEmpty() ? null : items.get(items.size() - 1);
    String printed =
        heading.isPresent()
            ? heading.get().number()
            : number == null
                ? String.valueOf(items.size() + 1)
                : shared ? last.number() : withoutSeparator(number.text());
    int value =
        heading.isPresent()
            ? heading.get().ordinal()
            : number == null
                ? items.size() + 1
                : shared ? last.value() : NumberCell.value(number.text()).orElse(0);
    RawItem item =
        RawItem.begin(
            new Heading(
                Numbering.ARABIC,
                printed,
                value,
                heading.map(Heading::after).orElse(what),
                row.line()));
    item.parents(parents);
    item.body().addAll(texts);
    addUnits(item, row, null);
    if (row.doubt() != null) {
      item.notes().add(FlagCode.DOUBTFUL_LEAD.at(row.line(), row.doubt() + "。"));
    }
    if (shared) {
      inherit(item, last);
      item.notes()
          .add(FlagCode.SHARED_NUMBER.at(row.line(), "这一行与上一行同属第" + printed + "项,分作两项读入,请核对。"));
    }
    return item;
  }

  private static String withoutSeparator(String number) {
    return number.replaceAll("[、.．\\s]+$", "");
  }

  private static void inherit(RawItem item, RawItem above) {
    if (!item.namesUnits() && above.namesUnits()) {
      above.labelled().stream()
          .filter(one -> one.label().namesUnits())
          .forEach(item.labelled()::add);
      item.notes().add(FlagCode.INHERITED.at(item.line(), "这一行没有写明责任单位,按上一行处理,请核对。"));
    }
  }

  private List<String> parents(TableRow row) {
    List<String> parents = new ArrayList<>();
    groups.forEach(group -> parents.add(group.title));
    Passage category = row == null ? null : cell(row, ColumnKind.CATEGORY);
    if (category != null && !category.isEmpty()) {
      parents.add(category.text());
    }
    return parents;
  }

  private int title(TableRow row) {
    int title = table.head().indexOf(ColumnKind.TITLE);
    return title >= 0 ? title : table.head().indexOf(ColumnKind.TEXT);
  }

  private List<Passage> texts(TableRow row, int title) {
    List<Passage> texts = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      boolean other = i != title && table.head().kinds().get(i).saysWhat();
      boolean repeats =
          title >= 0 && row.cells().get(i).text().equals(row.cells().get(title).text());
      if (other && !repeats && !row.cells().get(i).isEmpty()) {
        texts.add(row.cells().get(i));
      }
    }
    return texts;
  }

  private Passage cell(TableRow row, ColumnKind kind) {
    int at = table.head().indexOf(kind);
    return at < 0 ? null : row.cells().get(at);
  }

  private boolean sharesNumber(TableRow row) {
    Passage number = cell(row, ColumnKind.NUMBER);
    return number != null && (number.isEmpty() || same(number, cell(before, ColumnKind.NUMBER)));
  }

  private boolean sharesTitle(TableRow row) {
    int title = title(row);
    return title < 0
        || row.cells().get(title).isEmpty()
        || same(row.cells().get(title), before.cells().get(title));
  }

  private boolean sharesTexts(TableRow row) {
    List<String> texts = texts(row, title(row)).stream().map(Passage::text).toList();
    List<String> others = texts(before, title(row)).stream().map(Passage::text).toList();
    return texts.isEmpty() || texts.equals(others);
  }

  private static boolean same(Passage one, Passage other) {
    return one != null && other != null && one.text().equals(other.text());
  }

  /**
   * @param above a row whose cells, where they are the same, were read already; null when there is
   *     none
   */
  private void addUnits(RawItem item, TableRow row, TableRow above) {
    for (int i = 0; i < row.cells().size(); i++) {
      Optional<Label> label = table.head().kinds().get(i).label();
      Passage cell = row.cells().get(i);
      boolean read = above != null && same(cell, above.cells().get(i));
      if (label.isPresent() && !cell.isEmpty() && !read) {
        item.append(valuesIn(label.get(), table.head().words().get(i), cell));
      }
    }
  }

  private static List<Labelled> valuesIn(Label label, String word, Passage cell) {
    LabelReader.LabelledLine labels = LabelReader.read(cell);
    if (!labels.values().isEmpty() && labels.before().isEmpty()) {
      return labels.values();
    }
    List<Labelled> duties = label.namesUnits() ? DutyPhrase.read(cell) : List.of();
    return duties.isEmpty() ? List.of(LabelReader.value(label, word, cell, cell.line())) : duties;
  }
}
