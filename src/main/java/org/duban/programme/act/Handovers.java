package org.duban.programme.act;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.directory.Department;
import org.duban.directory.Directory;
import org.duban.programme.ActRefused;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Project;
import org.duban.programme.Role;
import org.duban.programme.Sentence;
import org.duban.programme.handover.Handover;
import org.duban.programme.handover.HandoverPolicy;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.Naming;
import org.duban.programme.listing.Seat;
import org.duban.programme.register.ProjectRows;
import org.duban.programme.revision.Listing;
import org.duban.programme.revision.ProjectChange;
import org.duban.programme.revision.Revision;
import org.duban.programme.revision.SeatMoves;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Departments that take another's place in a project, for all that is still open in it. */
@Component
public class Handovers {

  private final ProjectHold hold;
  private final ProjectRows projects;
  private final Listing listing;
  private final SeatMoves seats;
  private final Directory directory;
  private final HandoverPolicy policy;
  private final Clock clock;

  Handovers(
      ProjectHold hold,
      ProjectRows projects,
      Listing listing,
      SeatMoves seats,
      Directory directory,
      Clock clock) {
    this.hold = hold;
    this.projects = projects;
    this.listing = listing;
    this.seats = seats;
    this.directory = directory;
    this.policy = new HandoverPolicy(directory);
    this.clock = clock;
  }

  /**
   * What the one filed stays on record as its own.
   *
   * @param from code of the department that leaves
   * @param to code of the department that takes its place
   * @param role LEAD or SUPPORT; needed only when the one that leaves has both
   * @throws InvalidSubmission when something is missing, or the role is none
   * @throws DepartmentUnfit when nobody could work under that code
   * @throws ActRefused when the project is over, the one has no such place, the other has it, or
   *     would sign what it reports itself
   */
  @Transactional
  public Project reassign(
      String projectId, String from, String to, String role, String reason, String userId) {
    Revision act = hold.take(projectId, reason, userId);
    Project project = projects.find(projectId).orElseThrow();
    if (project.state().equals("CLOSED") || project.state().equals("WITHDRAWN")) {
      throw ActRefused.notNow(
          project.name() + (project.state().equals("CLOSED") ? "已销号" : "已撤销") + "，不能再调整责任单位。");
    }
    Department next = fit(Sentence.required("接办单位代码（to）", to, Sentence.LONGEST));
    String leaving = Sentence.required("原责任单位代码（from）", from, Sentence.LONGEST);
    ListedProject before = listing.of(project);
    Role place = place(before, leaving, role);
    if (before.departments(place).contains(next.code())) {
      throw ActRefused.notNow(next.name() + "已经是本事项的" + word(place) + "单位。");
    }
    if (place == Role.SUPPORT && before.departments(Role.LEAD).contains(next.code())) {
      throw ActRefused.notNow(next.name() + "牵头本事项，不能会签自己的反馈，请另选接办会签的单位。");
    }
    carryOut(act, before, List.of(new Handover(leaving, next.code(), place, next.name())));
    return project;
  }

  /** In the transaction of whoever holds the project. */
  public void carryOut(Revision act, ListedProject before, List<Handover> handovers) {
    ListedProject after = policy.after(before, handovers);
    seats.carryOut(
        act, new ProjectChange(before, after, List.of(), List.of(), Naming.AS_IT_IS), handovers);
  }

  private Department fit(String code) {
    Department department =
        directory
            .withCode(code)
            .orElseThrow(() -> new DepartmentUnfit("部门目录中没有代码为 " + code + " 的单位。"));
    if (department.collective()) {
      throw new DepartmentUnfit(department.name() + "是集合单位，请写明具体的单位。");
    }
    if (!department.validOn(LocalDate.now(clock))) {
      throw new DepartmentUnfit(department.name() + "今天不在有效期内，不能接办。");
    }
    return department;
  }

  private Role place(ListedProject project, String department, String role) {
    List<Role> places =
        project.seats().stream()
            .filter(seat -> seat.department().equals(department))
            .map(Seat::role)
            .filter(one -> role == null || one.name().equals(role))
            .toList();
    if (role != null && !role.equals("LEAD") && !role.equals("SUPPORT")) {
      throw new InvalidSubmission("role 应为 LEAD 或 SUPPORT，收到的是“" + role + "”。");
    }
    String name = directory.withCode(department).map(Department::name).orElse(department);
    if (places.isEmpty()) {
      throw ActRefused.notNow(
          name + "不是本事项的" + (role == null ? "责任" : word(Role.valueOf(role))) + "单位。");
    }
    if (places.size() > 1) {
      throw new InvalidSubmission(name + "既牵头又配合，请用 role 写明调整哪一个：LEAD 或 SUPPORT。");
    }
    return places.get(0);
  }

  private static String word(Role role) {
    return role == Role.LEAD ? "牵头" : "配合";
  }
}
