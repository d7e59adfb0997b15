package org.duban.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the deadline of an item, part by part: "2021年6月底取得阶段性成效,12月底前完成".
 *
 * <p>A part with a date is a STAGE when it speaks of first results or when a later date follows it,
 * else the COMPLETION. 长期坚持 and its like are ONGOING. A part with neither stays with the phrase
 * beside it, unless it speaks of time in a way that isn't known: then it is a fault.
 */
final class DeadlinePhraseReader {

  private static final int LONGEST = 500;
  private static final Pattern FIRST_RESULTS = Pattern.compile("阶段|初步|初见|取得.{0,6}(?:成效|进展|成果|突破)");
  private static final Pattern WITHOUT_END = Pattern.compile("长期|持续|常态|经常性|不间断");
  private static final Pattern RECURRING =
      Pattern.compile("每(?:个|一)?(?:半年|年|季度?|月|周|日|天|旬)|按(?:年|季|月|周|旬)");
  private static final Pattern TIME =
      Pattern.compile("\\d\\s?(?:个)?(?:工作日|年|月|日|天|周|小时)|月|旬|季度|[日天周年]内|\\d{4}|立即|尽快");
  private static final Pattern RANGE = Pattern.compile("\\s?(?:[-—–~]{1,2}|至|到)\\s?");
  private static final Pattern CONNECTOR = Pattern.compile("[,;、。\\s并且和后]+$");
  private static final int FARTHEST = 10;

  private final int listYear;
  private final List<DraftMilestone> milestones = new ArrayList<>();
  private final List<DeadlineReading.Fault> faults = new ArrayList<>();
  private int previousYear;
  private int pendingFrom = -1;

  private DeadlinePhraseReader(int listYear) {
    this.listYear = listYear;
  }

  /**
   * @param phrase as printed, without its label
   * @param listYear the year of the list, 0 when unknown
   */
  static DeadlineReading read(String phrase, int listYear) {
    DeadlinePhraseReader reader = new DeadlinePhraseReader(listYear);
    if (phrase.length() > LONGEST) {
      reader.fault(FlagCode.UNREADABLE_DEADLINE, phrase, "太长,不像时限");
    } else {
      reader.readParts(phrase);
    }
    return new DeadlineReading(reader.milestones, reader.faults);
  }

  private void readParts(String phrase) {
    String half = HalfWidth.of(phrase);
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= half.length(); i++) {
      boolean ends = i == half.length() || (depth == 0 && ",;、。".indexOf(half.charAt(i)) >= 0);
      if (ends) {
        readPart(phrase, half, start, i);
        start = i + 1;
      } else {
        depth = Brackets.step(depth, half.charAt(i));
      }
    }
    if (milestones.isEmpty() && faults.isEmpty()) {
      fault(FlagCode.UNREADABLE_DEADLINE, phrase, "没有可识别的日期");
    }
    decideKinds();
  }

  private void readPart(String phrase, String half, int start, int end) {
    String part = half.substring(start, end);
    if (part.isBlank()) {
      return;
    }
    if (RECURRING.matcher(part).find()) {
      add(MilestoneKind.ONGOING, null, phrase, start, end);
      fault(FlagCode.DOUBTFUL_DEADLINE, phrase.substring(start, end), "写有固定周期,按长期事项的默认节奏督办,请核对");
      return;
    }
    List<DatePhrase> dates = DatePhraseReader.find(part, listYear, previousYear);
    checkLeftOver(part, dates, phrase, start);
    if (dates.isEmpty()) {
      readDateless(part, phrase, start, end);
    } else {
      readDated(part, dates, phrase, start, end);
    }
  }

  private void readDateless(String part, String phrase, int start, int end) {
    if (WITHOUT_END.matcher(part).find()) {
      add(MilestoneKind.ONGOING, null, phrase, start, end);
    } else if (milestones.isEmpty()) {
      pendingFrom = pendingFrom < 0 ? start : pendingFrom;
    } else {
      int last = milestones.size() - 1;
      DraftMilestone before = milestones.get(last);
      String longer = before.phrase() + phrase.charAt(start - 1) + phrase.substring(start, end);
      milestones.set(last, new DraftMilestone(before.kind(), before.due(), longer));
    }
  }

  private void readDated(String part, List<DatePhrase> dates, String phrase, int start, int end) {
    Matcher withoutEnd = WITHOUT_END.matcher(part);
    int lastDate = dates.get(dates.size() - 1).end();
    boolean goesOn = withoutEnd.find(lastDate);
    int datedEnd = goesOn ? withoutEnd.start() : part.length();
    int from = 0;
    for (int i = 0; i < dates.size(); i++) {
      DatePhrase date = dates.get(i);
      boolean isLast = i + 1 == dates.size();
      if (!isLast && isRange(part, date, dates.get(i + 1))) {
        previousYear = date.year();
        continue;
      }
      int to = isLast ? datedEnd : dates.get(i + 1).start();
      addDated(date, phrase, start + from, start + to);
      from = to;
    }
    if (goesOn) {
      add(MilestoneKind.ONGOING, null, phrase, start + datedEnd, end);
    }
  }

  private static boolean isRange(String part, DatePhrase from, DatePhrase to) {
    return RANGE.matcher(part.substring(from.end(), to.start())).matches();
  }

  private void addDated(DatePhrase date, String phrase, int start, int end) {
    String printed = phrase.substring(start, end);
    if (date.fault() != null) {
      fault(date.fault(), printed, date.reason());
    } else if (date.inherited() && latest() != null && date.due().isBefore(latest().due())) {
      fault(FlagCode.UNREADABLE_DEADLINE, printed, "早于前一个时限,未写明是哪一年");
    } else {
      if (listYear > 0 && (date.year() < listYear || date.year() > listYear + FARTHEST)) {
        fault(FlagCode.DOUBTFUL_DEADLINE, printed, "不在清单年度 " + listYear + " 之内,请核对年份");
      }
      boolean first = FIRST_RESULTS.matcher(HalfWidth.of(printed)).find();
      add(first ? MilestoneKind.STAGE : MilestoneKind.COMPLETION, date, phrase, start, end);
    }
    previousYear = date.year() == 0 ? previousYear : date.year();
  }

  private DraftMilestone latest() {
    DraftMilestone latest = null;
    for (DraftMilestone milestone : milestones) {
      if (milestone.due() != null) {
        latest = milestone;
      }
    }
    return latest;
  }

  private void add(MilestoneKind kind, DatePhrase date, String phrase, int start, int end) {
    int from = pendingFrom < 0 ? start : pendingFrom;
    pendingFrom = -1;
    String printed = phrase.substring(from, end);
    Matcher connector = CONNECTOR.matcher(HalfWidth.of(printed));
    if (connector.find()) {
      printed = printed.substring(0, connector.start());
    }
    milestones.add(
        new DraftMilestone(kind, date == null ? null : date.due(), HalfWidth.strip(printed)));
  }

  private void checkLeftOver(String part, List<DatePhrase> dates, String phrase, int start) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (DatePhrase date : dates) {
      left.append(part, from, date.start()).append('|');
      from = date.end();
    }
    left.append(part, from, part.length());
    if (TIME.matcher(left).find()) {
      String printed = phrase.substring(start, start + part.length());
      fault(FlagCode.UNREADABLE_DEADLINE, printed, "含有无法识别的时间说法");
    }
  }

  /** Everything is delivered at the last date only; one before it asks for a stage. */
  private void decideKinds() {
    boolean later = false;
    boolean completes = false;
    boolean goesOn = false;
    for (int i = milestones.size() - 1; i >= 0; i--) {
      DraftMilestone milestone = milestones.get(i);
      goesOn |= milestone.kind() == MilestoneKind.ONGOING;
      completes |= milestone.kind() == MilestoneKind.COMPLETION;
      if (later && milestone.kind() == MilestoneKind.COMPLETION) {
        milestones.set(
            i, new DraftMilestone(MilestoneKind.STAGE, milestone.due(), milestone.phrase()));
      }
      later |= milestone.due() != null;
    }
    if (!milestones.isEmpty() && !completes && !goesOn && faults.isEmpty()) {
      fault(FlagCode.DOUBTFUL_DEADLINE, milestones.get(0).phrase(), "只有阶段性时限,没有写明何时全部完成");
    }
  }

  private void fault(FlagCode code, String printed, String reason) {
    faults.add(new DeadlineReading.Fault(code, "时限" + Excerpt.of(printed) + reason + "。"));
  }
}
