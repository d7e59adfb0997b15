package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final Outbox outbox;
  private final Trail trail;

  RungWriter(JdbcClient jdbc, Directory directory, Outbox outbox, Trail trail) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.outbox = outbox;
    this.trail = trail;
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
      decision
          .row()
          .holders()
          .forEach(holder -> names.computeIfAbsent(holder.code(), directory::nameOf));
      String reason = Announcement.reason(decision.row().holders(), names);
      List<String> recipients = recipients(decision);
      if (decision.verdict().level() > 0) {
        escalated.add(new Escalated(decision, recipients, reason));
      }
      String text =
          Announcement.text(decision.row(), decision.verdict(), decision.workingDays(), reason);
      recipients.forEach(recipient -> messages.add(message(decision, recipient, text)));
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
            from unnest(:ids::text[], :rungs::text[], :lights::text[], :levels::int[], :nexts::timestamptz[])
                 as d(milestone_id, rung, light, level, next_rung_at)
            where w.milestone_id = d.milestone_id
            """)
        .param("ids", column(decisions, d -> d.row().milestoneId()))
        .param("rungs", column(decisions, d -> higher(d).name()))
        .param("lights", column(decisions, d -> d.verdict().light().name()))
        .param("levels", decisions.stream().map(d -> d.verdict().level()).toArray(Integer[]::new))
        .param(
            "nexts",
            decisions.stream()
                .map(d -> d.nextRungAt() == null ? null : d.nextRungAt().toString())
                .toArray(String[]::new))
        .update();
  }

  private static Rung higher(Decision decision) {
    return decision.climbs() ? decision.verdict().rung() : decision.row().rung();
  }

  private record Escalated(Decision decision, List<String> recipients, String reason) {}

  private void insertEscalations(List<Escalated> escalated, Instant tick) {
    if (escalated.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into escalation (tenant_id, programme_id, project_id, milestone_id, due, level, responsible,
                                    recipients, reason, at, action_required)
            select w.tenant_id, w.programme_id, w.project_id, w.milestone_id, w.due, e.level,
                   string_to_array(e.responsible, ' '), string_to_array(e.recipients, ' '), e.reason, :at, e.action
            from unnest(:ids::text[], :levels::int[], :responsible::text[], :recipients::text[], :reasons::text[],
                        :actions::boolean[]) as e(milestone_id, level, responsible, recipients, reason, action)
            join watch w on w.milestone_id = e.milestone_id
            on conflict (milestone_id, due, level) do nothing
            """)
        .param("at", Timestamp.from(tick))
        .param("ids", column(escalated, e -> e.decision().row().milestoneId()))
        .param(
            "levels",
            escalated.stream().map(e -> e.decision().verdict().level()).toArray(Integer[]::new))
        .param("responsible", column(escalated, e -> String.join(" ", holders(e.decision()))))
        .param("recipients", column(escalated, e -> String.join(" ", e.recipients())))
        .param("reasons", column(escalated, Escalated::reason))
        .param(
            "actions",
            escalated.stream()
                .map(e -> e.decision().verdict().actionRequired())
                .toArray(Boolean[]::new))
        .update();
  }

  private static List<String> holders(Decision decision) {
    return decision.row().holders().stream().map(Chunk.Holder::code).distinct().toList();
  }

  private List<String> recipients(Decision decision) {
    return decision.verdict().audience().stream()
        .sorted()
        .flatMap(audience -> people(audience, holders(decision)))
        .map(Person::id)
        .distinct()
        .toList();
  }

  private Stream<Person> people(Audience audience, List<String> holders) {
    return switch (audience) {
      case HANDLER -> holders.stream().flatMap(holder -> directory.handlers(holder).stream());
      case HEAD -> holders.stream().flatMap(holder -> directory.heads(holder).stream());
      case LEADER -> directory.handlers(Directory.LEADER).stream();
      case OFFICE -> directory.handlers(Directory.SUPERVISING_OFFICE).stream();
    };
  }

  private static Message message(Decision decision, String recipient, String text) {
    Chunk.Row row = decision.row();
    return new Message(
        row.tenantId(),
        row.projectId(),
        row.milestoneId(),
        row.milestoneId() + "/" + row.due() + "/" + decision.verdict().rung(),
        decision.verdict().rung().name(),
        recipient,
        text);
  }

  private static Entry entry(Decision decision, Instant tick, String text) {
    Happening what =
        switch (decision.verdict().rung()) {
          case NONE, REMINDER -> Happening.REMINDED;
          case WARNING -> Happening.WARNED;
          case LEVEL_1, LEVEL_2, LEVEL_3 -> Happening.ESCALATED;
        };
    Chunk.Row row = decision.row();
    return new Entry(
        row.tenantId(),
        row.programmeId(),
        row.projectId(),
        row.milestoneId(),
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
