package org.duban.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directory.DirectoryFile.Entry;
import org.springframework.core.io.Resource;

/**
 * The departments of one publisher and the people who act for them, as {@code directory.yml} has
 * them.
 *
 * <p>A <em>holder</em> is whoever can hold something up: a department by its code, {@link
 * #SUPERVISING_OFFICE} or {@link #LEADER}. Questions about a holder the directory doesn't have are
 * answered with an {@link IllegalArgumentException}.
 */
public final class Directory {

  public static final String SUPERVISING_OFFICE = "supervising-office";
  public static final String LEADER = "leader";

  private static final double NEAR = 0.5;
  private static final int NEAREST = 3;

  private record Holder(
      String name, DepartmentClass kind, List<Person> handlers, List<Person> heads) {}

  private final Publisher publisher;
  private final Map<String, Department> byCode = new LinkedHashMap<>();
  private final Map<String, List<Department>> byName = new HashMap<>();
  private final Map<String, Holder> holders = new HashMap<>();
  private final List<Account> accounts;

  private Directory(DirectoryFile file) {
    publisher = file.publisher();
    accounts = AccountBook.of(file);
    for (Entry entry : file.departments()) {
      Department department = entry.department();
      byCode.put(department.code(), department);
      namesOf(department)
          .map(Names::plain)
          .distinct()
          .forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>()).add(department));
      holders.put(
          department.code(),
          department.collective()
              ? new Holder(department.name(), entry.departmentClass(), List.of(), List.of())
              : new Holder(
                  department.name(),
                  entry.departmentClass(),
                  List.of(entry.handler()),
                  List.of(entry.head())));
    }
    DirectoryFile.Office office = file.supervisingOffice();
    holders.put(
        SUPERVISING_OFFICE,
        new Holder(
            office.name(),
            DepartmentClass.OFFICE,
            List.of(office.handler()),
            List.of(office.head())));
    holders.put(LEADER, new Holder("领导", DepartmentClass.LEADER, file.leaders(), file.leaders()));
  }

  /**
   * @throws DirectoryBroken when the file can't be understood or contradicts itself
   */
  public static Directory load(Resource yaml) {
    try (InputStream in = yaml.getInputStream()) {
      return load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("找不到部门目录 " + yaml.getDescription(), e);
    }
  }

  /**
   * @param yaml is left open
   * @throws DirectoryBroken when the file can't be understood or contradicts itself
   */
  public static Directory load(InputStream yaml) {
    DirectoryFile file = DirectoryFile.read(yaml);
    DirectoryCheck.check(file);
    return new Directory(file);
  }

  public Publisher publisher() {
    return publisher;
  }

  /** The entry of that name or alias on that day; full or half width and spaces don't matter. */
  public Optional<Department> named(String printed, LocalDate on) {
    return byName.getOrDefault(Names.plain(printed), List.of()).stream()
        .filter(department -> department.validOn(on))
        .findFirst();
  }

  /** At most three names that might have been meant, the likeliest first; often none. */
  public List<String> nearest(String printed, LocalDate on) {
    record Near(String name, double likeness) {}
    return byCode.values().stream()
        .filter(department -> department.validOn(on))
        .map(department -> new Near(department.name(), likeness(printed, department)))
        .filter(near -> near.likeness() >= NEAR)
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .limit(NEAREST)
        .map(Near::name)
        .toList();
  }

  public Optional<Department> withCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The departments a collective unit stands for, in the file's order; else the department. */
  public List<Department> members(Department department) {
    return department.collective()
        ? department.members().stream().distinct().map(byCode::get).toList()
        : List.of(department);
  }

  /** Every department and sub-unit, ended ones too, in the file's order; no collective unit. */
  public List<Department> all() {
    return byCode.values().stream().filter(department -> !department.collective()).toList();
  }

  /** Every name a list may carry on that day, collective units too, in the file's order. */
  public List<String> names(LocalDate on) {
    return byCode.values().stream()
        .filter(department -> department.validOn(on))
        .map(Department::name)
        .toList();
  }

  /** The organisation a department belongs to: itself, or the department at the top above it. */
  public Department topOf(Department department) {
    Department top = department;
    while (top.parent() != null) {
      top = byCode.get(top.parent());
    }
    return top;
  }

  /**
   * Whoever stands in a department's place on that day: itself until it ends, then its successor or
   * the last one of the chain. Empty when it ended and nobody took over.
   */
  public Optional<Department> standing(Department department, LocalDate on) {
    Optional<Department> now = Optional.of(department);
    while (now.isPresent() && now.get().endedBefore(on)) {
      now = Optional.ofNullable(now.get().successor()).map(byCode::get);
    }
    return now;
  }

  /** Who acts for a holder; nobody for a collective unit, the leaders for {@link #LEADER}. */
  public List<Person> handlers(String holder) {
    return holder(holder).handlers();
  }

  /** Who answers for a holder; nobody for a collective unit, the leaders for {@link #LEADER}. */
  public List<Person> heads(String holder) {
    return holder(holder).heads();
  }

  public DepartmentClass classOf(String holder) {
    return holder(holder).kind();
  }

  public String nameOf(String holder) {
    return holder(holder).name();
  }

  /**
   * What the members of a group are: of a department, its heads, the supervising office, a leader.
   */
  public String groupName(String group) {
    return nameOf(holderOf(group)) + (group.startsWith("head-") ? "负责人" : "");
  }

  /** The department, supervising office or leader that a group belongs to. */
  static String holderOf(String group) {
    return group.replaceFirst("^(department|head)-", "");
  }

  /** Everyone who may sign in, each with the groups of all the posts they hold. */
  public List<Account> accounts() {
    return accounts;
  }

  /** The account of a person; empty for null too. */
  public Optional<Account> account(String personId) {
    return accounts.stream().filter(one -> one.person().id().equals(personId)).findFirst();
  }

  /** What a person is called; the id itself for whom the directory doesn't have any more. */
  public String personName(String personId) {
    return account(personId).map(account -> account.person().name()).orElse(personId);
  }

  /** The groups of all accounts. */
  public Set<String> groups() {
    return accounts.stream()
        .flatMap(account -> account.groups().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Holder holder(String code) {
    Holder holder = holders.get(code);
    if (holder == null) {
      throw new IllegalArgumentException("部门目录中没有代码 " + code + "。");
    }
    return holder;
  }

  private static Stream<String> namesOf(Department department) {
    return Stream.concat(Stream.of(department.name()), department.aliases().stream());
  }

  private static double likeness(String printed, Department department) {
    return namesOf(department)
        .mapToDouble(name -> Names.likeness(printed, name))
        .max()
        .orElseThrow();
  }
}
