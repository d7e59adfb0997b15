package org.duban.directory;

import java.time.LocalDate;

/**
 * What is asked for; anything may be missing.
 *
 * @param from the first day
 * @param to the last day, included
 */
record SubstitutionOrder(String absent, String substitute, LocalDate from, LocalDate to) {}
