package org.duban.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duban.directory.DirectoryFile.Entry;

/** Refuses a directory that contradicts itself, naming the entry. */
final class DirectoryCheck {

  private static final Set<String> DUTIES = Set.of("system-admin", "security-admin", "auditor");
  private static final Set<String> LANGUAGES = new TreeSet<>(Set.of("zh", "en"));
  private static final Set<String> RESERVED =
      Set.of(Directory.SUPERVISING_OFFICE, Directory.LEADER);

  private final DirectoryFile file;
  private final Map<String, Entry> byCode = new HashMap<>();

  private DirectoryCheck(DirectoryFile file) {
    this.file = file;
  }

  /**
   * @throws DirectoryBroken at the first contradiction
   */
  static void check(DirectoryFile file) {
    DirectoryCheck check = new DirectoryCheck(file);
    check.offices();
    check.codes();
    file.departments().forEach(check::entry);
    check.names();
  }

  private void offices() {
    Publisher publisher = file.publisher();
    refuseIf(
        publisher == null || blank(publisher.code()) || blank(publisher.name()),
        "publisher:缺少发布单位的代码或名称。");
    DirectoryFile.Office office = file.supervisingOffice();
    refuseIf(office == null || blank(office.name()), "supervisingOffice:缺少督查室或其名称。");
    person(office.handler(), "督查室", "经办人(handler)");
    person(office.head(), "督查室", "负责人(head)");
    refuseIf(file.leaders().isEmpty(), "leaders:至少要有一位领导。");
    file.leaders().forEach(leader -> person(leader, "leaders", "领导"));
    refuseIf(
        !file.duties().keySet().equals(DUTIES),
        "duties:应当正好是 " + String.join("、", new TreeSet<>(DUTIES)) + " 三项。");
    file.duties().forEach((duty, holder) -> person(holder, duty, "承担人"));
  }

  private void codes() {
    for (Entry entry : file.departments()) {
      refuseIf(blank(entry.name()), "代码为 " + entry.code() + " 的部门没有名称。");
      refuseIf(
          entry.code() == null || !entry.code().matches("[a-z][a-z0-9-]*"),
          of(entry) + "代码只能用小写字母、数字和连字符,并以字母开头。");
      refuseIf(RESERVED.contains(entry.code()), of(entry) + "代码是系统保留的,不能用于部门。");
      Entry first = byCode.putIfAbsent(entry.code(), entry);
      refuseIf(first != null, of(entry) + "代码与“" + (first == null ? "" : first.name()) + "”重复。");
    }
  }

  private void entry(Entry entry) {
    LocalDate from = entry.validFrom();
    refuseIf(
        from != null && entry.validTo() != null && from.isAfter(entry.validTo()),
        of(entry) + "validFrom 晚于 validTo。");
    refuseIf(
        entry.departmentClass() == DepartmentClass.OFFICE
            || entry.departmentClass() == DepartmentClass.LEADER,
        of(entry) + "class 只能是 DEPARTMENT、STREET 或 COMPANY。");
    successor(entry);
    if (entry.department().collective()) {
      collective(entry);
    } else {
      person(entry.handler(), of(entry), "经办人(handler)");
      person(entry.head(), of(entry), "负责人(head)");
      parents(entry);
    }
  }

  private void collective(Entry entry) {
    refuseIf(
        entry.handler() != null || entry.head() != null || entry.parent() != null,
        of(entry) + "集合单位不能有经办人、负责人或上级,由其成员承担。");
    for (String code : entry.members()) {
      Entry member = byCode.get(code);
      refuseIf(member == null, of(entry) + "成员 " + code + " 不在目录中。");
      refuseIf(member.department().collective(), of(entry) + "成员 " + code + " 也是集合单位,请直接列出部门。");
    }
  }

  private void parents(Entry entry) {
    Set<String> passed = new HashSet<>();
    for (Entry at = entry; at.parent() != null; at = byCode.get(at.parent())) {
      refuseIf(!passed.add(at.code()), of(entry) + "上级关系成环。");
      Entry parent = byCode.get(at.parent());
      refuseIf(parent == null, of(at) + "上级 " + at.parent() + " 不在目录中。");
      refuseIf(parent.department().collective(), of(at) + "上级 " + at.parent() + " 是集合单位。");
    }
  }

  /** Whoever takes over is there on the morning after the last day. */
  private void successor(Entry entry) {
    if (entry.successor() == null) {
      return;
    }
    refuseIf(entry.validTo() == null, of(entry) + "写了承接单位(successor),却没有写 validTo。");
    refuseIf(entry.department().collective(), of(entry) + "集合单位不能有承接单位,请逐个写明其成员的。");
    Entry next = byCode.get(entry.successor());
    refuseIf(next == null, of(entry) + "承接单位 " + entry.successor() + " 不在目录中。");
    refuseIf(next == entry, of(entry) + "承接单位是它自己。");
    refuseIf(next.department().collective(), of(entry) + "承接单位 " + next.code() + " 是集合单位。");
    successors(entry);
    LocalDate morning = entry.validTo().plusDays(1);
    refuseIf(
        !next.department().validOn(morning),
        of(entry) + "承接单位 " + next.code() + " 在 " + morning + " 不在有效期内。");
  }

  private void successors(Entry entry) {
    Set<String> passed = new HashSet<>();
    for (Entry at = entry; at != null && at.successor() != null; at = byCode.get(at.successor())) {
      refuseIf(!passed.add(at.code()), of(entry) + "承接关系成环。");
    }
  }

  private void names() {
    Map<String, List<Entry>> byName = new HashMap<>();
    for (Entry entry : file.departments()) {
      Set<String> names = new HashSet<>(Set.of(Names.plain(entry.name())));
      entry.aliases().forEach(alias -> names.add(Names.plain(alias)));
      for (String name : names) {
        List<Entry> others = byName.computeIfAbsent(name, any -> new ArrayList<>());
        for (Entry other : others) {
          refuseIf(
              together(entry, other),
              of(entry) + "名称或别名“" + name + "”与 " + other.code() + " 重复,且有效期重叠。");
        }
        others.add(entry);
      }
    }
  }

  private static boolean together(Entry one, Entry other) {
    return startsBy(one.validFrom(), other.validTo()) && startsBy(other.validFrom(), one.validTo());
  }

  private static boolean startsBy(LocalDate from, LocalDate to) {
    return from == null || to == null || !from.isAfter(to);
  }

  private static void person(Person person, String where, String what) {
    refuseIf(
        person == null || blank(person.id()) || blank(person.name()),
        where + (where.endsWith(":") ? "" : ":") + "缺少" + what + ",或没有写明 id 和姓名。");
    refuseIf(
        !LANGUAGES.contains(person.language()),
        "人员 " + person.id() + ":language 只能是 " + String.join(" 或 ", LANGUAGES) + "。");
  }

  private static String of(Entry entry) {
    return "部门“" + entry.name() + "”(" + entry.code() + "):";
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static void refuseIf(boolean broken, String sentence) {
    if (broken) {
      throw new DirectoryBroken("部门目录有误。" + sentence);
    }
  }
}
