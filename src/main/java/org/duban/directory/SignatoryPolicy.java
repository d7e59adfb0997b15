package org.duban.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who signs off a report: every supporting department that isn't of a lead's own organisation.
 *
 * <p>An organisation is a department with all its sub-units. It doesn't sign off its own report,
 * neither through a sub-unit nor through the department above, nor one sub-unit for another.
 */
public class SignatoryPolicy {

  private final Directory directory;

  public SignatoryPolicy(Directory directory) {
    this.directory = directory;
  }

  /**
   * @param leads as the list names them, collective units not yet expanded
   * @param supports likewise
   * @return each department behind the supports once, in the list's order; one that is named itself
   *     and also comes through a collective unit stands under its own name
   */
  public List<Signatory> decide(List<Department> leads, List<Department> supports) {
    Set<String> leading = new HashSet<>();
    Map<String, Department> leadOf = new LinkedHashMap<>();
    for (Department lead : expand(leads)) {
      leading.add(lead.code());
      leadOf.putIfAbsent(directory.topOf(lead).code(), lead);
    }
    List<Signatory> signatories = new ArrayList<>();
    behind(supports)
        .forEach(
            (department, printedAs) -> {
              Department lead = leadOf.get(directory.topOf(department).code());
              String reason = lead == null ? "" : reason(leading, department, lead);
              signatories.add(new Signatory(department, printedAs, lead == null, reason));
            });
    return signatories;
  }

  private static String reason(Set<String> leading, Department department, Department lead) {
    return leading.contains(department.code())
        ? department.name() + "是本事项的牵头部门,不会签自己的报告。"
        : department.name() + "与牵头的" + lead.name() + "同属一个单位,不会签本单位的报告。";
  }

  private List<Department> expand(List<Department> named) {
    return named.stream().flatMap(unit -> directory.members(unit).stream()).toList();
  }

  private Map<Department, String> behind(List<Department> supports) {
    Set<Department> namedThemselves = new HashSet<>(supports);
    Map<Department, String> behind = new LinkedHashMap<>();
    for (Department support : supports) {
      for (Department member : directory.members(support)) {
        if (member.equals(support) || !namedThemselves.contains(member)) {
          behind.putIfAbsent(member, support.name());
        }
      }
    }
    return behind;
  }
}
