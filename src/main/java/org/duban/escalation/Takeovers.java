package org.duban.escalation;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duban.programme.AssignmentsChanged;
import org.duban.programme.AssignmentsChanged.Left;
import org.duban.programme.Milestone;
import org.duban.programme.Projects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is chased when another department takes over. An escalation keeps who had it in hand when it
 * was raised, and names who has it now. What a head was asked and didn't say the next one is asked;
 * what one promised was its own word and ends, so the next one is asked for one if it has something
 * to do in a milestone for which a delay must be explained.
 */
@Component
class Takeovers {

  /**
   * @param answeredBy who has explained it and stands by a promise
   */
  private record Open(long id, List<String> responsible, boolean raised, List<String> answeredBy) {}

  private final JdbcClient jdbc;
  private final Projects projects;
  private final Escalations escalations;
  private final TakeoverNews news;
  private final ApplicationEventPublisher events;

  Takeovers(
      JdbcClient jdbc,
      Projects projects,
      Escalations escalations,
      TakeoverNews news,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.projects = projects;
    this.escalations = escalations;
    this.news = news;
    this.events = events;
  }

  /** After the open tasks have moved. */
  @EventListener
  void follow(AssignmentsChanged changed) {
    Map<String, Set<String>> released = new LinkedHashMap<>();
    changed.left().stream()
        .filter(Left::released)
        .forEach(
            left ->
                released
                    .computeIfAbsent(left.department(), any -> new LinkedHashSet<>())
                    .addAll(left.to()));
    Set<String> asked = new TreeSet<>();
    for (Milestone milestone : projects.owed(changed.projectId())) {
      List<Open> open = open(milestone.id());
      for (String department : released.keySet()) {
        escalations.releaseFromPromise(milestone.id(), department);
      }
      asked.addAll(passOn(milestone.id(), open, released));
    }
    news.tell(changed, asked);
  }

  /** Which departments are asked to explain. */
  private Set<String> passOn(
      String milestoneId, List<Open> open, Map<String, Set<String>> released) {
    Set<String> holding = new LinkedHashSet<>(holding(milestoneId));
    Set<String> asked = new TreeSet<>();
    for (Open one : open) {
      name(one, released);
    }
    released.forEach(
        (from, to) -> {
          List<Open> its =
              open.stream()
                  .filter(one -> one.raised() && one.responsible().contains(from))
                  .toList();
          boolean answeredAll = its.stream().allMatch(one -> one.answeredBy().contains(from));
          for (Open one : its) {
            Set<String> next = new LinkedHashSet<>(to);
            if (one.answeredBy().contains(from)) {
              boolean last = one.equals(its.get(its.size() - 1));
              next.removeIf(who -> !answeredAll || !last || !holding.contains(who));
            }
            next.removeAll(one.answeredBy());
            asked.addAll(next);
            events.publishEvent(
                new ExplanationPassed(one.id(), milestoneId, from, List.copyOf(next)));
          }
        });
    return asked;
  }

  private void name(Open one, Map<String, Set<String>> released) {
    if (one.responsible().stream().noneMatch(released::containsKey)) {
      return;
    }
    Set<String> now = new LinkedHashSet<>();
    for (String holder : one.responsible()) {
      now.addAll(released.getOrDefault(holder, Set.of(holder)));
    }
    jdbc.sql("update escalation set held_by = :now where id = :id")
        .param("now", now.toArray(String[]::new))
        .param("id", one.id())
        .update();
  }

  private List<Open> open(String milestoneId) {
    return jdbc.sql(
            """
            select e.id, coalesce(e.held_by, e.responsible) as responsible,
                   e.action_required and e.raised_at is not null as raised,
                   array(select x.department_code from explanation x join watch w on w.holder = x.department_code
                         where x.escalation_id = e.id and w.milestone_id = e.milestone_id and w.term = 'RECOVERY')
                       as answered_by
            from escalation e
            where e.milestone_id = :milestone and e.term = 'MILESTONE' and e.state = 'OPEN'
            order by e.level, e.id
            """)
        .param("milestone", milestoneId)
        .query(
            (row, n) ->
                new Open(
                    row.getLong("id"),
                    codes(row.getArray("responsible")),
                    row.getBoolean("raised"),
                    codes(row.getArray("answered_by"))))
        .list();
  }

  private static List<String> codes(Array column) throws SQLException {
    return new ArrayList<>(List.of((String[]) column.getArray()));
  }

  private List<String> holding(String milestoneId) {
    return jdbc.sql(
            "select distinct holder from holding where milestone_id = :milestone and until is null")
        .param("milestone", milestoneId)
        .query(String.class)
        .list();
  }
}
