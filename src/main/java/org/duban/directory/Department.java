package org.duban.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * One entry of the directory: a department, a sub-unit of one, or a collective unit.
 *
 * @param code fixed for ever; groups and stored assignments carry it
 * @param name as published lists print it
 * @param aliases other spellings of the name
 * @param parent the code of the department a sub-unit belongs to, else null
 * @param members the codes a collective unit stands for, else empty
 * @param validFrom first day, null without limit
 * @param validTo last day, null without limit
 * @param successor the code of the department that takes over what it holds when it ends, else null
 */
public record Department(
    String code,
    String name,
    List<String> aliases,
    String parent,
    List<String> members,
    LocalDate validFrom,
    LocalDate validTo,
    String successor) {

  public Department {
    aliases = List.copyOf(aliases);
    members = List.copyOf(members);
  }

  /** Whether this name stands for several departments and holds nothing itself. */
  public boolean collective() {
    return !members.isEmpty();
  }

  /** Both the first and the last day count. */
  public boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /** Whether its last day is over. */
  public boolean endedBefore(LocalDate day) {
    return validTo != null && validTo.isBefore(day);
  }
}
