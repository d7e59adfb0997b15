package org.duban.programme;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A lead's head asks for another due day.
 *
 * @param department code of the lead whose head asked
 * @param originalDue what the milestone was due at first, however often it moved
 * @param due the day in force when it was asked
 * @param askedDue the day that was asked for
 * @param newDue the day that counts for it: the one asked for, later by the working days in which
 *     the milestone was suspended since
 * @param endorsement the supervising office's answer, null while it is awaited
 * @param decision the leader's answer, null while it is awaited, and where the office refused
 * @param lapsedAt when the milestone was met or withdrawn before an answer, else null
 */
public record ExtensionRequest(
    long id,
    String milestone,
    String department,
    LocalDate originalDue,
    LocalDate due,
    LocalDate askedDue,
    LocalDate newDue,
    String reason,
    ExtensionState state,
    String requestedBy,
    Instant requestedAt,
    Answer endorsement,
    Answer decision,
    Instant lapsedAt) {

  /**
   * What the office or the leader said.
   *
   * @param decision APPROVE or REFUSE
   * @param opinion empty when none was given
   */
  public record Answer(String decision, String opinion, String by, Instant at) {}
}
