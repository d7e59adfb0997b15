package org.duban.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.duban.programme.Acknowledgements;
import org.springframework.stereotype.Component;

/**
 * Reminds the handlers of a lead department, once, when three working days have passed since
 * dispatch without acknowledgement. A missing acknowledgement is never escalated: the deadline runs
 * anyhow.
 */
@Component
class AcknowledgementReminder {

  private static final int WORKING_DAYS = 3;

  private final Acknowledgements acknowledgements;
  private final WorkingCalendar calendar;
  private final Directory directory;
  private final Outbox outbox;
  private final Trail trail;
  private final Clock clock;

  AcknowledgementReminder(
      Acknowledgements acknowledgements,
      WorkingCalendar calendar,
      Directory directory,
      Outbox outbox,
      Trail trail,
      Clock clock) {
    this.acknowledgements = acknowledgements;
    this.calendar = calendar;
    this.directory = directory;
    this.outbox = outbox;
    this.trail = trail;
    this.clock = clock;
  }

  void remind(Instant tick) {
    LocalDate today = tick.atZone(clock.getZone()).toLocalDate();
    // Three full working days lie between the day of dispatch and today.
    LocalDate sentOn = calendar.plusWorkingDays(today, -WORKING_DAYS);
    Instant before = sentOn.atStartOfDay(clock.getZone()).toInstant();
    List<Message> messages = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Acknowledgements.Missing missing : acknowledgements.remindOnce(before, tick)) {
      String text =
          "【催促签收】"
              + missing.number()
              + "、"
              + missing.title()
              + "：交办已过 "
              + WORKING_DAYS
              + " 个工作日，"
              + directory.nameOf(missing.department())
              + "尚未签收。";
      for (Person handler : directory.handlers(missing.department())) {
        messages.add(message(missing, handler.id(), text));
      }
      entries.add(entry(missing, tick, text));
    }
    outbox.queue(messages);
    trail.record(entries);
  }

  private static Message message(Acknowledgements.Missing missing, String recipient, String text) {
    return new Message(
        missing.tenantId(),
        missing.projectId(),
        null,
        missing.projectId() + "/acknowledge/" + missing.department(),
        "ACKNOWLEDGE",
        recipient,
        text,
        missing.number() + "、" + missing.title(),
        null,
        null);
  }

  private static Entry entry(Acknowledgements.Missing missing, Instant tick, String text) {
    return new Entry(
        missing.tenantId(),
        missing.programmeId(),
        missing.projectId(),
        null,
        Happening.ACKNOWLEDGEMENT_REMINDED,
        Entry.SYSTEM,
        null,
        tick,
        text);
  }
}
