package org.duban.escalation;

import java.time.LocalDate;
import java.util.List;

/**
 * A rung that comes when nobody acts until its day.
 *
 * @param on the day at whose beginning the sheet climbs it
 * @param recipients who is told, by name
 * @param sentence what happens then, in words
 */
public record Prospect(
    LocalDate on, Rung rung, Light light, List<String> recipients, String sentence) {}
