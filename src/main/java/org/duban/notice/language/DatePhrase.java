package org.duban.notice.language;

import java.time.LocalDate;
import org.duban.notice.DateRule;
import org.duban.notice.FlagCode;
import org.duban.notice.YearSource;

/**
 * A date found in a deadline.
 *
 * @param start where it begins in the phrase
 * @param end where it ends, exclusive
 * @param due the last day that is still in time; null when there is no such day, see fault
 * @param year the year it lies in
 * @param inherited whether the year was not printed with it
 * @param rule how its last day was found
 * @param yearFrom where its year came from; null when it is that of the list
 * @param fault why there is no day; null when there is one
 */
record DatePhrase(
    int start,
    int end,
    LocalDate due,
    int year,
    boolean inherited,
    DateRule rule,
    YearSource yearFrom,
    FlagCode fault,
    String reason) {}
