package org.duban.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads one item. Whatever is wrong with it is flagged; all faults are shown at once. */
final class ItemReader {

  private static final int LONGEST_TITLE = 300;

  private final DepartmentReader departments;
  private final int year;

  ItemReader(DepartmentReader departments, int year) {
    this.departments = departments;
    this.year = year;
  }

  DraftProject read(RawItem item) {
    List<Flag> flags = new ArrayList<>();
    Heading heading = item.heading();
    String title = title(heading, flags);
    for (Label label : Label.values()) {
      checkRepeated(item.labelled(label), label, flags);
    }
    List<String> leads = departments.read(item.labelled(Label.LEAD), flags);
    if (leads.isEmpty()) {
      flags.add(FlagCode.NO_LEAD.at(heading.line(), itemName(heading) + "没有写明牵头部门。"));
    }
    List<String> supports = departments.read(item.labelled(Label.SUPPORT), flags);
    List<Labelled> deadlines = item.labelled(Label.DEADLINE);
    String phrase = deadlines.stream().map(Labelled::value).collect(Collectors.joining(","));
    List<DraftMilestone> milestones = milestones(heading, deadlines, flags);
    List<DraftCommitment> commitments = commitments(item, title, flags);
    for (Line line : item.unplaced()) {
      flags.add(
          FlagCode.UNPLACED_TEXT.at(line.number(), Excerpt.of(line.text()) + "不属于任何一项,没有读入。"));
    }
    String text = item.body().stream().map(Line::text).collect(Collectors.joining("\n"));
    return new DraftProject(
        heading.number(),
        heading.ordinal(),
        title,
        text,
        heading.line(),
        leads,
        supports,
        phrase,
        milestones,
        commitments,
        flags);
  }

  static String itemName(Heading heading) {
    return "第" + heading.number() + "项";
  }

  private static String title(Heading heading, List<Flag> flags) {
    String title = heading.title();
    if (title.isEmpty()) {
      flags.add(FlagCode.UNREADABLE_TITLE.at(heading.line(), itemName(heading) + "没有标题。"));
    } else if (title.length() > LONGEST_TITLE) {
      flags.add(
          FlagCode.UNREADABLE_TITLE.at(
              heading.line(), itemName(heading) + "的标题有 " + title.length() + " 字,不像标题。"));
    }
    return title;
  }

  private static void checkRepeated(List<Labelled> values, Label label, List<Flag> flags) {
    for (Labelled value : values.subList(Math.min(1, values.size()), values.size())) {
      flags.add(
          FlagCode.REPEATED_LABEL.at(
              value.line(),
              "“" + value.word() + "”在同一项中又写了一次" + label.chineseName() + ",可能缺少下一项的标题。"));
    }
  }

  private List<DraftMilestone> milestones(
      Heading heading, List<Labelled> deadlines, List<Flag> flags) {
    List<DraftMilestone> milestones = new ArrayList<>();
    boolean none = true;
    for (Labelled deadline : deadlines) {
      if (deadline.value().isEmpty()) {
        continue;
      }
      none = false;
      DeadlineReading reading = DeadlinePhraseReader.read(deadline.value(), year);
      milestones.addAll(reading.milestones());
      reading
          .faults()
          .forEach(fault -> flags.add(fault.code().at(deadline.line(), fault.reason())));
    }
    if (none) {
      flags.add(FlagCode.NO_DEADLINE.at(heading.line(), itemName(heading) + "没有写明完成时限。"));
    }
    return milestones;
  }

  /** An item that is a heading only makes its promise there. */
  private static List<DraftCommitment> commitments(RawItem item, String title, List<Flag> flags) {
    List<Line> lines =
        item.body().isEmpty() ? List.of(new Line(item.heading().line(), title)) : item.body();
    List<DraftCommitment> commitments = new ArrayList<>();
    for (Line line : lines) {
      CommitmentReading reading = CommitmentReader.read(line.text());
      commitments.addAll(reading.commitments());
      reading
          .doubts()
          .forEach(doubt -> flags.add(FlagCode.DOUBTFUL_NUMBER.at(line.number(), doubt)));
    }
    return commitments;
  }
}
