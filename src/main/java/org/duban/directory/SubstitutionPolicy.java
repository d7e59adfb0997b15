package org.duban.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who may stand in for whom. A substitute is a colleague of the same organisation unless the
 * supervising office says otherwise, is there all the time, and passes nothing on. The three duties
 * that are held apart are never lent.
 */
final class SubstitutionPolicy {

  private static final int LONGEST_DAYS = 366;
  private static final Set<String> DUTIES = Set.of("system-admin", "security-admin", "auditor");
  private static final String DEPARTMENT = "department-";

  private final Directory directory;

  SubstitutionPolicy(Directory directory) {
    this.directory = directory;
  }

  /**
   * Whether somebody may arrange for a person's absence: the person, the supervising office, or a
   * head of the person's department or of the organisation it belongs to.
   */
  boolean mayArrange(String userId, Set<String> groups, String absent) {
    return groups.contains(Directory.SUPERVISING_OFFICE)
        || userId.equals(absent)
        || directory.account(absent).stream()
            .flatMap(account -> account.groups().stream())
            .filter(group -> group.startsWith(DEPARTMENT))
            .map(group -> group.substring(DEPARTMENT.length()))
            .anyMatch(code -> heads(groups, code));
  }

  private boolean heads(Set<String> groups, String code) {
    String top = directory.topOf(directory.withCode(code).orElseThrow()).code();
    return groups.contains("head-" + code) || groups.contains("head-" + top);
  }

  /**
   * @param byOffice whether the supervising office enters it
   * @param standing all substitutions that aren't over
   * @throws SubstitutionRefused with the first reason against it
   */
  void check(
      SubstitutionOrder order, boolean byOffice, LocalDate today, List<Substitution> standing) {
    checkDays(order, today);
    Account absent = known("absent", order.absent());
    Account substitute = known("substitute", order.substitute());
    refuseIf(order.absent().equals(order.substitute()), "不能由本人代理本人，请另选代理人。");
    keepsNoDuty(absent);
    keepsNoDuty(substitute);
    refuseIf(
        !byOffice && !colleagues(absent, substitute),
        name(substitute) + "与" + name(absent) + "不在同一单位，跨单位代理由督查室登记。");
    standing.stream()
        .filter(other -> other.overlaps(order.from(), order.to()))
        .forEach(other -> checkBeside(order, other));
  }

  private static void checkDays(SubstitutionOrder order, LocalDate today) {
    refuseIf(order.from() == null || order.to() == null, "请写明代理的起止日期（from、to），例如 2021-07-01。");
    refuseIf(
        order.to().isBefore(order.from()),
        "代理的截止日期 " + order.to() + " 早于开始日期 " + order.from() + "。");
    refuseIf(order.to().isBefore(today), "代理的截止日期 " + order.to() + " 已过，今天是 " + today + "。");
    refuseIf(
        ChronoUnit.DAYS.between(order.from(), order.to()) >= LONGEST_DAYS,
        "代理最长一年（" + LONGEST_DAYS + " 天）；更长的请改部门目录中的经办人或负责人。");
  }

  private Account known(String field, String id) {
    return directory
        .account(id)
        .orElseThrow(
            () ->
                new SubstitutionRefused(
                    "部门目录中没有人员“" + (id == null ? "" : id) + "”，请核对 " + field + "。"));
  }

  /** Whose place may be taken, and who may take another's, by what they are. */
  boolean mayBeLent(Account account) {
    return Collections.disjoint(account.groups(), DUTIES);
  }

  boolean colleagues(Account one, Account other) {
    return !Collections.disjoint(organisations(one), organisations(other));
  }

  private void keepsNoDuty(Account account) {
    refuseIf(!mayBeLent(account), name(account) + "是三员之一（系统管理员、安全管理员、审计员），三员须分设，不能代理也不能被代理。");
  }

  private void checkBeside(SubstitutionOrder order, Substitution other) {
    String days = "（" + other.firstDay() + " 至 " + other.lastDay() + "）";
    refuseIf(
        other.absent().equals(order.absent()),
        directory.personName(order.absent())
            + "在这段时间已由"
            + directory.personName(other.substitute())
            + "代理"
            + days
            + "，请先结束原代理。");
    refuseIf(
        other.absent().equals(order.substitute()),
        directory.personName(order.substitute()) + "本人在这段时间不在岗" + days + "，不能代理他人，请另选代理人。");
    refuseIf(
        other.substitute().equals(order.absent()),
        directory.personName(order.absent())
            + "在这段时间正代理"
            + directory.personName(other.absent())
            + days
            + "，代理不能再转，请先结束那项代理。");
  }

  private Set<String> organisations(Account account) {
    Set<String> organisations = new HashSet<>();
    for (String group : account.groups()) {
      if (group.startsWith(DEPARTMENT)) {
        organisations.add(
            directory
                .topOf(directory.withCode(group.substring(DEPARTMENT.length())).orElseThrow())
                .code());
      } else if (group.equals(Directory.SUPERVISING_OFFICE) || group.equals(Directory.LEADER)) {
        organisations.add(group);
      }
    }
    return organisations;
  }

  private static String name(Account account) {
    return account.person().name();
  }

  private static void refuseIf(boolean refused, String sentence) {
    if (refused) {
      throw new SubstitutionRefused(sentence);
    }
  }
}
