package org.duban.notice;

/**
 * The heading of an item.
 *
 * @param number as printed
 * @param title without final punctuation
 * @param rest what follows the title's full stop in the same line, empty when nothing does
 * @param line where it stands
 */
record Heading(String number, int ordinal, String title, String rest, int line) {}
