package org.duban.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.springframework.stereotype.Component;

/** What the ladder holds in store for a milestone, by the policy in force today. */
@Component
public class Prospects {

  private static final Map<Term, String> OWED =
      Map.of(
          Term.MILESTONE, "手上的节点仍未办结的，",
          Term.SIGN_OFF, "仍未会签的，",
          Term.RECOVERY, "承诺的补救仍未完成的，");

  private final Chunk chunks;
  private final OpenTerms terms;
  private final Recipients recipients;
  private final Directory directory;
  private final DeadlinePolicies policies;
  private final WorkingCalendar calendar;
  private final Clock clock;

  Prospects(
      Chunk chunks,
      OpenTerms terms,
      Recipients recipients,
      Directory directory,
      DeadlinePolicies policies,
      WorkingCalendar calendar,
      Clock clock) {
    this.chunks = chunks;
    this.terms = terms;
    this.recipients = recipients;
    this.directory = directory;
    this.policies = policies;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * In the order of the days, as if whoever has it in hand today kept it. Empty for what is met,
   * withdrawn, suspended, or on its last rung.
   */
  public List<Prospect> of(String milestoneId) {
    Ladder ladder = new Ladder(policies.inForce(), calendar);
    SheetRule rule = new SheetRule(ladder, directory::classOf);
    List<Prospect> ahead = new ArrayList<>();
    for (Watched watched : chunks.of(milestoneId)) {
      climb(watched, rule, ahead);
    }
    terms.ofMilestone(milestoneId).forEach(term -> remind(term, ahead));
    ahead.sort(Comparator.comparing(Prospect::on));
    return ahead;
  }

  private void climb(Watched watched, SheetRule rule, List<Prospect> ahead) {
    LocalDate day = LocalDate.now(clock);
    Rung highest = watched.course().rung();
    Optional<LocalDate> next = Optional.of(day);
    while (next.isPresent()) {
      Decision decision = rule.decide(watched, next.get());
      Verdict verdict = decision.verdict();
      if (verdict.rung().compareTo(highest) > 0) {
        highest = verdict.rung();
        ahead.add(prospect(watched, next.get(), verdict));
      }
      next = Optional.ofNullable(decision.next());
    }
  }

  private Prospect prospect(Watched watched, LocalDate on, Verdict verdict) {
    List<String> told =
        recipients.of(verdict.audience(), watched.holderCodes()).stream()
            .map(Person::name)
            .toList();
    String holders =
        watched.holderCodes().stream().map(directory::nameOf).collect(Collectors.joining("、"));
    String sentence =
        holders
            + OWED.get(watched.term())
            + verdict.rung().label()
            + (told.isEmpty() ? "" : "，告知" + String.join("、", told))
            + (verdict.actionRequired() ? "，负责人须说明原因和补救时限" : "")
            + "。";
    return new Prospect(on, verdict.rung(), verdict.light(), told, sentence);
  }

  /** What doesn't climb the ladder is reminded of and told, once each. */
  private void remind(OpenTerm open, List<Prospect> ahead) {
    if (open.suspended() || open.light() == Light.RED || !open.term().remindedOf()) {
      return;
    }
    LocalDate last = calendar.firstDayWith(open.due(), 0);
    if (last.isAfter(LocalDate.now(clock))) {
      ahead.add(prospect(open, last, Light.YELLOW, open.term().acting(open.holder(), directory)));
    }
    ahead.add(
        prospect(
            open,
            open.due().plusDays(1),
            Light.RED,
            open.term().answering(open.holder(), directory)));
  }

  private Prospect prospect(OpenTerm open, LocalDate on, Light light, List<Person> people) {
    List<String> told = people.stream().map(Person::name).toList();
    String sentence =
        directory.nameOf(open.holder())
            + "仍"
            + open.term().undone()
            + "的，"
            + (light == Light.RED ? "时限 " + open.due() + " 已过" : "当天是最后一个工作日")
            + "，告知"
            + String.join("、", told)
            + "。";
    return new Prospect(on, Rung.REMINDER, light, told, sentence);
  }
}
