package org.duban.notification;

import java.time.LocalDate;

/**
 * Something a person is told.
 *
 * @param occasion names what it's about: the same occasion is told to the same person once
 * @param kind what sort of message it is, such as REMINDER; its template is {@code kind.REMINDER}
 * @param recipient the person's user id
 * @param text the whole fact in a Chinese sentence
 * @param title of the item it is about, for the subject and for readers of English; may be null
 * @param due the day by which the item is due; null when there is none
 * @param workingDays to the due day when negative, past it when positive; null without a due day
 */
public record Message(
    String tenantId,
    String projectId,
    String milestoneId,
    String occasion,
    String kind,
    String recipient,
    String text,
    String title,
    LocalDate due,
    Integer workingDays) {

  /** Kept from repeating itself: a person gets one of a milestone within some days. */
  static final String REMINDER = "REMINDER";

  /** The one mail a day that carries what can wait. */
  static final String DIGEST = "DIGEST";

  /** One mail of what can't wait, where several things came at the same time. */
  static final String BUNDLE = "BUNDLE";

  /** A message of the sentence alone. */
  public Message(
      String tenantId,
      String projectId,
      String milestoneId,
      String occasion,
      String kind,
      String recipient,
      String text) {
    this(tenantId, projectId, milestoneId, occasion, kind, recipient, text, null, null, null);
  }
}
