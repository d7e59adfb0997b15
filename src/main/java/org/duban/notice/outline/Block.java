package org.duban.notice.outline;

import org.duban.notice.line.Line;

/**
 * A part of the text in its order: a line, or a table.
 *
 * @param table null for a line
 * @param line null for a table
 */
public record Block(Line line, Table table) {}
