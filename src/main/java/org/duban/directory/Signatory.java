package org.duban.directory;

/**
 * A supporting department, and whether it signs off the leads' report.
 *
 * @param printedAs the name of the list it came through: its own, or that of a collective unit
 * @param reason why it doesn't sign, in Chinese; empty when it does
 */
public record Signatory(Department department, String printedAs, boolean signs, String reason) {}
