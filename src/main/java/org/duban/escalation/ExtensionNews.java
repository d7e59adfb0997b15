package org.duban.escalation;

import java.util.List;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.notification.Message;
import org.duban.notification.Outbox;
import org.duban.programme.ExtensionDecided;
import org.duban.programme.ExtensionRequest;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asked for more time, and the heads of that department, what was decided; where
 * others lead by then, their handlers and heads.
 */
@Component
class ExtensionNews {

  private final Milestones milestones;
  private final Projects projects;
  private final Directory directory;
  private final Outbox outbox;

  ExtensionNews(Milestones milestones, Projects projects, Directory directory, Outbox outbox) {
    this.milestones = milestones;
    this.projects = projects;
    this.directory = directory;
    this.outbox = outbox;
  }

  @EventListener
  void tell(ExtensionDecided decided) {
    ExtensionRequest request = decided.request();
    Milestone milestone = milestones.find(request.milestone()).orElseThrow();
    Project project = projects.find(milestone.projectId()).orElseThrow();
    String text = text(decided, milestone, project);
    List<Message> messages =
        recipients(request, project)
            .distinct()
            .map(recipient -> message(milestone, request, recipient, text))
            .toList();
    outbox.queue(messages);
  }

  private Stream<String> recipients(ExtensionRequest request, Project project) {
    List<String> leads = projects.leads(project.id());
    if (leads.contains(request.department())) {
      return Stream.concat(
          Stream.of(request.requestedBy()),
          directory.heads(request.department()).stream().map(Person::id));
    }
    return leads.stream()
        .flatMap(
            lead ->
                Stream.concat(directory.handlers(lead).stream(), directory.heads(lead).stream()))
        .map(Person::id);
  }

  private static Message message(
      Milestone milestone, ExtensionRequest request, String recipient, String text) {
    return new Message(
        milestone.tenantId(),
        milestone.projectId(),
        milestone.id(),
        milestone.id() + "/extension/" + request.id(),
        "EXTENSION",
        recipient,
        text);
  }

  /**
   * @param milestone as it was when the answer was given
   */
  private static String text(ExtensionDecided decided, Milestone milestone, Project project) {
    ExtensionRequest request = decided.request();
    String subject = project.number() + "、" + project.title() + "：";
    if (decided.approved()) {
      return "【批准延期】" + subject + "期限由 " + milestone.due() + " 延至 " + request.newDue() + "。";
    }
    boolean byOffice = request.decision() == null;
    String opinion = (byOffice ? request.endorsement() : request.decision()).opinion();
    return "【延期未获同意】"
        + subject
        + "申请延至 "
        + request.newDue()
        + "，"
        + (byOffice ? "督查室核签" : "领导审批")
        + "未同意："
        + opinion
        + "。期限仍按原定执行。";
  }
}
