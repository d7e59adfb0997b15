package org.duban.directory;

/**
 * Someone who acts for a department, the supervising office or as a leader.
 *
 * @param id the account they sign in with
 * @param mail null when none is known
 */
public record Person(String id, String name, String mail) {}
