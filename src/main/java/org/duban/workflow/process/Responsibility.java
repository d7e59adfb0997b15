package org.duban.workflow.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.duban.escalation.Escalations;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Projects;
import org.duban.programme.Signatures;
import org.duban.workflow.custody.TaskTerms;
import org.duban.workflow.people.Groups;
import org.springframework.stereotype.Component;

/**
 * What the models ask: who answers for what, and until when. Public, since the engine's expressions
 * call public types only.
 */
@Component("responsibility")
public class Responsibility {

  private final Projects projects;
  private final Milestones milestones;
  private final Signatures signatures;
  private final Escalations escalations;
  private final TaskTerms terms;

  Responsibility(
      Projects projects,
      Milestones milestones,
      Signatures signatures,
      Escalations escalations,
      TaskTerms terms) {
    this.projects = projects;
    this.milestones = milestones;
    this.signatures = signatures;
    this.escalations = escalations;
    this.terms = terms;
  }

  /** The departments that acknowledge a project. */
  public List<String> projectLeads(String projectId) {
    return projects.leads(projectId);
  }

  /** The milestones that run from dispatch; the rhythm of a long-term project is not among them. */
  public List<String> datedMilestones(String projectId) {
    return projects.owed(projectId).stream()
        .filter(milestone -> !milestone.isRhythm())
        .map(Milestone::id)
        .toList();
  }

  public boolean ongoing(String projectId) {
    return projects.owed(projectId).stream().anyMatch(Milestone::isRhythm);
  }

  public String businessKey(String milestoneId) {
    return find(milestoneId).businessKey();
  }

  public List<String> leads(String milestoneId) {
    return projects.leads(find(milestoneId).projectId());
  }

  public boolean severalLeads(String milestoneId) {
    return leads(milestoneId).size() > 1;
  }

  public String firstLead(String milestoneId) {
    return leads(milestoneId).get(0);
  }

  /** The departments that are asked to sign in this round. */
  public List<String> signatories(String milestoneId) {
    return signatures.owed(milestoneId);
  }

  /** The last second of the milestone's due day, for what has no day of its own. */
  public Date dueDate(String milestoneId) {
    return terms.lastSecondOf(find(milestoneId).due());
  }

  /** The last second of the step's own day, reckoned from today. */
  public Date ownDueDate(DelegateExecution step) {
    return terms.due(step.getCurrentActivityId(), step);
  }

  /** The groups of the heads who must explain; the leader explains to nobody. */
  public List<String> escalationHeads(long escalationId) {
    return escalations.find(escalationId).orElseThrow().responsible().stream()
        .filter(holder -> !holder.equals(Groups.LEADER))
        .map(Groups::headOf)
        .toList();
  }

  private Milestone find(String milestoneId) {
    return milestones.find(milestoneId).orElseThrow();
  }
}
