package org.duban.programme.duty;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.SeparatedDuties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the running projects in which a person of these groups would be asked for what {@link
 * OnePerson} then refuses.
 */
@Component
class DutiesMeeting implements SeparatedDuties {

  private static final String DEPARTMENT = "department-";
  private static final String HEAD = "head-";

  /** A seat, or a pair of them, in a running project. */
  private record Seated(String department, String other, String project) {}

  private final JdbcClient jdbc;
  private final Directory directory;

  DutiesMeeting(JdbcClient jdbc, Directory directory) {
    this.jdbc = jdbc;
    this.directory = directory;
  }

  @Override
  public List<String> meeting(Set<String> own, Set<String> lent) {
    Set<String> all = new HashSet<>(own);
    all.addAll(lent);
    Set<String> added = new HashSet<>(lent);
    added.removeAll(own);
    return Stream.of(
            reportAndSignOff(all, added), workAndOffice(all, added), headAndLeader(all, added))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> reportAndSignOff(Set<String> all, Set<String> added) {
    List<Seated> pairs =
        jdbc.sql(
                """
                select l.department_code as department, s.department_code as other, p.number || '、' || p.title as project
                from project p
                  join assignment l on l.project_id = p.id and l.role = 'LEAD'
                  join assignment s on s.project_id = p.id and s.role = 'SUPPORT' and s.signs_off
                where p.state = 'DISPATCHED' and l.department_code = any(:all) and s.department_code = any(:all)
                  and (l.department_code = any(:added) or s.department_code = any(:added))
                order by p.programme_id, p.ordinal
                """)
            .param("all", codes(all, DEPARTMENT))
            .param("added", codes(added, DEPARTMENT))
            .query(Seated.class)
            .list();
    return sentences(
        pairs,
        one ->
            "牵头部门" + directory.nameOf(one.department()) + "和配合部门" + directory.nameOf(one.other()),
        "同一人不能又反馈又会签同一轮");
  }

  private List<String> workAndOffice(Set<String> all, Set<String> added) {
    return beside(
        Directory.SUPERVISING_OFFICE,
        DEPARTMENT,
        "(role = 'LEAD' or signs_off)",
        all,
        added,
        "同一人不能又反馈或会签又审核、销号，也不能又申请又核签延期");
  }

  private List<String> headAndLeader(Set<String> all, Set<String> added) {
    return beside(Directory.LEADER, HEAD, "role = 'LEAD'", all, added, "同一人不能又申请又审批延期");
  }

  private List<String> beside(
      String judge, String prefix, String seat, Set<String> all, Set<String> added, String why) {
    if (!all.contains(judge)) {
      return List.of();
    }
    List<Seated> seats =
        jdbc.sql(
                """
                select a.department_code as department, :judge as other, p.number || '、' || p.title as project
                from project p join assignment a on a.project_id = p.id and %s
                where p.state = 'DISPATCHED' and a.department_code = any(:departments)
                order by p.programme_id, p.ordinal, a.role, a.position
                """
                    .formatted(seat))
            .param("judge", judge)
            .param("departments", codes(added.contains(judge) ? all : added, prefix))
            .query(Seated.class)
            .list();
    return sentences(
        seats,
        one -> directory.groupName(prefix + one.department()) + "和" + directory.nameOf(one.other()),
        why);
  }

  private static List<String> sentences(
      List<Seated> found, Function<Seated, String> sides, String why) {
    Map<String, Set<String>> projects =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    sides,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        Seated::project, Collectors.toCollection(LinkedHashSet::new))));
    return projects.entrySet().stream()
        .map(
            one ->
                "代理人将同时代表"
                    + one.getKey()
                    + "（"
                    + named(one.getValue())
                    + "）。"
                    + why
                    + "，届时其中一方请由其他人员办理。")
        .toList();
  }

  private static String named(Collection<String> projects) {
    String first = projects.iterator().next();
    return projects.size() == 1 ? first : first + "等 " + projects.size() + " 项";
  }

  private static String[] codes(Set<String> groups, String prefix) {
    return groups.stream()
        .filter(group -> group.startsWith(prefix))
        .map(group -> group.substring(prefix.length()))
        .toArray(String[]::new);
  }
}
