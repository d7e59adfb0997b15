package org.duban.escalation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.stereotype.Component;

/** Tells people how an escalation went on. */
@Component
class EscalationNotices {

  private final Projects projects;
  private final Directory directory;
  private final Outbox outbox;

  EscalationNotices(Projects projects, Directory directory, Outbox outbox) {
    this.projects = projects;
    this.directory = directory;
    this.outbox = outbox;
  }

  /** Those who hold the milestone up hear what the leader said. */
  void instructed(Escalation escalation, String instruction) {
    Set<String> recipients = new LinkedHashSet<>(people(escalation.responsible()));
    tell(escalation, "INSTRUCTION", recipients, "【领导批示】" + title(escalation) + "：" + instruction);
  }

  private List<String> people(List<String> holders) {
    return holders.stream()
        .flatMap(
            holder ->
                Stream.concat(
                    directory.heads(holder).stream(), directory.handlers(holder).stream()))
        .map(Person::id)
        .toList();
  }

  /**
   * Everyone who was told that it was escalated is told, once, that it no longer is; instead of
   * those who have left it, those who took it over.
   */
  void lifted(List<Escalation> escalations, String why) {
    if (escalations.isEmpty()) {
      return;
    }
    Escalation last = escalations.get(escalations.size() - 1);
    Set<String> recipients = new LinkedHashSet<>();
    Set<String> left = new LinkedHashSet<>();
    for (Escalation escalation : escalations) {
      recipients.addAll(escalation.recipients());
      if (!escalation.responsible().equals(escalation.raisedFor())) {
        left.addAll(people(escalation.raisedFor()));
        recipients.addAll(people(escalation.responsible()));
      }
    }
    left.removeAll(people(last.responsible()));
    recipients.removeAll(left);
    tell(last, "LIFTED", recipients, "【解除督办】" + title(last) + "：" + why + "，督办解除。");
  }

  private String title(Escalation escalation) {
    Project project = projects.find(escalation.projectId()).orElseThrow();
    return project.number() + "、" + project.title();
  }

  private void tell(Escalation about, String kind, Set<String> recipients, String text) {
    outbox.queue(
        recipients.stream()
            .map(
                recipient ->
                    new Message(
                        about.tenantId(),
                        about.projectId(),
                        about.milestoneId(),
                        "escalation/" + about.id() + "/" + kind,
                        kind,
                        recipient,
                        text))
            .toList());
  }
}
