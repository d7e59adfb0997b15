package org.duban.workflow.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.directory.Account;
import org.duban.directory.Directory;
import org.duban.directory.Substitutions;
import org.duban.directory.SubstitutionsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives substitutes the groups of those they stand in for, and takes them back after the last day.
 * It takes back only what it gave: a group that the substitute has otherwise stays.
 *
 * <p>What the absent person had claimed is given back to its group when a substitution begins,
 * since nobody else sees a claimed task.
 */
@Component
public class LentGroups {

  private record Lent(String substitute, String groupId) {}

  private final Substitutions substitutions;
  private final Directory directory;
  private final IdentityService identity;
  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate ownTransaction;

  LentGroups(
      Substitutions substitutions,
      Directory directory,
      IdentityService identity,
      TaskService tasks,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.substitutions = substitutions;
    this.directory = directory;
    this.identity = identity;
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.events = events;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Brings the engine in step with today's substitutions; a second call changes nothing. */
  @Scheduled(cron = "0 0 0 * * *", zone = "${duban.zone}")
  public void sync() {
    ownTransaction.executeWithoutResult(tx -> follow());
  }

  @EventListener
  void follow(SubstitutionsChanged changed) {
    follow();
  }

  private void follow() {
    List<String> nowAbsent = substitutions.beginToday();
    Map<String, Set<String>> wanted = substitutions.groupsLentToday();
    List<Lent> given =
        jdbc.sql("select substitute, group_id from lent_group").query(Lent.class).list();
    List<Lent> over =
        given.stream()
            .filter(
                lent -> !wanted.getOrDefault(lent.substitute(), Set.of()).contains(lent.groupId()))
            .toList();
    over.forEach(this::takeBack);
    Set<String> changed = over.stream().map(Lent::substitute).collect(Collectors.toSet());
    wanted.forEach(
        (substitute, groups) -> {
          if (lend(substitute, groups, given)) {
            changed.add(substitute);
          }
        });
    nowAbsent.forEach(this::giveBackTasksOf);
    if (!changed.isEmpty()) {
      events.publishEvent(new LentGroupsChanged(changed));
    }
  }

  /** With the group goes what was claimed as one of its members. */
  private void takeBack(Lent lent) {
    if (!ownGroups(lent.substitute()).contains(lent.groupId())) {
      identity.deleteMembership(lent.substitute(), lent.groupId());
      giveBack(
          tasks
              .createTaskQuery()
              .taskAssignee(lent.substitute())
              .taskCandidateGroup(lent.groupId()));
    }
    jdbc.sql("delete from lent_group where substitute = :substitute and group_id = :group")
        .param("substitute", lent.substitute())
        .param("group", lent.groupId())
        .update();
  }

  private Set<String> ownGroups(String person) {
    return directory.account(person).map(Account::groups).orElse(Set.of());
  }

  /** Whether the substitute got any. */
  private boolean lend(String substitute, Set<String> groups, Collection<Lent> given) {
    boolean lent = false;
    Set<String> has =
        identity.createGroupQuery().groupMember(substitute).list().stream()
            .map(Group::getId)
            .collect(Collectors.toSet());
    for (String group : groups) {
      if (!has.contains(group) && !given.contains(new Lent(substitute, group))) {
        identity.createMembership(substitute, group);
        jdbc.sql("insert into lent_group (substitute, group_id) values (:substitute, :group)")
            .param("substitute", substitute)
            .param("group", group)
            .update();
        lent = true;
      }
    }
    return lent;
  }

  private void giveBackTasksOf(String absent) {
    giveBack(tasks.createTaskQuery().taskAssignee(absent).withCandidateGroups());
  }

  private void giveBack(TaskQuery claimed) {
    claimed.includeAssignedTasks().list().forEach(task -> tasks.setAssignee(task.getId(), null));
  }

  /** The groups that people have for the time being, by the person's id. */
  public Map<String, Set<String>> all() {
    return jdbc.sql("select substitute, group_id from lent_group").query(Lent.class).list().stream()
        .collect(
            Collectors.groupingBy(
                Lent::substitute, Collectors.mapping(Lent::groupId, Collectors.toSet())));
  }

  /** The groups that a person has for the time being. */
  Set<String> of(String person) {
    return Set.copyOf(
        jdbc.sql("select group_id from lent_group where substitute = :person")
            .param("person", person)
            .query(String.class)
            .list());
  }
}
