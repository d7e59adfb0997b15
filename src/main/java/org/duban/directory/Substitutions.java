package org.duban.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.audit.Entry;
import org.duban.audit.Substitutes;
import org.duban.security.Caller;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom on which days. On those days the substitute has the absent person's groups
 * beside their own; nothing is passed on further.
 */
@Component
public class Substitutions implements Substitutes {

  private final Directory directory;
  private final SubstitutionRows rows;
  private final SubstitutionPolicy policy;
  private final ActingPolicy acting;
  private final SeparatedDuties duties;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Substitutions(
      Directory directory,
      SubstitutionRows rows,
      SeparatedDuties duties,
      Clock clock,
      ApplicationEventPublisher events) {
    this.directory = directory;
    this.rows = rows;
    this.policy = new SubstitutionPolicy(directory);
    this.duties = duties;
    this.acting = new ActingPolicy(directory);
    this.clock = clock;
    this.events = events;
  }

  /**
   * @throws AccessDeniedException when the caller may not arrange for that person
   * @throws SubstitutionRefused when it can't be
   */
  @Transactional
  Substitution enter(SubstitutionOrder order, Caller caller) {
    if (!mayArrange(caller, order.absent())) {
      throw new AccessDeniedException("代理由本人、本单位负责人或督查室登记。");
    }
    rows.lock();
    LocalDate today = LocalDate.now(clock);
    policy.check(order, caller.supervisingOffice(), today, rows.notOver(today));
    long id = rows.insert(directory.publisher().code(), order, caller.userId(), clock.instant());
    events.publishEvent(new SubstitutionsChanged());
    return rows.find(id).orElseThrow();
  }

  /**
   * What the substitute will be refused in those days, since it needs two persons: nothing forbids
   * the substitution itself.
   */
  List<String> warnings(Substitution made) {
    Set<String> own = new HashSet<>(groupsOf(made.substitute()));
    rows.notOver(made.firstDay()).stream()
        .filter(other -> other.id() != made.id() && other.substitute().equals(made.substitute()))
        .filter(other -> other.overlaps(made.firstDay(), made.lastDay()))
        .forEach(other -> own.addAll(groupsOf(other.absent())));
    return duties.meeting(own, groupsOf(made.absent()));
  }

  /**
   * Ends one at once. One that is over stays as it was.
   *
   * @return false when there is none of that id that the caller may see
   * @throws AccessDeniedException when the caller may see it only
   */
  @Transactional
  boolean end(long id, Caller caller) {
    rows.lock();
    Optional<Substitution> found = rows.find(id).filter(one -> sees(caller, one));
    found.ifPresent(one -> end(one, caller));
    return found.isPresent();
  }

  private void end(Substitution one, Caller caller) {
    if (!mayArrange(caller, one.absent())) {
      throw new AccessDeniedException("代理由本人、本单位负责人或督查室结束。");
    }
    if (one.endedAt() == null && !one.lastDay().isBefore(LocalDate.now(clock))) {
      rows.end(one.id(), caller.userId(), clock.instant());
      events.publishEvent(new SubstitutionsChanged());
    }
  }

  /** Those the caller may see, the latest first: their own and their department's. */
  List<Substitution> seenBy(Caller caller) {
    return rows.all().stream().filter(one -> sees(caller, one)).toList();
  }

  /** The people for whose absence the caller may arrange, in the order of the directory. */
  List<Account> absentees(Caller caller) {
    return directory.accounts().stream()
        .filter(account -> mayArrange(caller, account.person().id()) && policy.mayBeLent(account))
        .toList();
  }

  /** Those the caller may choose from: everybody for the supervising office, else colleagues. */
  List<Account> standIns(Caller caller) {
    Optional<Account> own = directory.account(caller.userId());
    return directory.accounts().stream()
        .filter(policy::mayBeLent)
        .filter(
            account ->
                caller.supervisingOffice()
                    || own.filter(me -> policy.colleagues(me, account)).isPresent())
        .toList();
  }

  private boolean mayArrange(Caller caller, String absent) {
    return policy.mayArrange(caller.userId(), caller.groups(), absent);
  }

  private boolean sees(Caller caller, Substitution one) {
    return caller.seesEverything()
        || caller.userId().equals(one.substitute())
        || mayArrange(caller, one.absent())
        || !Collections.disjoint(caller.groups(), groupsOf(one.absent()));
  }

  /**
   * The groups that each substitute has today for the absent persons' sake only, by the
   * substitute's id. Who left the directory neither gives nor gets any.
   */
  public Map<String, Set<String>> groupsLentToday() {
    LocalDate today = LocalDate.now(clock);
    Map<String, Set<String>> lent = new HashMap<>();
    for (Substitution one : rows.notOver(today)) {
      Set<String> own = groupsOf(one.substitute());
      if (one.runsOn(today) && !own.isEmpty()) {
        Set<String> groups = new HashSet<>(groupsOf(one.absent()));
        groups.removeAll(own);
        lent.computeIfAbsent(one.substitute(), any -> new HashSet<>()).addAll(groups);
      }
    }
    return lent;
  }

  /** Who stands in today for whom: the substitutes' ids by the absent person's. */
  public Map<String, List<String>> standInsToday() {
    LocalDate today = LocalDate.now(clock);
    return rows.notOver(today).stream()
        .filter(one -> one.runsOn(today))
        .collect(
            Collectors.groupingBy(
                Substitution::absent,
                Collectors.mapping(Substitution::substitute, Collectors.toList())));
  }

  /**
   * The ids of the persons whose substitution begins with this call; each substitution once. Nobody
   * else changes or begins one until the transaction ends.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> beginToday() {
    rows.lock();
    return rows.begin(LocalDate.now(clock), clock.instant());
  }

  @Override
  public Optional<String> actingFor(Entry entry) {
    LocalDate day = entry.at().atZone(clock.getZone()).toLocalDate();
    return acting.actingFor(entry, rows.absentBehind(entry.who(), day, entry.at()));
  }

  private Set<String> groupsOf(String person) {
    return directory.account(person).map(Account::groups).orElse(Set.of());
  }
}
