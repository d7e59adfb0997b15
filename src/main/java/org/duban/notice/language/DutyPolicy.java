package org.duban.notice.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Passage;

/**
 * Decides who leads. Beside a 牵头单位 a 责任单位 supports; alone it leads; of several the first leads, as
 * offices have it, and unless the list says so itself that is doubted.
 */
public final class DutyPolicy {

  private DutyPolicy() {}

  /**
   * @param doubt why the decision must be looked at; null when the text says it
   */
  public record Duties(List<Passage> leads, List<Passage> supports, String doubt) {}

  public static Duties decide(
      List<UnitName> leads,
      List<UnitName> responsible,
      List<UnitName> supports,
      boolean firstLeadsByRule) {
    List<Passage> lead = new ArrayList<>();
    List<Passage> support = new ArrayList<>();
    List<Passage> open = new ArrayList<>();
    share(leads, Label.LEAD, lead, support, open);
    share(responsible, Label.RESPONSIBLE, lead, support, open);
    boolean someMarked =
        leads.stream().anyMatch(name -> name.role() == Label.LEAD)
            && leads.stream().anyMatch(name -> name.role() == null);
    boolean three = !lead.isEmpty() && !open.isEmpty() && !supports.isEmpty();
    String doubt = null;
    if (lead.isEmpty() && !open.isEmpty()) {
      lead.add(open.remove(0));
      doubt =
          open.isEmpty() || firstLeadsByRule
              ? null
              : "写有 " + (open.size() + 1) + " 个责任单位,没有写明谁牵头,按第一个牵头、其余配合读入";
    } else if (three) {
      doubt = "同时写有牵头单位、责任单位和配合单位,责任单位按配合读入";
    } else if (someMarked) {
      doubt = "牵头单位中有的标明牵头,有的没有标明,没有标明的按配合读入";
    }
    Set<String> leading = new HashSet<>();
    lead.forEach(name -> leading.add(HalfWidth.of(name.text())));
    open.removeIf(name -> leading.contains(HalfWidth.of(name.text())));
    support.addAll(open);
    share(supports, Label.SUPPORT, lead, support, open);
    return new Duties(lead, support, doubt);
  }

  private static void share(
      List<UnitName> names,
      Label label,
      List<Passage> lead,
      List<Passage> support,
      List<Passage> open) {
    boolean oneIsMarked = names.stream().anyMatch(name -> name.role() == Label.LEAD);
    for (UnitName name : names) {
      Label role = name.role() == null ? label : name.role();
      boolean behindMarked = oneIsMarked && name.role() == null && label != Label.SUPPORT;
      if (role == Label.LEAD) {
        lead.add(name.name());
      } else if (role == Label.SUPPORT || behindMarked) {
        support.add(name.name());
      } else {
        open.add(name.name());
      }
    }
  }
}
