package org.duban.escalation;

import java.util.List;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneReopened;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the leads, handlers and heads, that what they had delivered is owed once more. */
@Component
class ReopeningNews {

  private final Milestones milestones;
  private final Projects projects;
  private final Directory directory;
  private final Outbox outbox;

  ReopeningNews(Milestones milestones, Projects projects, Directory directory, Outbox outbox) {
    this.milestones = milestones;
    this.projects = projects;
    this.directory = directory;
    this.outbox = outbox;
  }

  @EventListener
  void tell(MilestoneReopened reopened) {
    Milestone milestone = milestones.find(reopened.milestoneId()).orElseThrow();
    Project project = projects.find(milestone.projectId()).orElseThrow();
    String text =
        "【重新办理】"
            + project.number()
            + "、"
            + project.title()
            + "："
            + milestone.kind().label()
            + "（原定 "
            + milestone.originalDue()
            + "）须补办，期限 "
            + milestone.due()
            + (reopened.reason().isEmpty() ? "。" : "：" + reopened.reason());
    List<Message> messages =
        projects.leads(project.id()).stream()
            .flatMap(
                lead ->
                    Stream.concat(
                        directory.handlers(lead).stream(), directory.heads(lead).stream()))
            .map(Person::id)
            .distinct()
            .map(recipient -> message(milestone, recipient, text))
            .toList();
    outbox.queue(messages);
  }

  private static Message message(Milestone milestone, String recipient, String text) {
    return new Message(
        milestone.tenantId(),
        milestone.projectId(),
        milestone.id(),
        milestone.id() + "/reopened/" + milestone.round(),
        "REOPENED",
        recipient,
        text);
  }
}
