package org.duban.notice.correction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duban.notice.Correction;
import org.duban.notice.DraftProject;
import org.duban.notice.Finding;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.Place;

/** Checks one item of a correction. */
public final class ItemCheck {

  private static final int LONGEST_TITLE = 300;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 6;

  private static final Set<String> ANEW =
      Set.of(
          FlagCode.DUPLICATE_NUMBER.name(),
          FlagCode.UNREADABLE_TITLE.name(),
          FlagCode.NO_LEAD.name(),
          FlagCode.UNKNOWN_DEPARTMENT.name(),
          FlagCode.REPEATED_DEPARTMENT.name());

  private static final Set<String> ABOUT_NAMES =
      Set.of(
          FlagCode.UNREADABLE_NAMES.name(),
          FlagCode.DOUBTFUL_LEAD.name(),
          FlagCode.OPEN_ENDED_UNITS.name());

  private final int index;
  private final Correction.Item item;
  private final DraftProject read;
  private final List<Finding> findings;

  /**
   * @param read null for an item that a person added
   * @param findings is added to
   */
  public ItemCheck(int index, Correction.Item item, DraftProject read, List<Finding> findings) {
    this.index = index;
    this.item = item;
    this.read = read;
    this.findings = findings;
  }

  public void check(NamesCheck names, int year) {
    if (item.title().isEmpty()) {
      add(FlagCode.UNREADABLE_TITLE, "title", "没有标题。");
    } else if (item.title().length() > LONGEST_TITLE) {
      add(FlagCode.UNREADABLE_TITLE, "title", "标题有 " + item.title().length() + " 字,不像标题。");
    }
    if (item.leads().stream().allMatch(String::isEmpty)) {
      add(FlagCode.NO_LEAD, "leads", "没有写明牵头部门。");
    }
    names.check(this, "leads", item.leads());
    names.check(this, "supports", item.supports());
    new DeadlineCheck(this, item, read).check(year);
    for (int i = 0; i < item.commitments().size(); i++) {
      checkPromise("commitments[" + i + "]", item.commitments().get(i));
    }
    keepDoubtsAboutTheText();
  }

  private void checkPromise(String field, Correction.Promise promise) {
    BigDecimal target = promise.target();
    if (promise.metric().isEmpty() || target == null) {
      add(FlagCode.INCOMPLETE_COMMITMENT, field, "量化指标没有写全。");
    } else if ((long) target.precision() - target.scale() > MOST_DIGITS
        || target.scale() > MOST_DECIMALS) {
      add(FlagCode.INCOMPLETE_COMMITMENT, field, "量化指标的数值太长,不像目标值。");
    }
  }

  private void keepDoubtsAboutTheText() {
    if (read == null) {
      return;
    }
    Correction.Item was = Correction.Item.of(read);
    boolean namesAsRead =
        was.leads().equals(item.leads()) && was.supports().equals(item.supports());
    boolean allAsRead = was.equals(item);
    for (Flag flag : read.flags()) {
      if (ANEW.contains(flag.code()) || DeadlineCheck.concerns(flag)) {
        continue;
      }
      boolean asRead =
          flag.code().equals(FlagCode.UNREADABLE_NAMES.name()) ? namesAsRead : allAsRead;
      if (!flag.blocking() || asRead) {
        keep(flag, ABOUT_NAMES.contains(flag.code()) ? "leads" : fieldAt(flag.line()));
      }
    }
  }

  /** The smallest field that stands in a line, so that a doubt leads to its place. */
  private String fieldAt(int line) {
    return read.places().stream()
        .filter(place -> place.line() == line && !place.field().equals("text"))
        .map(Place::field)
        .findFirst()
        .orElse("");
  }

  void keep(Flag flag, String field) {
    findings.add(new Finding(flag, index, field, List.of()));
  }

  public void add(FlagCode code, String field, String reason) {
    add(code, field, reason, List.of());
  }

  public void add(FlagCode code, String field, String reason, List<String> nearest) {
    findings.add(new Finding(flag(code, lineOf(field), reason), index, field, nearest));
  }

  Flag flag(FlagCode code, String reason) {
    return flag(code, lineOf("deadlinePhrase"), reason);
  }

  private Flag flag(FlagCode code, int line, String reason) {
    String name = item.number().isEmpty() ? "这一项" : "第" + item.number() + "项";
    return line > 0
        ? code.at(line, name + reason)
        : new Flag(code.name(), 0, "新增事项：" + name + reason);
  }

  private int lineOf(String field) {
    if (read == null) {
      return 0;
    }
    String list = field.replaceAll("\\[\\d+]", "");
    return read.places().stream()
        .filter(place -> place.field().equals(field))
        .findFirst()
        .or(
            () ->
                read.places().stream()
                    .filter(place -> Objects.equals(place.field().replaceAll("\\[\\d+]", ""), list))
                    .findFirst())
        .map(Place::line)
        .orElse(read.line());
  }
}
