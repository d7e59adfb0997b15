package org.duban.notice.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.DateRule;
import org.duban.notice.DraftMilestone;
import org.duban.notice.FlagCode;
import org.duban.notice.MilestoneKind;
import org.duban.notice.YearSource;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.HalfWidth;

/**
 * Reads the deadline of an item, part by part: "2021年6月底取得阶段性成效,12月底前完成".
 *
 * <p>A part with a date is a STAGE when it speaks of first results or when a later date follows it,
 * else the COMPLETION. 长期坚持 and its like are ONGOING. A part with neither stays with the phrase
 * beside it, unless it speaks of time in a way that isn't known: then it is a fault.
 */
public final class DeadlinePhraseReader {

  private static final int LONGEST = 500;
  private static final Pattern FIRST_RESULTS = Pattern.compile("阶段|初步|初见|取得.{0,6}(?:成效|进展|成果|突破)");
  private static final Pattern WITHOUT_END = Pattern.compile("长期|持续|常态|经常性|不间断");
  private static final Pattern RECURRING =
      Pattern.compile("每(?:个|一)?(?:半年|年|季度?|月|周|日|天|旬)|按(?:年|季|月|周|旬)");
  private static final Pattern TIME =
      Pattern.compile("\\d\\s?(?:个)?(?:工作日|年|月|日|天|周|小时)|月|旬|季度|[日天周年]内|\\d{4}|立即|尽快");
  private static final Pattern FEAST =
      Pattern.compile(
          "(?:春节|元旦|元宵|清明|五一|端午|中秋|国庆|双节|两节|汛期|入冬|入汛|雨季|冬季|夏季|春季|秋季|采暖期?|供暖期?|开学|暑期|暑假|寒假|高考|两会)(?:节|来临|到来)*(?:之|以)?前");
  private static final Pattern AT_ONCE = Pattern.compile("立行立改|即知即改|立查立改|立即整改|即行即改");
  private static final Pattern BEGINS_ONLY = Pattern.compile("(?:动工|开工|启动|进场)(?:建设)?$");
  private static final Pattern WITHIN = Pattern.compile("年内持续|全年持续");
  private static final Pattern DEADLINE_WORD =
      Pattern.compile("前|底|末|年内|全年|半年|季度|旬|完成|坚持|推进|开展|长期");
  private static final Pattern RANGE = Pattern.compile("\\s?(?:[-—–~]{1,2}|至|到)\\s?");
  private static final Pattern CONNECTOR = Pattern.compile("[,;、。/\\s并且和后]+$");
  private static final int FARTHEST = 10;
  private static final int SOME_YEAR = 2000;

  private final int listYear;
  private final YearSource listYearFrom;
  private final List<Part> milestones = new ArrayList<>();
  private final List<DeadlineReading.Fault> faults = new ArrayList<>();
  private int previousYear;
  private int pendingFrom = -1;

  /**
   * @param date null without one
   */
  private record Part(MilestoneKind kind, DatePhrase date, DateRule rule, int from, int to) {

    LocalDate due() {
      return date == null ? null : date.due();
    }

    Part as(MilestoneKind another) {
      return new Part(another, date, rule, from, to);
    }
  }

  private DeadlinePhraseReader(int listYear, YearSource listYearFrom) {
    this.listYear = listYear;
    this.listYearFrom = listYearFrom;
  }

  /** Whether a short piece of half-width text says when, in whatever way. */
  public static boolean speaksOfTime(String half) {
    return half.length() <= LONGEST
        && (WITHOUT_END.matcher(half).find()
            || RECURRING.matcher(half).find()
            || FEAST.matcher(half).find()
            || AT_ONCE.matcher(half).find()
            || !DatePhraseReader.find(half, SOME_YEAR, 0).isEmpty());
  }

  /** The same for text that isn't expected to, such as that in a bracket. */
  static boolean speaksOfDeadline(String half) {
    return DEADLINE_WORD.matcher(half).find()
        && (!DatePhraseReader.find(half, SOME_YEAR, 0).isEmpty()
            || half.matches("(?:长期坚持|持续推进|长期推进|常态化推进|长期)"));
  }

  /**
   * @param phrase as printed, without its label
   * @param listYear the year of the list, 0 when unknown
   */
  public static DeadlineReading read(String phrase, int listYear) {
    return read(phrase, listYear, YearSource.TITLE);
  }

  /**
   * @param listYearFrom where the year of the list was found
   */
  public static DeadlineReading read(String phrase, int listYear, YearSource listYearFrom) {
    return read(phrase, listYear, listYearFrom, 0);
  }

  /**
   * @param earlierYear the year of the date before this phrase, in the same item; 0 without one
   */
  public static DeadlineReading read(
      String phrase, int listYear, YearSource listYearFrom, int earlierYear) {
    DeadlinePhraseReader reader = new DeadlinePhraseReader(listYear, listYearFrom);
    reader.previousYear = earlierYear;
    if (phrase.length() > LONGEST) {
      reader.fault(FlagCode.UNREADABLE_DEADLINE, phrase, "太长,不像时限");
    } else {
      reader.readParts(phrase);
    }
    return reader.reading(phrase);
  }

  private DeadlineReading reading(String phrase) {
    List<DraftMilestone> read = new ArrayList<>();
    List<DeadlineReading.Span> spans = new ArrayList<>();
    for (Part part : milestones) {
      DatePhrase date = part.date;
      YearSource from =
          date == null ? null : date.yearFrom() == null ? listYearFrom : date.yearFrom();
      String printed = phrase.substring(part.from, part.to);
      read.add(new DraftMilestone(part.kind, part.due(), printed, part.rule, from));
      spans.add(new DeadlineReading.Span(part.from, part.to));
    }
    return new DeadlineReading(read, faults, spans);
  }

  private void readParts(String phrase) {
    String half = HalfWidth.of(phrase);
    int start = 0;
    int depth = 0;
    for (int i = 0; i <= half.length(); i++) {
      boolean ends =
          i == half.length()
              || (depth == 0 && (",;、。".indexOf(half.charAt(i)) >= 0 || isParagraphEnd(half, i)));
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
    decideKinds(phrase);
  }

  /** In a cell, a stroke parts paragraphs; between digits it is part of a date. */
  private static boolean isParagraphEnd(String half, int place) {
    return half.charAt(place) == '/'
        && !(place > 0
            && place + 1 < half.length()
            && Character.isDigit(half.charAt(place - 1))
            && Character.isDigit(half.charAt(place + 1)));
  }

  private void readPart(String phrase, String half, int start, int end) {
    String part = half.substring(start, end);
    if (part.isBlank()) {
      return;
    }
    if (RECURRING.matcher(part).find()) {
      add(MilestoneKind.ONGOING, null, DateRule.RECURRING, phrase, start, end);
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
      add(MilestoneKind.ONGOING, null, DateRule.WITHOUT_END, phrase, start, end);
    } else if (milestones.isEmpty()) {
      pendingFrom = pendingFrom < 0 ? start : pendingFrom;
    } else {
      int last = milestones.size() - 1;
      Part before = milestones.get(last);
      milestones.set(last, new Part(before.kind, before.date, before.rule, before.from, end));
    }
  }

  private void readDated(String part, List<DatePhrase> dates, String phrase, int start, int end) {
    Matcher withoutEnd = WITHOUT_END.matcher(part);
    int lastDate = dates.get(dates.size() - 1).end();
    boolean goesOn = withoutEnd.find(lastDate);
    if (goesOn && dates.size() == 1 && WITHIN.matcher(part).find()) {
      addDated(dates.get(0), phrase, start, end);
      fault(FlagCode.DOUBTFUL_DEADLINE, phrase.substring(start, end), "要求当年内持续推进,按年底完成督办,请核对");
      return;
    }
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
      add(MilestoneKind.ONGOING, null, DateRule.WITHOUT_END, phrase, start + datedEnd, end);
    }
  }

  private static boolean isRange(String part, DatePhrase from, DatePhrase to) {
    return RANGE.matcher(part.substring(from.end(), to.start())).matches();
  }

  private void addDated(DatePhrase date, String phrase, int start, int end) {
    String printed = phrase.substring(start, end);
    if (date.fault() != null) {
      fault(date.fault(), printed, date.reason());
    } else if (date.inherited() && latest() != null && date.due().isBefore(latest())) {
      fault(FlagCode.UNREADABLE_DEADLINE, printed, "早于前一个时限,未写明是哪一年");
    } else {
      if (listYear > 0 && (date.year() < listYear || date.year() > listYear + FARTHEST)) {
        fault(FlagCode.DOUBTFUL_DEADLINE, printed, "不在清单年度 " + listYear + " 之内,请核对年份");
      }
      boolean first = FIRST_RESULTS.matcher(HalfWidth.of(printed)).find();
      MilestoneKind kind = first ? MilestoneKind.STAGE : MilestoneKind.COMPLETION;
      add(kind, date, date.rule(), phrase, start, end);
    }
    previousYear = date.year() == 0 ? previousYear : date.year();
  }

  private LocalDate latest() {
    LocalDate latest = null;
    for (Part milestone : milestones) {
      latest = milestone.due() == null ? latest : milestone.due();
    }
    return latest;
  }

  private void add(
      MilestoneKind kind, DatePhrase date, DateRule rule, String phrase, int start, int end) {
    int from = pendingFrom < 0 ? start : pendingFrom;
    pendingFrom = -1;
    Matcher connector = CONNECTOR.matcher(HalfWidth.of(phrase.substring(from, end)));
    int to = connector.find() ? from + connector.start() : end;
    while (from < to && HalfWidth.isBlank(phrase.charAt(from))) {
      from++;
    }
    milestones.add(new Part(kind, date, rule, from, to));
  }

  private void checkLeftOver(String part, List<DatePhrase> dates, String phrase, int start) {
    StringBuilder left = new StringBuilder();
    int from = 0;
    for (DatePhrase date : dates) {
      left.append(part, from, date.start()).append('|');
      from = date.end();
    }
    left.append(part, from, part.length());
    if (TIME.matcher(left).find() || FEAST.matcher(left).find() || AT_ONCE.matcher(left).find()) {
      String printed = phrase.substring(start, start + part.length());
      fault(FlagCode.UNREADABLE_DEADLINE, printed, "含有无法识别的时间说法");
    }
  }

  /** Everything is delivered at the last date only; one before it asks for a stage. */
  private void decideKinds(String phrase) {
    boolean later = false;
    boolean completes = false;
    boolean goesOn = false;
    for (int i = milestones.size() - 1; i >= 0; i--) {
      Part milestone = milestones.get(i);
      goesOn |= milestone.kind == MilestoneKind.ONGOING;
      completes |= milestone.kind == MilestoneKind.COMPLETION;
      if (later && milestone.kind == MilestoneKind.COMPLETION) {
        milestones.set(i, milestone.as(MilestoneKind.STAGE));
      }
      later |= milestone.due() != null;
    }
    if (!milestones.isEmpty() && !completes && !goesOn && faults.isEmpty()) {
      fault(FlagCode.DOUBTFUL_DEADLINE, printed(phrase, 0), "只有阶段性时限,没有写明何时全部完成");
    }
    int last = milestones.size() - 1;
    if (completes && !goesOn && BEGINS_ONLY.matcher(printed(phrase, last)).find()) {
      fault(FlagCode.DOUBTFUL_DEADLINE, printed(phrase, last), "只写明何时开工,请核对是否就是完成时限");
    }
  }

  private String printed(String phrase, int milestone) {
    return phrase.substring(milestones.get(milestone).from, milestones.get(milestone).to);
  }

  private void fault(FlagCode code, String printed, String reason) {
    faults.add(new DeadlineReading.Fault(code, "时限" + Excerpt.of(printed) + reason + "。"));
  }
}
