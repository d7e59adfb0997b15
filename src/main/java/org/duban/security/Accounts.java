package org.duban.security;

import java.util.Optional;
import java.util.Set;

/** The people who may sign in, wherever they are kept. */
public interface Accounts {

  /** Changes nothing, however often it is asked: a wrong password locks nobody out. */
  boolean passwordMatches(String user, String password);

  /** The ids of the groups as they are now; empty when there is no such user. */
  Optional<Set<String>> groupsOf(String user);
}
