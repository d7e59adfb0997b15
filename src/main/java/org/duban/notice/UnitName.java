package org.duban.notice;

/**
 * A unit as a list names it.
 *
 * @param role what a word in brackets behind the name says of it alone: 环保局(牵头); null without one
 */
record UnitName(Passage name, Label role) {}
