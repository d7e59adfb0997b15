package org.duban.directory;

import java.util.Set;

/** A person and the groups they belong to, each person once. */
public record Account(Person person, Set<String> groups) {

  public Account {
    groups = Set.copyOf(groups);
  }
}
