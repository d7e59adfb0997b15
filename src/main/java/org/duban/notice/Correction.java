package org.duban.notice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.duban.notice.line.HalfWidth;

/**
 * A draft in the hands of the person who corrects it: the same fields, any of which may still be
 * missing or wrong. {@link CorrectionCheck} says what stands in the way of registering it.
 *
 * @param year 0 when it is not known
 */
public record Correction(String title, int year, List<Item> projects) {

  public Correction {
    title = clean(title);
    projects = withoutNulls(projects);
  }

  /**
   * One item.
   *
   * @param ordinal the number's value, 0 when it can't be read; follows from the number
   * @param line the heading's line in the text, 0 for an item that a person added
   */
  public record Item(
      String number,
      int ordinal,
      String title,
      String text,
      int line,
      List<String> leads,
      List<String> supports,
      String deadlinePhrase,
      List<Due> milestones,
      List<Promise> commitments) {

    public Item {
      number = clean(number);
      title = clean(title);
      text = clean(text);
      leads = names(leads);
      supports = names(supports);
      deadlinePhrase = clean(deadlinePhrase);
      milestones = withoutNulls(milestones);
      commitments = withoutNulls(commitments);
    }

    public static Item of(DraftProject project) {
      return new Item(
          project.number(),
          project.ordinal(),
          project.title(),
          project.text(),
          project.line(),
          project.leads(),
          project.supports(),
          project.deadlinePhrase(),
          project.milestones().stream().map(Due::of).toList(),
          project.commitments().stream().map(Promise::of).toList());
    }

    Item numbered(int value) {
      return new Item(
          number,
          value,
          title,
          text,
          line,
          leads,
          supports,
          deadlinePhrase,
          milestones,
          commitments);
    }

    Item due(List<Due> others) {
      return new Item(
          number, ordinal, title, text, line, leads, supports, deadlinePhrase, others, commitments);
    }
  }

  /**
   * A milestone.
   *
   * @param due an ISO date as typed, which may be no date; empty when there is none
   */
  public record Due(MilestoneKind kind, String due, String phrase) {

    public Due {
      kind = kind == null ? MilestoneKind.COMPLETION : kind;
      due = clean(due);
      phrase = clean(phrase);
    }

    public static Due of(DraftMilestone milestone) {
      return new Due(
          milestone.kind(),
          milestone.due() == null ? "" : milestone.due().toString(),
          milestone.phrase());
    }
  }

  /**
   * A commitment.
   *
   * @param target null when there is none yet
   */
  public record Promise(
      String metric, Operator operator, BigDecimal target, String unit, String text) {

    private static final int LONGEST_SCALE = 100;

    public Promise {
      metric = clean(metric);
      operator = operator == null ? Operator.EQ : operator;
      target = plain(target);
      unit = clean(unit);
      text = clean(text);
    }

    /** A number in exponent form may be too long to write out; the check refuses it. */
    private static BigDecimal plain(BigDecimal target) {
      return target == null || Math.abs((long) target.scale()) > LONGEST_SCALE
          ? target
          : target.setScale(Math.max(target.stripTrailingZeros().scale(), 0));
    }

    static Promise of(DraftCommitment commitment) {
      return new Promise(
          commitment.metric(),
          commitment.operator(),
          commitment.target(),
          commitment.unit(),
          commitment.text());
    }
  }

  /** The draft as it was read, before anybody touched it. */
  public static Correction of(Draft draft) {
    return new Correction(
        draft.title(), draft.year(), draft.projects().stream().map(Item::of).toList());
  }

  private static List<String> names(List<String> names) {
    return withoutNulls(names).stream().map(Correction::clean).toList();
  }

  private static <T> List<T> withoutNulls(List<T> list) {
    return list == null ? List.of() : list.stream().filter(entry -> entry != null).toList();
  }

  /** Without blanks at the ends and without what no database keeps as text. */
  private static String clean(String typed) {
    if (typed == null) {
      return "";
    }
    String whole = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return HalfWidth.strip(whole.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""));
  }
}
