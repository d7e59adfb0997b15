package org.duban.notice;

/**
 * Where a field was read.
 *
 * @param field its name in the draft: title, text, leads[0], supports[2], deadlinePhrase,
 *     milestones[0], commitments[1]; a field that spans lines has a place for each
 * @param line counted from 1, as in {@link Reading#lines()}
 * @param from first column in that line, counted from 0
 * @param to column behind the last, exclusive
 */
public record Place(String field, int line, int from, int to) {}
