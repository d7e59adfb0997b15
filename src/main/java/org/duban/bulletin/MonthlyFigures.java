package org.duban.bulletin;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.directory.Directory;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.HeldDays.Held;
import org.duban.oversight.PastHoldings;
import org.duban.oversight.Standing;
import org.duban.oversight.Terms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reckons a month's figures from what had happened by its end, whenever it is asked. */
@Component
class MonthlyFigures {

  private final PastMilestones milestones;
  private final PastHoldings holdings;
  private final MonthEvents events;
  private final PastSignOffs signOffs;
  private final Directory directory;

  MonthlyFigures(
      PastMilestones milestones,
      PastHoldings holdings,
      MonthEvents events,
      PastSignOffs signOffs,
      Directory directory) {
    this.milestones = milestones;
    this.holdings = holdings;
    this.events = events;
    this.signOffs = signOffs;
    this.directory = directory;
  }

  @Transactional(readOnly = true)
  MonthFigures of(MonthEnd end) {
    List<PastMilestone> all = milestones.at(end);
    List<PastMilestone> dated = all.stream().filter(one -> !one.rhythm()).toList();
    List<PastMilestone> due =
        dated.stream()
            .filter(one -> end.contains(one.due()) && one.standing() != Standing.WITHDRAWN)
            .toList();
    List<PastMilestone> periods =
        due.stream().filter(one -> one.kind() == MilestoneKind.ONGOING).toList();
    return new MonthFigures(
        end,
        (int) all.stream().map(PastMilestone::programme).distinct().count(),
        (int) all.stream().map(PastMilestone::project).distinct().count(),
        counts(dated),
        (int) all.stream().filter(one -> one.rhythm() && one.standing() == null).count(),
        periods.size(),
        (int) periods.stream().filter(one -> one.standing().done()).count(),
        departments(dated),
        events.promises(due, end),
        laggards(dated, end),
        events.extensions(end),
        events.blamed(end),
        signOffs.overdue(end),
        dated.stream()
            .filter(one -> end.nextContains(one.due()) && one.standing() == Standing.ON_TRACK)
            .sorted(Comparator.comparing(PastMilestone::due))
            .toList());
  }

  private static Map<Standing, Integer> counts(List<PastMilestone> milestones) {
    Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
    milestones.forEach(one -> counts.merge(one.standing(), 1, Integer::sum));
    return counts;
  }

  private static List<MonthFigures.Department> departments(List<PastMilestone> milestones) {
    Map<String, Map<Standing, Integer>> counts = new LinkedHashMap<>();
    for (PastMilestone one : milestones) {
      for (String lead : one.leads()) {
        counts
            .computeIfAbsent(lead, any -> new EnumMap<>(Standing.class))
            .merge(one.standing(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new MonthFigures.Department(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.<MonthFigures.Department>comparingInt(one -> one.of(Standing.BEHIND))
                .reversed())
        .toList();
  }

  private List<MonthFigures.Laggard> laggards(List<PastMilestone> dated, MonthEnd end) {
    List<PastMilestone> behind =
        dated.stream().filter(one -> one.standing() == Standing.BEHIND).toList();
    Map<String, List<Held>> held =
        holdings.of(
            behind.stream().collect(Collectors.toMap(PastMilestone::id, PastMilestone::due)),
            end.before(),
            end.lastDay());
    return behind.stream()
        .sorted(Comparator.comparing(PastMilestone::due))
        .map(
            one ->
                new MonthFigures.Laggard(
                    one,
                    ChronoUnit.DAYS.between(one.due(), end.lastDay()),
                    held.get(one.id()).stream()
                        .filter(its -> its.workingDays() > 0)
                        .map(this::inWords)
                        .collect(Collectors.joining("；"))))
        .toList();
  }

  private String inWords(Held held) {
    return Terms.held(
        directory.nameOf(held.holder()), held.role(), held.workingDays(), held.pastDue());
  }
}
