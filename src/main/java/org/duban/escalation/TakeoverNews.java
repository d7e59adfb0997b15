package org.duban.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.duban.programme.Assignment;
import org.duban.programme.AssignmentsChanged;
import org.duban.programme.AssignmentsChanged.Left;
import org.duban.programme.AssignmentsChanged.Taking;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneState;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.programme.Role;
import org.springframework.stereotype.Component;

/**
 * Tells handlers and heads, once, what their department took over and by when, or that it has
 * something no more. What wasn't sent yet to those who left is not sent.
 */
@Component
class TakeoverNews {

  private static final String TAKEN = "TAKEN_OVER";
  private static final String HANDED = "HANDED_OVER";

  private final Projects projects;
  private final Directory directory;
  private final Chunk chunks;
  private final OpenTerms terms;
  private final WorkingCalendar calendar;
  private final Outbox outbox;
  private final Clock clock;

  TakeoverNews(
      Projects projects,
      Directory directory,
      Chunk chunks,
      OpenTerms terms,
      WorkingCalendar calendar,
      Outbox outbox,
      Clock clock) {
    this.projects = projects;
    this.directory = directory;
    this.chunks = chunks;
    this.terms = terms;
    this.calendar = calendar;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @param asked departments whose heads are asked to explain a delay
   */
  void tell(AssignmentsChanged changed, Set<String> asked) {
    Project project = projects.find(changed.projectId()).orElseThrow();
    recall(changed);
    Map<String, List<Left>> left = new LinkedHashMap<>();
    changed
        .left()
        .forEach(one -> left.computeIfAbsent(one.department(), any -> new ArrayList<>()).add(one));
    List<Message> messages = new ArrayList<>();
    for (Taking taking : changed.taking()) {
      List<Left> lost = left.getOrDefault(taking.department(), List.of());
      left.remove(taking.department());
      messages.addAll(taken(changed, project, taking, lost, asked.contains(taking.department())));
    }
    left.forEach(
        (department, lost) -> messages.addAll(handedOver(changed, project, department, lost)));
    outbox.queue(messages);
  }

  private void recall(AssignmentsChanged changed) {
    Set<String> gone =
        changed.left().stream()
            .filter(Left::altogether)
            .flatMap(one -> people(one.department()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Stream<String> concerned =
        Stream.concat(
            Stream.of(Directory.SUPERVISING_OFFICE, Directory.LEADER),
            projects.assignments(changed.projectId()).stream().map(Assignment::departmentCode));
    gone.removeAll(concerned.flatMap(this::people).toList());
    outbox.recall(changed.projectId(), gone, Set.of(HANDED, "LIFTED", "EXTENSION"));
  }

  private List<Message> taken(
      AssignmentsChanged changed,
      Project project,
      Taking taking,
      List<Left> lost,
      boolean mustExplain) {
    String department = taking.department();
    List<Milestone> owed =
        projects.owed(project.id()).stream().filter(one -> !one.isRhythm()).toList();
    List<Watched> watched =
        owed.stream()
            .flatMap(one -> chunks.of(one.id()).stream())
            .filter(one -> one.term() == Term.MILESTONE || one.holder().equals(department))
            .toList();
    StringBuilder text = new StringBuilder();
    text.append("【接办】").append(called(project)).append("：");
    text.append(directory.nameOf(department)).append("现为").append(parts(project.id(), department));
    if (!taking.from().isEmpty()) {
      text.append("，此前由").append(names(taking.from())).append("承担");
    }
    lost.forEach(one -> text.append("，").append(lost(one)));
    text.append("。");
    owed.forEach(one -> text.append(standing(one, watched)).append("。"));
    ownTerms(project.id(), owed, department)
        .forEach(one -> text.append(one.term().label()).append(' ').append(one.due()).append("。"));
    if (mustExplain) {
      text.append("请负责人说明延误原因和补救时限。");
    }
    text.append(changed.why());
    Watched first =
        watched.stream()
            .filter(one -> !suspended(owed, one))
            .min(Comparator.comparing(one -> one.course().due()))
            .orElse(null);
    return messages(changed, project, owed, TAKEN, department, text.toString(), first);
  }

  private List<Message> handedOver(
      AssignmentsChanged changed, Project project, String department, List<Left> lost) {
    String text =
        "【移交】"
            + called(project)
            + "："
            + directory.nameOf(department)
            + lost.stream().map(this::lost).collect(Collectors.joining("，"))
            + "。"
            + changed.why();
    return messages(
        changed,
        project,
        projects.owed(project.id()).stream().filter(one -> !one.isRhythm()).toList(),
        HANDED,
        department,
        text,
        null);
  }

  private List<Message> messages(
      AssignmentsChanged changed,
      Project project,
      List<Milestone> owed,
      String kind,
      String department,
      String text,
      Watched first) {
    String milestone = owed.size() == 1 ? owed.get(0).id() : null;
    String occasion = project.id() + "/seats/" + changed.act() + "/" + department;
    return people(department)
        .distinct()
        .map(
            person ->
                new Message(
                    project.tenantId(),
                    project.id(),
                    milestone,
                    occasion,
                    kind,
                    person,
                    text,
                    called(project),
                    first == null ? null : first.course().due(),
                    first == null ? null : workingDays(first)))
        .toList();
  }

  private String parts(String projectId, String department) {
    List<String> leads = projects.leads(projectId);
    List<String> parts = new ArrayList<>();
    if (leads.contains(department)) {
      boolean speaks = leads.size() > 1 && leads.get(0).equals(department);
      parts.add(speaks ? "第一牵头部门（负责汇总反馈）" : "牵头部门");
    }
    projects.assignments(projectId).stream()
        .filter(one -> one.role() == Role.SUPPORT && one.departmentCode().equals(department))
        .forEach(one -> parts.add(one.signsOff() ? "配合部门（须会签反馈）" : "配合部门"));
    return String.join("、", parts);
  }

  private String lost(Left left) {
    String what = "不再是" + (left.role() == Role.LEAD ? "牵头" : "配合") + "部门";
    return left.to().isEmpty() ? what : what + "，由" + names(left.to()) + "承接";
  }

  /** What is owed of a milestone, by when, and how late it is. */
  private String standing(Milestone milestone, List<Watched> watched) {
    boolean suspended = milestone.state() == MilestoneState.SUSPENDED;
    return watched.stream()
        .filter(one -> one.milestoneId().equals(milestone.id()))
        .map(
            one ->
                Announcement.what(one)
                    + "，"
                    + (suspended ? "已中止计时" : Announcement.standing(workingDays(one)) + level(one)))
        .collect(Collectors.joining("；"));
  }

  /** What it was asked besides and doesn't climb the ladder. */
  private List<OpenTerm> ownTerms(String projectId, List<Milestone> owed, String department) {
    return Stream.concat(
            terms.ofProject(projectId).stream(),
            owed.stream().flatMap(one -> terms.ofMilestone(one.id()).stream()))
        .filter(one -> one.holder().equals(department) && one.term().remindedOf())
        .toList();
  }

  private static String level(Watched watched) {
    int level = watched.course().level();
    return level == 0 ? "" : "，已列" + Rung.valueOf("LEVEL_" + level).label();
  }

  private static boolean suspended(List<Milestone> owed, Watched watched) {
    return owed.stream()
        .anyMatch(
            one ->
                one.id().equals(watched.milestoneId()) && one.state() == MilestoneState.SUSPENDED);
  }

  private int workingDays(Watched watched) {
    return calendar.workingDaysTo(watched.course().countedFrom(), LocalDate.now(clock));
  }

  private Stream<String> people(String holder) {
    return Stream.concat(directory.handlers(holder).stream(), directory.heads(holder).stream())
        .map(Person::id);
  }

  private String names(List<String> departments) {
    return departments.stream().map(directory::nameOf).collect(Collectors.joining("、"));
  }

  private static String called(Project project) {
    return project.number() + "、" + project.title();
  }
}
