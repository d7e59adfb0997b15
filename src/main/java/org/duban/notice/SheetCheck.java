package org.duban.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.notice.correction.DeadlineCheck;
import org.duban.notice.correction.ItemCheck;
import org.duban.notice.correction.NamesCheck;
import org.duban.notice.correction.ReadItems;
import org.duban.notice.correction.SheetNumbers;
import org.duban.notice.correction.SheetProject;
import org.springframework.stereotype.Component;

/**
 * Checks a corrected draft with the rules it was read by. What can be told from the fields is
 * checked anew; a doubt about the text itself stands until the field it is about is changed.
 */
@Component
public class SheetCheck {

  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2999;

  /** What is checked anew here; the reader's own flags of these kinds are no longer asked. */
  private static final Set<String> ANEW =
      Set.of(FlagCode.NO_TITLE.name(), FlagCode.NO_YEAR.name(), FlagCode.NUMBER_GAP.name());

  private final KnownNames directory;

  SheetCheck(KnownNames directory) {
    this.directory = directory;
  }

  /**
   * The sheet after a change: ordinals follow the numbers, and a deadline whose phrase was
   * rewritten is read again unless its milestones were changed as well.
   */
  public DraftSheet settled(DraftSheet changed, DraftSheet before, Draft read) {
    List<Integer> ordinals = SheetNumbers.of(changed, read).ordinals();
    Map<Integer, DraftSheet.Item> earlier = new HashMap<>();
    before.projects().forEach(item -> earlier.putIfAbsent(item.line(), item));
    List<DraftSheet.Item> items = new ArrayList<>();
    for (int i = 0; i < changed.projects().size(); i++) {
      DraftSheet.Item item = changed.projects().get(i).numbered(ordinals.get(i));
      DraftSheet.Item was = item.line() == 0 ? null : earlier.get(item.line());
      boolean phraseOnly =
          was != null
              && !was.deadlinePhrase().equals(item.deadlinePhrase())
              && was.milestones().equals(item.milestones());
      items.add(
          phraseOnly
              ? item.due(DeadlineCheck.milestones(item.deadlinePhrase(), changed.year()))
              : item);
    }
    return new DraftSheet(changed.title(), changed.year(), items);
  }

  /** All that stands, the list's own first, then item by item. */
  public List<Finding> findings(DraftSheet sheet, Draft read) {
    ReadItems origins = new ReadItems(sheet, read);
    SheetNumbers numbers = SheetNumbers.of(sheet, read);
    List<Finding> findings = new ArrayList<>(ofTheList(sheet, read, numbers));
    NamesCheck names = new NamesCheck(directory, yearFits(sheet) ? sheet.year() : 0);
    for (int i = 0; i < sheet.projects().size(); i++) {
      DraftSheet.Item item = sheet.projects().get(i);
      ItemCheck check = new ItemCheck(i, item, origins.of(i).orElse(null), findings);
      check.check(names, sheet.year());
      if (numbers.unreadable(i)) {
        check.add(FlagCode.UNREADABLE_TITLE, "number", "编号不是数字。");
      }
      if (numbers.repeated(i)) {
        check.add(FlagCode.DUPLICATE_NUMBER, "number", "编号“" + item.number() + "”重复。");
      }
    }
    return findings;
  }

  private static List<Finding> ofTheList(DraftSheet sheet, Draft read, SheetNumbers numbers) {
    List<Finding> findings = new ArrayList<>();
    int first = sheet.projects().isEmpty() ? 1 : Math.max(1, sheet.projects().get(0).line());
    if (sheet.title().isEmpty()) {
      findings.add(ofTheList(FlagCode.NO_TITLE.at(first, "清单没有标题。"), "title"));
    }
    if (!yearFits(sheet)) {
      findings.add(ofTheList(FlagCode.NO_YEAR.at(first, "没有清单年度,或年度不在 1949 至 2999 之间。"), "year"));
    }
    if (sheet.projects().isEmpty()) {
      findings.add(ofTheList(FlagCode.NOT_A_LIST.at(1, "清单没有任何事项。"), ""));
    }
    numbers.gaps(first).forEach(gap -> findings.add(ofTheList(gap, "")));
    boolean untouched = sheet.title().equals(read.title()) && sheet.year() == read.year();
    read.flags().stream()
        .filter(flag -> !ANEW.contains(flag.code()))
        .filter(flag -> untouched || !flag.code().equals(FlagCode.YEAR_UNCLEAR.name()))
        .forEach(flag -> findings.add(ofTheList(flag, fieldOf(flag))));
    return findings;
  }

  private static String fieldOf(Flag flag) {
    return flag.code().equals(FlagCode.YEAR_UNCLEAR.name()) ? "year" : "";
  }

  private static Finding ofTheList(Flag flag, String field) {
    return new Finding(flag, null, field, List.of());
  }

  private static boolean yearFits(DraftSheet sheet) {
    return sheet.year() >= FIRST_YEAR && sheet.year() <= LAST_YEAR;
  }

  /**
   * The draft that a sheet without faults stands for.
   *
   * @param doubts what was seen by a person and left as it is
   */
  public Draft draftOf(DraftSheet sheet, Draft read, List<Flag> doubts) {
    ReadItems origins = new ReadItems(sheet, read);
    List<DraftProject> projects = new ArrayList<>();
    for (int i = 0; i < sheet.projects().size(); i++) {
      projects.add(
          SheetProject.of(sheet.projects().get(i), origins.of(i).orElse(null), sheet.year()));
    }
    return new Draft(sheet.title(), sheet.year(), projects, doubts);
  }
}
