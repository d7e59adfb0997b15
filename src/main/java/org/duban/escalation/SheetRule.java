package org.duban.escalation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directory.DepartmentClass;

/**
 * What the sheet decides for an obligation on a day.
 *
 * <p>A term of one's own is owed as long as its holder has the milestone in hand. That of a
 * sign-off ends with the milestone's due day: from then on the milestone's own ladder chases
 * whoever hasn't signed, and nobody is chased twice for one thing.
 */
final class SheetRule {

  private static final Verdict QUIET = new Verdict(Rung.NONE, Light.GREEN, 0, Set.of(), false);

  private final Ladder ladder;
  private final Function<String, DepartmentClass> classOf;

  /**
   * @param classOf what sort of unit a holder's code stands for
   */
  SheetRule(Ladder ladder, Function<String, DepartmentClass> classOf) {
    this.ladder = ladder;
    this.classOf = classOf;
  }

  Decision decide(Watched watched, LocalDate day) {
    Obligation owed = obligation(watched);
    int workingDays = ladder.workingDays(day, owed);
    if (over(watched)) {
      return new Decision(watched, QUIET, workingDays, null);
    }
    Obligation lit = lit(owed, watched);
    LocalDate next =
        Stream.of(ladder.nextChange(day, owed), ladder.nextChange(day, lit))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .orElse(null);
    Verdict verdict = ladder.on(day, owed).with(ladder.on(day, lit).light());
    return new Decision(
        watched, chased(watched, day) ? verdict : unchased(watched, verdict), workingDays, next);
  }

  /** The light of that day, whatever was climbed. */
  Light light(Watched watched, LocalDate day) {
    return over(watched)
        ? QUIET.light()
        : ladder.on(day, lit(obligation(watched), watched)).light();
  }

  /**
   * The light is that of the due day, as the days overdue are; the ladder of what was sent out
   * after it begins later.
   */
  private static Obligation lit(Obligation owed, Watched watched) {
    return new Obligation(
        owed.term(), owed.kind(), watched.course().due(), owed.waitingFor(), owed.classes());
  }

  /** What the ladder is asked for this one. */
  Obligation obligation(Watched watched) {
    return new Obligation(
        watched.term(),
        watched.kind(),
        watched.course().countedFrom(),
        watched.waitingFor(),
        classes(watched));
  }

  private static boolean over(Watched watched) {
    return watched.term() != Term.MILESTONE && watched.holders().isEmpty();
  }

  private static boolean chased(Watched watched, LocalDate day) {
    return watched.term() != Term.SIGN_OFF || !day.isAfter(watched.milestoneDue());
  }

  /** It stays where it was on the ladder, and goes on to have its light. */
  private static Verdict unchased(Watched watched, Verdict verdict) {
    return new Verdict(Rung.NONE, verdict.light(), watched.course().level(), Set.of(), false);
  }

  private Set<DepartmentClass> classes(Watched watched) {
    Set<DepartmentClass> classes =
        watched.holders().stream()
            .filter(holder -> holder.duty().role() == watched.waitingFor())
            .map(holder -> classOf.apply(holder.code()))
            .collect(Collectors.toSet());
    return classes.isEmpty() ? Set.of(DepartmentClass.DEPARTMENT) : classes;
  }
}
