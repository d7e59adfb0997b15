package org.duban.notice;

/**
 * A part of the text in its order: a line, or a table.
 *
 * @param table null for a line
 * @param line null for a table
 */
record Block(Line line, Table table) {}
