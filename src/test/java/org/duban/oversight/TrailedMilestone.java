package org.duban.oversight;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.oversight.TrailReference.Answer;
import org.duban.oversight.TrailReference.Blame;
import org.duban.oversight.TrailReference.Days;
import org.duban.oversight.TrailReference.Happened;
import org.duban.oversight.TrailReference.Obligation;

/** A milestone as the trail tells it, one happening after the other. */
final class TrailedMilestone {

  private static final Pattern PERCENT = Pattern.compile("完成(\\d+)%");
  private static final Pattern FIGURE = Pattern.compile("指标(\\d+)：([0-9.]+)。");
  private static final Pattern MOVED =
      Pattern.compile("由 (\\d{4}-\\d\\d-\\d\\d) (?:延至|顺延到|改为) (\\d{4}-\\d\\d-\\d\\d)");
  private static final List<String> LEVELS = List.of("【一级督办】", "【二级督办】", "【三级督办");
  private static final String OWN_DATE = " 到期，";

  /** The working days that a supporter has, as they are set. */
  private static final int SIGN_OFF_DAYS = 5;

  private static final Set<String> CHANGE_NOTHING =
      Set.of(
          "ACKNOWLEDGED",
          "ACKNOWLEDGEMENT_REMINDED",
          "REMINDED",
          "TERM_REMINDED",
          "TERM_PAST",
          "DELAY_EXPLAINED",
          "INSTRUCTED",
          "EVIDENCE_ADDED",
          "EVIDENCE_REPLACED",
          "EXTENSION_SHIFTED",
          "PROJECT_CLOSED",
          "PROJECT_WITHDRAWN");

  /**
   * @param ownDue by when a sign-off is due, null for what is due with the milestone
   * @param late days past the day of its own before that moved
   */
  private record Hand(
      String holder,
      String role,
      String duty,
      LocalDate since,
      LocalDate until,
      LocalDate ownDue,
      List<Span> late) {

    Hand let(LocalDate day) {
      return new Hand(holder, role, duty, since, day, ownDue, late);
    }

    Hand dueOn(LocalDate day, Span pastBefore) {
      List<Span> all = new ArrayList<>(late);
      all.add(pastBefore);
      return new Hand(holder, role, duty, since, until, day, all);
    }
  }

  private record Span(LocalDate after, LocalDate upTo) {}

  private final String id;
  private final String project;
  private final int ordinal;
  private final String kind;
  private final LocalDate originalDue;
  private final boolean period;
  private final List<String> leads;
  private final List<String> signers;

  private final List<Hand> hands = new ArrayList<>();
  private final DaysOfWork calendar;
  private final List<Span> suspended = new ArrayList<>();
  private final List<Span> granted = new ArrayList<>();
  private final List<Span> late = new ArrayList<>();
  private LocalDate due;
  private String state;
  private String stateBefore;
  private LocalDate suspendedOn;
  private LocalDate closedOn;
  private int level;
  private int highestLevel;
  private boolean warned;
  private long extensionDays;
  private final List<Blame> blames = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private int returns;
  private Integer percent;
  private Map<Integer, BigDecimal> figures = Map.of();
  private Instant reportedAt;
  private Map<Integer, BigDecimal> accepted = Map.of();

  TrailedMilestone(
      String id,
      String project,
      int ordinal,
      String kind,
      LocalDate originalDue,
      boolean period,
      List<String> leads,
      List<String> signers,
      DaysOfWork calendar) {
    this.calendar = calendar;
    this.id = id;
    this.project = project;
    this.ordinal = ordinal;
    this.kind = kind;
    this.originalDue = originalDue;
    this.period = period;
    this.leads = leads;
    this.signers = signers;
    this.due = originalDue;
    this.state = period ? null : "PLANNED";
  }

  String id() {
    return id;
  }

  String project() {
    return project;
  }

  /** Whether it was asked for already. */
  boolean there() {
    return state != null;
  }

  void takeOfProject(Happened happened, List<TrailedMilestone> siblings) {
    switch (happened.what()) {
      case "DISPATCHED" -> {
        if (!period) {
          askForReports(happened);
        }
      }
      case "PROJECT_RETURNED" -> {
        if (this == lastMet(siblings)) {
          closedOn = null;
          accepted = Map.of();
          figures = Map.of();
          askForReports(happened);
        }
      }
      default -> mustChangeNothing(happened);
    }
  }

  private static TrailedMilestone lastMet(List<TrailedMilestone> siblings) {
    return siblings.stream()
        .filter(one -> "CLOSED".equals(one.state))
        .reduce((a, b) -> b.due.isBefore(a.due) ? a : b)
        .orElseThrow();
  }

  void take(Happened happened) {
    LocalDate day = happened.day();
    switch (happened.what()) {
      case "PERIOD_OPENED" -> askForReports(happened);
      case "REPORT_FILED" -> filed(happened);
      case "REPORT_CONSOLIDATED" -> {
        let("CONSOLIDATE", leads.get(0), day);
        read(happened);
        askForSignatures(day);
      }
      case "SIGNED_OFF", "DEEMED_AGREED" -> {
        let("SIGN_OFF", happened.department(), day);
        if (nobodyHas("SIGN_OFF") && nobodyHas("RESOLVE_OBJECTION")) {
          askForReview(day);
        }
      }
      case "SIGN_OFF_STANDS" -> {
        hands.removeIf(
            hand ->
                hand.duty().equals("SIGN_OFF")
                    && hand.until() == null
                    && hand.holder().equals(happened.department()));
        if (nobodyHas("SIGN_OFF")) {
          askForReview(day);
        }
      }
      case "OBJECTED" -> {
        let("SIGN_OFF", happened.department(), day);
        give(leads.get(0), "LEAD", "RESOLVE_OBJECTION:" + happened.department(), day);
      }
      case "OBJECTION_RESOLVED" -> resolved(day);
      case "ACCEPTED" -> {
        let("REVIEW", "supervising-office", day);
        accepted = figures;
      }
      case "RETURNED" -> returned(happened);
      case "CLOSED" -> {
        closedOn = day;
        end("CLOSED", day);
      }
      case "MILESTONE_WITHDRAWN" -> end("WITHDRAWN", day);
      case "SUSPENDED" -> {
        stateBefore = state;
        state = "SUSPENDED";
        suspendedOn = day;
      }
      case "RESUMED" -> {
        state = stateBefore;
        suspended.add(new Span(suspendedOn, day));
        hands.replaceAll(hand -> stoodStill(hand, day));
        late.add(new Span(due, suspendedOn));
        due = moved(happened.detail()).upTo();
        warned = false;
      }
      case "MILESTONE_REOPENED" -> {
        due = moved(happened.detail()).upTo();
        warned = false;
      }
      case "EXTENSION_REQUESTED" -> give("supervising-office", "OFFICE", "ENDORSE_EXTENSION", day);
      case "EXTENSION_ENDORSED" -> {
        let("ENDORSE_EXTENSION", "supervising-office", day);
        give("leader", "LEADER", "DECIDE_EXTENSION", day);
      }
      case "EXTENSION_REFUSED" -> {
        letExtension(day);
        answers.add(new Answer(happened.at(), null));
      }
      case "EXTENSION_LAPSED" -> letExtension(day);
      case "EXTENSION_APPROVED" -> {
        letExtension(day);
        Span more = moved(happened.detail());
        answers.add(new Answer(happened.at(), more.upTo()));
        granted.add(more);
        extensionDays += more.upTo().toEpochDay() - more.after().toEpochDay();
        due = more.upTo();
        level = 0;
        warned = false;
      }
      case "WARNED" -> warned |= happened.detail().contains(OWN_DATE);
      case "ESCALATED" -> climb(happened);
      case "ESCALATION_LIFTED" -> lift(happened);
      default -> mustChangeNothing(happened);
    }
  }

  /** A sign-off keeps the working days that it had left. */
  private Hand stoodStill(Hand hand, LocalDate resumedOn) {
    if (hand.until() != null || hand.ownDue() == null) {
      return hand;
    }
    LocalDate from = hand.since().isAfter(suspendedOn) ? hand.since() : suspendedOn;
    return hand.dueOn(
        calendar.plus(hand.ownDue(), calendar.between(from, resumedOn)),
        new Span(hand.ownDue(), from));
  }

  private static void mustChangeNothing(Happened happened) {
    if (!CHANGE_NOTHING.contains(happened.what())) {
      throw new IllegalStateException("The reference doesn't know " + happened);
    }
  }

  private void askForReports(Happened happened) {
    state = "REPORTING";
    leads.forEach(lead -> give(lead, "LEAD", "REPORT", happened.day()));
  }

  private void filed(Happened happened) {
    let("REPORT", happened.department(), happened.day());
    read(happened);
    if (!nobodyHas("REPORT")) {
      return;
    }
    if (leads.size() > 1) {
      give(leads.get(0), "LEAD", "CONSOLIDATE", happened.day());
    } else {
      askForSignatures(happened.day());
    }
  }

  private void askForSignatures(LocalDate day) {
    if (signers.isEmpty()) {
      askForReview(day);
      return;
    }
    state = "SIGN_OFF";
    signers.forEach(one -> give(one, "SUPPORT", "SIGN_OFF", day));
  }

  private void resolved(LocalDate day) {
    Hand first =
        hands.stream()
            .filter(hand -> hand.until() == null && hand.duty().startsWith("RESOLVE_OBJECTION"))
            .findFirst()
            .orElseThrow();
    hands.set(hands.indexOf(first), first.let(day));
    give(first.duty().substring(first.duty().indexOf(':') + 1), "SUPPORT", "SIGN_OFF", day);
  }

  private void askForReview(LocalDate day) {
    state = "REVIEW";
    give("supervising-office", "OFFICE", "REVIEW", day);
  }

  private void returned(Happened happened) {
    let("REVIEW", "supervising-office", happened.day());
    returns++;
    figures = Map.of();
    state = "REPORTING";
    if (leads.size() > 1) {
      give(leads.get(0), "LEAD", "CONSOLIDATE", happened.day());
    } else {
      askForReports(happened);
    }
  }

  private void end(String how, LocalDate day) {
    state = how;
    level = 0;
    hands.replaceAll(hand -> hand.until() == null ? hand.let(day) : hand);
  }

  private void letExtension(LocalDate day) {
    hands.replaceAll(
        hand -> hand.until() == null && hand.duty().endsWith("_EXTENSION") ? hand.let(day) : hand);
  }

  /** Only the ladder of its own date counts; sign-offs and promises have ladders beside it. */
  private void climb(Happened happened) {
    String words = happened.detail();
    if (words.startsWith(LEVELS.get(2))) {
      blames.add(new Blame(happened.day(), null));
    }
    if (words.contains(OWN_DATE)) {
      for (int one = 1; one <= LEVELS.size(); one++) {
        if (words.startsWith(LEVELS.get(one - 1))) {
          level = one;
          highestLevel = Math.max(highestLevel, one);
        }
      }
    }
  }

  private void lift(Happened happened) {
    if (happened.detail().startsWith("第 3 级")) {
      Blame first = blames.stream().filter(one -> one.liftedOn() == null).findFirst().orElseThrow();
      blames.set(blames.indexOf(first), new Blame(first.since(), happened.day()));
    }
  }

  private void read(Happened happened) {
    String words = happened.detail();
    reportedAt = happened.at();
    Matcher share = PERCENT.matcher(words);
    percent = share.find() ? Integer.valueOf(share.group(1)) : null;
    Map<Integer, BigDecimal> found = new TreeMap<>(figures);
    for (Matcher figure = FIGURE.matcher(words); figure.find(); ) {
      found.put(Integer.valueOf(figure.group(1)), new BigDecimal(figure.group(2)));
    }
    figures = found;
  }

  private static Span moved(String words) {
    Matcher moved = MOVED.matcher(words);
    if (!moved.find()) {
      throw new IllegalStateException("No days in: " + words);
    }
    return new Span(LocalDate.parse(moved.group(1)), LocalDate.parse(moved.group(2)));
  }

  private void give(String holder, String role, String duty, LocalDate day) {
    LocalDate own = duty.equals("SIGN_OFF") ? calendar.plus(day, SIGN_OFF_DAYS) : null;
    hands.add(new Hand(holder, role, duty, day, null, own, List.of()));
  }

  private void let(String duty, String holder, LocalDate day) {
    hands.replaceAll(
        hand ->
            hand.until() == null && hand.duty().equals(duty) && hand.holder().equals(holder)
                ? hand.let(day)
                : hand);
  }

  private boolean nobodyHas(String duty) {
    return hands.stream().noneMatch(hand -> hand.until() == null && hand.duty().startsWith(duty));
  }

  Obligation seenOn(LocalDate today) {
    return new Obligation(
        id,
        project,
        ordinal,
        kind,
        originalDue,
        due,
        state,
        standing(today),
        light(today),
        closedOn,
        level,
        highestLevel,
        extensionDays,
        List.copyOf(blames),
        List.copyOf(answers),
        percent,
        figures,
        reportedAt,
        accepted,
        returns,
        leads,
        waitingFor(),
        held(today));
  }

  private String standing(LocalDate today) {
    return switch (state) {
      case "WITHDRAWN", "SUSPENDED" -> state;
      case "CLOSED" -> closedOn.isBefore(due) ? "AHEAD" : closedOn.equals(due) ? "ON_TIME" : "LATE";
      default -> today.isAfter(due) ? "BEHIND" : "ON_TRACK";
    };
  }

  private String light(LocalDate today) {
    return switch (state) {
      case "CLOSED", "WITHDRAWN", "SUSPENDED" -> null;
      default -> today.isAfter(due) ? "RED" : warned ? "YELLOW" : "GREEN";
    };
  }

  private List<String> waitingFor() {
    return state.equals("SUSPENDED")
        ? List.of()
        : hands.stream().filter(hand -> hand.until() == null).map(Hand::holder).distinct().toList();
  }

  private List<Days> held(LocalDate today) {
    List<Span> without = new ArrayList<>(suspended);
    if (state.equals("SUSPENDED")) {
      without.add(new Span(suspendedOn, today));
    }
    Map<List<String>, Set<LocalDate>> days = new LinkedHashMap<>();
    Map<List<String>, Set<LocalDate>> late = new HashMap<>();
    for (Hand hand : hands) {
      List<String> unit = List.of(hand.holder(), hand.role());
      Set<LocalDate> its = days.computeIfAbsent(unit, any -> new TreeSet<>());
      Set<LocalDate> itsLate = late.computeIfAbsent(unit, any -> new TreeSet<>());
      LocalDate by = hand.ownDue() == null ? due : hand.ownDue();
      LocalDate last = hand.until() == null ? today : hand.until();
      for (LocalDate day = hand.since().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
        boolean free = among(without, day) || hand.ownDue() == null && among(granted, day);
        if (calendar.contain(day) && !free) {
          its.add(day);
          if (day.isAfter(by) || among(hand.ownDue() == null ? this.late : hand.late(), day)) {
            itsLate.add(day);
          }
        }
      }
    }
    return days.entrySet().stream()
        .map(
            one ->
                new Days(
                    one.getKey().get(0),
                    one.getKey().get(1),
                    one.getValue().size(),
                    late.get(one.getKey()).size()))
        .toList();
  }

  private static boolean among(List<Span> spans, LocalDate day) {
    return spans.stream().anyMatch(span -> day.isAfter(span.after()) && !day.isAfter(span.upTo()));
  }
}
