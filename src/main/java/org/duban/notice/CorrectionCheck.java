package org.duban.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.notice.correction.CorrectedNumbers;
import org.duban.notice.correction.CorrectedProject;
import org.duban.notice.correction.DeadlineCheck;
import org.duban.notice.correction.ItemCheck;
import org.duban.notice.correction.NamesCheck;
import org.duban.notice.correction.ReadItems;
import org.springframework.stereotype.Component;

/**
 * Checks a corrected draft with the rules it was read by. What can be told from the fields is
 * checked anew; a doubt about the text itself stands until the field it is about is changed.
 */
@Component
public class CorrectionCheck {

  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2999;

  /** What is checked anew here; the reader's own flags of these kinds are no longer asked. */
  private static final Set<String> ANEW =
      Set.of(FlagCode.NO_TITLE.name(), FlagCode.NO_YEAR.name(), FlagCode.NUMBER_GAP.name());

  private final KnownNames directory;

  CorrectionCheck(KnownNames directory) {
    this.directory = directory;
  }

  /**
   * The correction after a change: ordinals follow the numbers, and a deadline whose phrase was
   * rewritten is read again unless its milestones were changed as well.
   */
  public Correction settled(Correction changed, Correction before, Draft read) {
    List<Integer> ordinals = CorrectedNumbers.of(changed, read).ordinals();
    Map<Integer, Correction.Item> earlier = new HashMap<>();
    before.projects().forEach(item -> earlier.putIfAbsent(item.line(), item));
    List<Correction.Item> items = new ArrayList<>();
    for (int i = 0; i < changed.projects().size(); i++) {
      Correction.Item item = changed.projects().get(i).numbered(ordinals.get(i));
      Correction.Item was = item.line() == 0 ? null : earlier.get(item.line());
      boolean phraseOnly =
          was != null
              && !was.deadlinePhrase().equals(item.deadlinePhrase())
              && was.milestones().equals(item.milestones());
      items.add(
          phraseOnly
              ? item.due(DeadlineCheck.milestones(item.deadlinePhrase(), changed.year()))
              : item);
    }
    return new Correction(changed.title(), changed.year(), items);
  }

  /** All that stands, the list's own first, then item by item. */
  public List<Finding> findings(Correction correction, Draft read) {
    ReadItems origins = new ReadItems(correction, read);
    CorrectedNumbers numbers = CorrectedNumbers.of(correction, read);
    List<Finding> findings = new ArrayList<>(ofTheList(correction, read, numbers));
    NamesCheck names = new NamesCheck(directory, yearFits(correction) ? correction.year() : 0);
    for (int i = 0; i < correction.projects().size(); i++) {
      Correction.Item item = correction.projects().get(i);
      ItemCheck check = new ItemCheck(i, item, origins.of(i).orElse(null), findings);
      check.check(names, correction.year());
      if (numbers.unreadable(i)) {
        check.add(FlagCode.UNREADABLE_TITLE, "number", "编号不是数字。");
      }
      if (numbers.repeated(i)) {
        check.add(FlagCode.DUPLICATE_NUMBER, "number", "编号“" + item.number() + "”重复。");
      }
    }
    return findings;
  }

  private static List<Finding> ofTheList(
      Correction correction, Draft read, CorrectedNumbers numbers) {
    List<Finding> findings = new ArrayList<>();
    int first =
        correction.projects().isEmpty() ? 1 : Math.max(1, correction.projects().get(0).line());
    if (correction.title().isEmpty()) {
      findings.add(ofTheList(FlagCode.NO_TITLE.at(first, "清单没有标题。"), "title"));
    }
    if (!yearFits(correction)) {
      findings.add(ofTheList(FlagCode.NO_YEAR.at(first, "没有清单年度,或年度不在 1949 至 2999 之间。"), "year"));
    }
    if (correction.projects().isEmpty()) {
      findings.add(ofTheList(FlagCode.NOT_A_LIST.at(1, "清单没有任何事项。"), ""));
    }
    numbers.gaps(first).forEach(gap -> findings.add(ofTheList(gap, "")));
    boolean untouched = correction.title().equals(read.title()) && correction.year() == read.year();
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

  private static boolean yearFits(Correction correction) {
    return correction.year() >= FIRST_YEAR && correction.year() <= LAST_YEAR;
  }

  /**
   * The draft that a correction without faults stands for.
   *
   * @param doubts what was seen by a person and left as it is
   */
  public Draft draftOf(Correction correction, Draft read, List<Flag> doubts) {
    ReadItems origins = new ReadItems(correction, read);
    List<DraftProject> projects = new ArrayList<>();
    for (int i = 0; i < correction.projects().size(); i++) {
      projects.add(
          CorrectedProject.of(
              correction.projects().get(i), origins.of(i).orElse(null), correction.year()));
    }
    return new Draft(correction.title(), correction.year(), projects, doubts);
  }
}
