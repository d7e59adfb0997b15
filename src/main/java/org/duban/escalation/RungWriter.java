package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a chunk's decisions with all that follows from them, each kind in one statement. */
@Component
class RungWriter {

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Recipients recipients;
  private final Outbox outbox;
  private final Trail trail;
  private final Clock clock;

  RungWriter(
      JdbcClient jdbc,
      Directory directory,
      Recipients recipients,
      Outbox outbox,
      Trail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.recipients = recipients;
    this.outbox = outbox;
    this.trail = trail;
    this.clock = clock;
  }

  void write(List<Decision> decisions, Instant tick) {
    updateWatch(decisions);
    List<Decision> climbed = decisions.stream().filter(Decision::climbs).toList();
    if (climbed.isEmpty()) {
      return;
    }
    List<Escalated> escalated = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    for (Decision decision : climbed) {
      Watched watched = decision.watched();
      watched.holderCodes().forEach(code -> names.computeIfAbsent(code, directory::nameOf));
      String reason = Announcement.reason(watched, names);
      List<String> told = recipients(decision);
      if (decision.verdict().level() > 0) {
        escalated.add(new Escalated(decision, told, reason));
      }
      String text = Announcement.text(decision, reason);
      told.forEach(recipient -> messages.add(message(decision, recipient, text)));
      entries.add(entry(decision, tick, text));
    }
    insertEscalations(escalated, tick);
    outbox.queue(messages);
    trail.record(entries);
  }

  private void updateWatch(List<Decision> decisions) {
    jdbc.sql(
            """
            update watch w set rung = d.rung, light = d.light, level = d.level, next_rung_at = d.next_rung_at
            from unnest(:ids::text[], :terms::text[], :holders::text[], :rungs::text[], :lights::text[],
                        :levels::int[], :nexts::timestamptz[])
                 as d(milestone_id, term, holder, rung, light, level, next_rung_at)
            where w.milestone_id = d.milestone_id and w.term = d.term and w.holder = d.holder
            """)
        .param("ids", column(decisions, d -> d.watched().milestoneId()))
        .param("terms", column(decisions, d -> d.watched().term().name()))
        .param("holders", column(decisions, d -> d.watched().holder()))
        .param("rungs", column(decisions, d -> higher(d).name()))
        .param("lights", column(decisions, d -> d.verdict().light().name()))
        .param("levels", decisions.stream().map(d -> d.verdict().level()).toArray(Integer[]::new))
        .param("nexts", column(decisions, this::nextRungAt))
        .update();
  }

  private String nextRungAt(Decision decision) {
    return decision.next() == null
        ? null
        : decision.next().atStartOfDay(clock.getZone()).toInstant().toString();
  }

  private static Rung higher(Decision decision) {
    return decision.climbs() ? decision.verdict().rung() : decision.watched().course().rung();
  }

  private record Escalated(Decision decision, List<String> recipients, String reason) {}

  private void insertEscalations(List<Escalated> escalated, Instant tick) {
    if (escalated.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into escalation (tenant_id, programme_id, project_id, milestone_id, term, holder, due, counted_from,
                                    level, responsible, recipients, reason, at, action_required)
            select w.tenant_id, w.programme_id, w.project_id, w.milestone_id, w.term, w.holder, w.due,
                   greatest(w.due, w.runs_from), e.level,
                   string_to_array(e.responsible, ' '), string_to_array(e.recipients, ' '), e.reason, :at, e.action
            from unnest(:ids::text[], :terms::text[], :holders::text[], :levels::int[], :responsible::text[],
                        :recipients::text[], :reasons::text[], :actions::boolean[])
                 as e(milestone_id, term, holder, level, responsible, recipients, reason, action)
            join watch w on w.milestone_id = e.milestone_id and w.term = e.term and w.holder = e.holder
            on conflict (milestone_id, term, holder, due, counted_from, level) do nothing
            """)
        .param("at", Timestamp.from(tick))
        .param("ids", column(escalated, e -> e.decision().watched().milestoneId()))
        .param("terms", column(escalated, e -> e.decision().watched().term().name()))
        .param("holders", column(escalated, e -> e.decision().watched().holder()))
        .param(
            "levels",
            escalated.stream().map(e -> e.decision().verdict().level()).toArray(Integer[]::new))
        .param(
            "responsible",
            column(escalated, e -> String.join(" ", e.decision().watched().holderCodes())))
        .param("recipients", column(escalated, e -> String.join(" ", e.recipients())))
        .param("reasons", column(escalated, Escalated::reason))
        .param(
            "actions",
            escalated.stream()
                .map(e -> e.decision().verdict().actionRequired())
                .toArray(Boolean[]::new))
        .update();
  }

  private List<String> recipients(Decision decision) {
    return recipients.of(decision.verdict().audience(), decision.watched().holderCodes()).stream()
        .map(Person::id)
        .toList();
  }

  private static Message message(Decision decision, String recipient, String text) {
    Watched watched = decision.watched();
    Rung rung = decision.verdict().rung();
    return new Message(
        watched.tenantId(),
        watched.projectId(),
        watched.milestoneId(),
        watched.occasionOf(rung),
        rung.name(),
        recipient,
        text,
        watched.number() + "、" + watched.title(),
        watched.course().due(),
        decision.workingDays());
  }

  private static Entry entry(Decision decision, Instant tick, String text) {
    Happening what =
        switch (decision.verdict().rung()) {
          case NONE, REMINDER -> Happening.REMINDED;
          case WARNING -> Happening.WARNED;
          case LEVEL_1, LEVEL_2, LEVEL_3 -> Happening.ESCALATED;
        };
    Watched watched = decision.watched();
    return new Entry(
        watched.tenantId(),
        watched.programmeId(),
        watched.projectId(),
        watched.milestoneId(),
        what,
        Entry.SYSTEM,
        null,
        tick,
        text);
  }

  private static <T> String[] column(List<T> rows, Function<T, String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }
}
