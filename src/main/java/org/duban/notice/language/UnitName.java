package org.duban.notice.language;

import org.duban.notice.line.Passage;

/**
 * A unit as a list names it.
 *
 * @param role what a word in brackets behind the name says of it alone: 环保局(牵头); null without one
 */
public record UnitName(Passage name, Label role) {}
