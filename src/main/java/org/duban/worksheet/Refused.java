package org.duban.worksheet;

/**
 * An answer that wasn't taken.
 *
 * @param reason a sentence for whoever filled it in
 */
public record Refused(Answer answer, String reason) {}
