package org.duban.audit;

import java.time.Instant;

/**
 * One thing that happened.
 *
 * @param projectId null when it concerns the whole programme
 * @param milestoneId null when it concerns the whole project
 * @param who the person's user id, or {@link #SYSTEM}
 * @param onBehalfOf code of the department the person acted for, null for nobody's
 * @param actingFor id of the absent person in whose place the person acted, null when in their own
 *     right; the trail fills it in
 * @param detail a sentence, possibly empty
 */
public record Entry(
    String tenantId,
    String programmeId,
    String projectId,
    String milestoneId,
    Happening what,
    String who,
    String onBehalfOf,
    Instant at,
    String actingFor,
    String detail) {

  /** Who did what no person did. */
  public static final String SYSTEM = "duban-system";

  public Entry(
      String tenantId,
      String programmeId,
      String projectId,
      String milestoneId,
      Happening what,
      String who,
      String onBehalfOf,
      Instant at,
      String detail) {
    this(tenantId, programmeId, projectId, milestoneId, what, who, onBehalfOf, at, null, detail);
  }

  /** What concerns a whole programme, and is done for no department. */
  public static Entry ofProgramme(
      String tenantId, String programmeId, Happening what, String who, Instant at, String detail) {
    return new Entry(tenantId, programmeId, null, null, what, who, null, at, detail);
  }

  Entry actingFor(String absent) {
    return new Entry(
        tenantId, programmeId, projectId, milestoneId, what, who, onBehalfOf, at, absent, detail);
  }
}
