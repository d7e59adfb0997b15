package org.duban.directory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers each person's groups from every post they hold. */
final class AccountBook {

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();

  /**
   * @throws DirectoryBroken when two persons share an id, or a duty isn't held apart
   */
  static List<Account> of(DirectoryFile file) {
    AccountBook book = new AccountBook();
    for (DirectoryFile.Entry entry : file.departments()) {
      if (!entry.department().collective()) {
        String group = "department-" + entry.code();
        book.add(entry.handler(), group);
        book.add(entry.head(), group, "head-" + entry.code());
      }
    }
    String office = Directory.SUPERVISING_OFFICE;
    book.add(file.supervisingOffice().handler(), office);
    book.add(file.supervisingOffice().head(), office, "head-" + office);
    file.leaders().forEach(leader -> book.add(leader, Directory.LEADER));
    file.duties().forEach((duty, holder) -> book.add(holder, duty));
    file.duties().values().forEach(book::holdsOneDutyOnly);
    return book.people.values().stream()
        .map(person -> new Account(person, book.groups.get(person.id())))
        .toList();
  }

  private void add(Person person, String... itsGroups) {
    Person known = people.putIfAbsent(person.id(), person);
    if (known != null && !known.equals(person)) {
      throw new DirectoryBroken(
          "部门目录有误。人员 id “" + person.id() + "”同时用于" + known.name() + "和" + person.name() + "。");
    }
    groups.computeIfAbsent(person.id(), any -> new LinkedHashSet<>()).addAll(List.of(itsGroups));
  }

  private void holdsOneDutyOnly(Person person) {
    if (groups.get(person.id()).size() > 1) {
      throw new DirectoryBroken(
          "部门目录有误。三员须分设:“"
              + person.id()
              + "”还属于 "
              + String.join("、", groups.get(person.id()))
              + "。");
    }
  }
}
