package org.duban.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.duban.directory.Substitutions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages in the transaction of what they tell of. */
@Component
public class Outbox {

  /**
   * A row to be.
   *
   * @param people of a group, else null
   */
  private record Row(Message message, String recipient, String channel, Set<String> people) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Writing writing;
  private final Lanes lanes;
  private final TimingPolicy timing;
  private final Duration reminderGap;
  private final Supplier<Map<String, List<String>>> standIns;

  @Autowired
  Outbox(
      JdbcClient jdbc,
      Clock clock,
      Writing writing,
      Lanes lanes,
      NotificationSettings settings,
      Substitutions substitutions) {
    this(
        jdbc,
        clock,
        writing,
        lanes,
        settings.timing(clock.getZone()),
        settings.reminderGap(),
        substitutions::standInsToday);
  }

  Outbox(
      JdbcClient jdbc,
      Clock clock,
      Writing writing,
      Lanes lanes,
      TimingPolicy timing,
      Duration reminderGap,
      Supplier<Map<String, List<String>>> standIns) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.writing = writing;
    this.lanes = lanes;
    this.timing = timing;
    this.reminderGap = reminderGap;
    this.standIns = standIns;
  }

  /**
   * Queues them in one statement: for each person by mail or log, and for each group that one of
   * them belongs to, once. Who stands in for a person on leave is told as well. What was queued
   * before for the same occasion is not repeated, nor is a reminder of a milestone within some days
   * of the last to the same person.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(List<Message> messages) {
    List<Row> rows = rows(messages);
    if (rows.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Instant written = writing.since().orElse(now);
    jdbc.sql(
            """
            insert into notification (tenant_id, project_id, milestone_id, occasion, kind, recipient, channel, message,
                                      title, due, working_days, people, bundled, created_at, written_at,
                                      next_attempt_at)
            select m.tenant_id, m.project_id, m.milestone_id, m.occasion, m.kind, m.recipient, m.channel, m.message,
                   m.title, m.due::date, m.working_days, string_to_array(m.people, ' '), m.bundled, :now,
                   :written,
                   case when m.bundled then :digest::timestamptz else :now::timestamptz end
            from unnest(:tenants::text[], :projects::text[], :milestones::text[], :occasions::text[], :kinds::text[],
                        :recipients::text[], :channels::text[], :messages::text[], :titles::text[], :dues::text[],
                        :workingDays::int[], :people::text[], :bundled::boolean[])
                 as m(tenant_id, project_id, milestone_id, occasion, kind, recipient, channel, message, title, due,
                      working_days, people, bundled)
            where m.kind <> :reminder or coalesce((
                select max(n.created_at) from notification n
                where n.milestone_id = m.milestone_id and n.kind = m.kind and n.recipient = m.recipient)
                  <= :repeatable, true)
            on conflict (occasion, recipient, channel) do nothing
            """)
        .param("now", Timestamp.from(now))
        .param("written", Timestamp.from(written))
        .param("digest", Timestamp.from(timing.nextDigest(written)))
        .param("reminder", Message.REMINDER)
        .param("repeatable", Timestamp.from(now.minus(reminderGap)))
        .param("tenants", column(rows, row -> row.message().tenantId()))
        .param("projects", column(rows, row -> row.message().projectId()))
        .param("milestones", column(rows, row -> row.message().milestoneId()))
        .param("occasions", column(rows, row -> row.message().occasion()))
        .param("kinds", column(rows, row -> row.message().kind()))
        .param("recipients", column(rows, Row::recipient))
        .param("channels", column(rows, Row::channel))
        .param("messages", column(rows, row -> row.message().text()))
        .param("titles", column(rows, row -> row.message().title()))
        .param(
            "dues",
            column(
                rows, row -> row.message().due() == null ? null : row.message().due().toString()))
        .param(
            "workingDays",
            rows.stream().map(row -> row.message().workingDays()).toArray(Integer[]::new))
        .param(
            "people",
            column(rows, row -> row.people() == null ? null : String.join(" ", row.people())))
        .param("bundled", rows.stream().map(this::bundled).toArray(Boolean[]::new))
        .update();
  }

  /**
   * What these people were to be told of a project and wasn't sent yet is not sent any more, nor to
   * those who stand in for them; a group hears of it only for its others.
   *
   * @param but the kinds that are sent all the same
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recall(String projectId, Set<String> people, Set<String> but) {
    Set<String> gone = new LinkedHashSet<>(people);
    Map<String, List<String>> substitutes = standIns.get();
    people.forEach(one -> gone.addAll(substitutes.getOrDefault(one, List.of())));
    jdbc.sql(
            """
            update notification n set
                people = case when n.people is not null then others.left end,
                state = case when others.left <> '{}' then state else 'WITHDRAWN' end,
                last_error = case when others.left <> '{}' then last_error else '责任单位已调整，未发出。' end
            from (select id, array(select one from unnest(people) as one where one <> all(:people)) as left
                  from notification
                  where project_id = :project and state = 'QUEUED' and kind <> all(:but)
                    and (recipient = any(:people) and people is null or people && :people::text[])
                    and (claimed_until is null or claimed_until <= :now)
                  for update) as others
            where n.id = others.id
            """)
        .param("people", gone.toArray(String[]::new))
        .param("project", projectId)
        .param("but", but.toArray(String[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private List<Row> rows(List<Message> messages) {
    List<Row> rows = new ArrayList<>();
    Map<String, List<String>> substitutes = standIns.get();
    for (Message message : messages) {
      rows.add(personal(message, message.recipient()));
      substitutes
          .getOrDefault(message.recipient(), List.of())
          .forEach(substitute -> rows.add(personal(message, substitute)));
    }
    for (Lane lane : lanes.groups()) {
      Map<String, Row> byOccasion = new LinkedHashMap<>();
      for (Message message : messages) {
        if (lane.concerns(message.recipient())) {
          byOccasion
              .computeIfAbsent(
                  message.occasion(),
                  occasion ->
                      new Row(message, lane.group(), lane.channel().name(), new LinkedHashSet<>()))
              .people()
              .add(message.recipient());
        }
      }
      rows.addAll(byOccasion.values());
    }
    return rows;
  }

  private Row personal(Message message, String recipient) {
    return new Row(message, recipient, lanes.channelTo(recipient), null);
  }

  private boolean bundled(Row row) {
    return row.channel().equals(MailChannel.NAME) && timing.waitsForDigest(row.message().kind());
  }

  private static String[] column(List<Row> rows, Function<Row, String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }
}
