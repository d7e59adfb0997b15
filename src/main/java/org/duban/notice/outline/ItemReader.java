package org.duban.notice.outline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.notice.DraftCommitment;
import org.duban.notice.DraftMilestone;
import org.duban.notice.DraftProject;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.MilestoneKind;
import org.duban.notice.Place;
import org.duban.notice.language.DeadlinePhraseReader;
import org.duban.notice.language.DeadlineReading;
import org.duban.notice.language.DepartmentReader;
import org.duban.notice.language.DutyPhrase;
import org.duban.notice.language.DutyPolicy;
import org.duban.notice.language.Label;
import org.duban.notice.language.Labelled;
import org.duban.notice.language.NameList;
import org.duban.notice.language.TextDeadline;
import org.duban.notice.language.UnitName;
import org.duban.notice.language.YearPolicy;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.Passage;
import org.duban.notice.quantity.CommitmentReader;
import org.duban.notice.quantity.CommitmentReading;

/** Reads one item. Whatever is wrong with it is flagged; all faults are shown at once. */
public final class ItemReader {

  private static final int LONGEST_TITLE = 300;

  private final DepartmentReader departments;
  private final YearPolicy.Decision year;
  private final boolean firstLeads;

  /**
   * @param firstLeads whether the list says that the first of several units leads
   */
  public ItemReader(DepartmentReader departments, YearPolicy.Decision year, boolean firstLeads) {
    this.departments = departments;
    this.year = year;
    this.firstLeads = firstLeads;
  }

  /**
   * @param ordinal the item's place in the list, or its number where all numbers differ
   */
  public DraftProject read(RawItem item, int ordinal) {
    List<Flag> flags = new ArrayList<>();
    List<Place> places = new ArrayList<>(item.title().places("title"));
    checkTitle(item, flags);
    item.body().forEach(line -> places.addAll(line.places("text")));
    DutyPolicy.Duties duties = duties(item, flags);
    addPlaces(duties.leads(), "leads", places);
    addPlaces(duties.supports(), "supports", places);
    List<Passage> deadlines = deadlines(item, flags);
    deadlines.forEach(deadline -> places.addAll(deadline.places("deadlinePhrase")));
    List<DraftMilestone> milestones = milestones(item, deadlines, flags, places);
    List<DraftCommitment> commitments = commitments(item, flags, places);
    for (Passage line : item.unplaced()) {
      flags.add(FlagCode.UNPLACED_TEXT.at(line.line(), Excerpt.of(line.text()) + "不属于任何一项,没有读入。"));
    }
    flags.addAll(item.notes());
    return new DraftProject(
        item.number(),
        ordinal,
        item.title().text(),
        item.body().stream().map(Passage::text).collect(Collectors.joining("\n")),
        item.line(),
        texts(duties.leads()),
        texts(duties.supports()),
        deadlines.stream().map(Passage::text).collect(Collectors.joining(",")),
        milestones,
        commitments,
        flags,
        item.parents(),
        leaders(item),
        places);
  }

  private static String name(RawItem item) {
    return item.number().isEmpty() ? "这一项" : "第" + item.number() + "项";
  }

  private static void checkTitle(RawItem item, List<Flag> flags) {
    int length = item.title().length();
    if (length == 0) {
      flags.add(FlagCode.UNREADABLE_TITLE.at(item.line(), name(item) + "没有标题。"));
    } else if (length > LONGEST_TITLE) {
      flags.add(
          FlagCode.UNREADABLE_TITLE.at(item.line(), name(item) + "的标题有 " + length + " 字,不像标题。"));
    }
  }

  private DutyPolicy.Duties duties(RawItem item, List<Flag> flags) {
    List<Labelled> values = new ArrayList<>();
    boolean bare = !item.namesUnits() && item.bareUnits() != null;
    if (bare) {
      values.add(item.bareUnits());
      flags.add(
          FlagCode.DOUBTFUL_LEAD.at(
              item.line(),
              "括号中的" + Excerpt.of(item.bareUnits().value()) + "没有写明是责任单位,按责任单位读入,请核对。"));
    }
    for (Labelled value : item.labelled()) {
      List<Labelled> inWords =
          value.label().namesUnits() ? DutyPhrase.read(value.passage()) : List.of();
      values.addAll(inWords.isEmpty() ? List.of(value) : inWords);
    }
    List<UnitName> leads = departments.read(of(values, Label.LEAD), flags);
    List<UnitName> responsible = departments.read(of(values, Label.RESPONSIBLE), flags);
    int before = flags.size();
    List<Flag> ofSupports = new ArrayList<>();
    List<UnitName> supports = departments.read(of(values, Label.SUPPORT), ofSupports);
    DutyPolicy.Duties duties = DutyPolicy.decide(leads, responsible, supports, firstLeads);
    if (duties.leads().isEmpty()) {
      flags.add(before, FlagCode.NO_LEAD.at(item.line(), name(item) + "没有写明牵头部门。"));
    }
    flags.addAll(ofSupports);
    if (duties.doubt() != null && !bare) {
      flags.add(FlagCode.DOUBTFUL_LEAD.at(item.line(), name(item) + duties.doubt() + ",请核对。"));
    }
    return duties;
  }

  private static List<Labelled> of(List<Labelled> values, Label label) {
    return values.stream().filter(value -> value.label() == label).toList();
  }

  private static List<String> leaders(RawItem item) {
    return item.labelled(Label.LEADER).stream()
        .flatMap(value -> NameList.split(value.passage(), "、,;/").stream())
        .map(Passage::text)
        .toList();
  }

  private static List<String> texts(List<Passage> names) {
    return names.stream().map(Passage::text).toList();
  }

  private static void addPlaces(List<Passage> names, String field, List<Place> places) {
    for (int i = 0; i < names.size(); i++) {
      places.addAll(names.get(i).places(field + "[" + i + "]"));
    }
  }

  private List<Passage> deadlines(RawItem item, List<Flag> flags) {
    List<Passage> labelled =
        item.labelled(Label.DEADLINE).stream()
            .map(Labelled::passage)
            .filter(value -> !value.isEmpty())
            .toList();
    if (!labelled.isEmpty()) {
      return labelled;
    }
    List<Passage> inText = new ArrayList<>(TextDeadline.in(item.title()));
    item.body().forEach(line -> inText.addAll(TextDeadline.in(line)));
    if (inText.isEmpty()) {
      flags.add(FlagCode.NO_DEADLINE.at(item.line(), name(item) + "没有写明完成时限。"));
    } else {
      flags.add(
          FlagCode.DOUBTFUL_DEADLINE.at(
              inText.get(0).line(),
              name(item) + "没有单独写明完成时限,按正文中的" + Excerpt.of(inText.get(0).text()) + "读入,请核对。"));
    }
    return inText;
  }

  private List<DraftMilestone> milestones(
      RawItem item, List<Passage> deadlines, List<Flag> flags, List<Place> places) {
    List<DraftMilestone> milestones = new ArrayList<>();
    boolean inText = item.labelled(Label.DEADLINE).stream().allMatch(v -> v.value().isEmpty());
    int earlier = 0;
    for (Passage deadline : deadlines) {
      DeadlineReading reading =
          DeadlinePhraseReader.read(deadline.text(), year.year(), year.from(), earlier);
      for (DraftMilestone read : reading.milestones()) {
        earlier = read.due() == null ? earlier : read.due().getYear();
      }
      for (int i = 0; i < reading.milestones().size(); i++) {
        DeadlineReading.Span span = reading.spans().get(i);
        places.addAll(
            deadline.sub(span.from(), span.to()).places("milestones[" + milestones.size() + "]"));
        milestones.add(reading.milestones().get(i));
      }
      for (DeadlineReading.Fault fault : reading.faults()) {
        flags.add(fault.code().at(deadline.line(), fault.reason()));
      }
    }
    return inText ? withOneCompletion(milestones) : milestones;
  }

  /** Of several dates in the text the last completes the item. */
  private static List<DraftMilestone> withOneCompletion(List<DraftMilestone> milestones) {
    LocalDate last =
        milestones.stream()
            .map(DraftMilestone::due)
            .filter(due -> due != null)
            .max(LocalDate::compareTo)
            .orElse(null);
    return milestones.stream()
        .map(
            one ->
                one.kind() == MilestoneKind.COMPLETION && !one.due().equals(last)
                    ? new DraftMilestone(
                        MilestoneKind.STAGE, one.due(), one.phrase(), one.rule(), one.yearFrom())
                    : one)
        .toList();
  }

  /** An item that is a heading only makes its promise there, and so does one that begins there. */
  private static List<DraftCommitment> commitments(
      RawItem item, List<Flag> flags, List<Place> places) {
    List<Passage> lines = new ArrayList<>(item.body());
    if (lines.isEmpty() || lines.get(0).line() == item.line()) {
      lines.add(0, item.title());
    }
    List<DraftCommitment> commitments = new ArrayList<>();
    for (Passage line : lines) {
      CommitmentReading reading = CommitmentReader.read(line.text());
      for (int i = 0; i < reading.commitments().size(); i++) {
        DraftCommitment commitment = reading.commitments().get(i);
        int from = reading.starts().get(i);
        places.addAll(
            line.sub(from, from + commitment.text().length())
                .places("commitments[" + commitments.size() + "]"));
        commitments.add(commitment);
      }
      reading.doubts().forEach(doubt -> flags.add(FlagCode.DOUBTFUL_NUMBER.at(line.line(), doubt)));
    }
    return commitments;
  }
}
