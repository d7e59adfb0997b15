package org.duban.notice.correction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.notice.Correction;
import org.duban.notice.DraftProject;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.MilestoneKind;
import org.duban.notice.language.DeadlinePhraseReader;
import org.duban.notice.language.DeadlineReading;
import org.duban.notice.line.Excerpt;

/**
 * Checks the milestones of a corrected item. A fault in the phrase is settled by a milestone of the
 * person's own, one for each fault, or by a phrase that reads well.
 */
public final class DeadlineCheck {

  private static final Set<String> CODES =
      Set.of(
          FlagCode.NO_DEADLINE.name(),
          FlagCode.UNREADABLE_DEADLINE.name(),
          FlagCode.IMPOSSIBLE_DATE.name(),
          FlagCode.DOUBTFUL_DEADLINE.name());

  private final ItemCheck check;
  private final Correction.Item item;
  private final DraftProject read;

  /**
   * @param read null for an item that a person added
   */
  DeadlineCheck(ItemCheck check, Correction.Item item, DraftProject read) {
    this.check = check;
    this.item = item;
    this.read = read;
  }

  static boolean concerns(Flag flag) {
    return CODES.contains(flag.code());
  }

  public static List<Correction.Due> milestones(String phrase, int year) {
    return DeadlinePhraseReader.read(phrase, year).milestones().stream()
        .map(Correction.Due::of)
        .toList();
  }

  void check(int year) {
    if (item.milestones().isEmpty() && item.deadlinePhrase().isEmpty()) {
      check.add(FlagCode.NO_DEADLINE, "milestones", "没有写明完成时限。");
    } else {
      checkPhrase(year);
    }
    Set<Correction.Due> seen = new HashSet<>();
    for (int i = 0; i < item.milestones().size(); i++) {
      Correction.Due due = item.milestones().get(i);
      checkDate("milestones[" + i + "]", due);
      if (!seen.add(new Correction.Due(due.kind(), due.due(), ""))) {
        check.add(FlagCode.DOUBTFUL_DEADLINE, "milestones[" + i + "]", "同一节点写了两次,只按一次督办。");
      }
    }
  }

  private void checkPhrase(int year) {
    boolean asRead = read != null && read.deadlinePhrase().equals(item.deadlinePhrase());
    List<Correction.Due> printed = new ArrayList<>();
    List<Flag> faults = new ArrayList<>();
    if (asRead) {
      read.milestones().forEach(milestone -> printed.add(Correction.Due.of(milestone)));
      read.flags().stream().filter(DeadlineCheck::concerns).forEach(faults::add);
    } else if (!item.deadlinePhrase().isEmpty()) {
      DeadlineReading reading = DeadlinePhraseReader.read(item.deadlinePhrase(), year);
      reading.milestones().forEach(milestone -> printed.add(Correction.Due.of(milestone)));
      reading.faults().forEach(fault -> faults.add(check.flag(fault.code(), fault.reason())));
    }
    long own = item.milestones().stream().filter(due -> !printed.contains(due)).count();
    long blocking = faults.stream().filter(Flag::blocking).count();
    for (Flag fault : faults) {
      if (fault.blocking() ? own < blocking : item.milestones().equals(printed)) {
        check.keep(fault, "deadlinePhrase");
      }
    }
    if (item.milestones().isEmpty() && blocking == 0) {
      check.add(FlagCode.NO_DEADLINE, "milestones", "没有任何节点。");
    }
  }

  private void checkDate(String field, Correction.Due due) {
    if (due.due().isEmpty()) {
      if (due.kind() != MilestoneKind.ONGOING) {
        check.add(FlagCode.UNREADABLE_DEADLINE, field, "节点没有日期。");
      }
      return;
    }
    try {
      LocalDate.parse(due.due());
    } catch (DateTimeParseException e) {
      check.add(FlagCode.IMPOSSIBLE_DATE, field, "没有" + Excerpt.of(due.due()) + "这一天。");
    }
  }
}
