package org.duban.audit;

import java.util.Optional;

/** Knows who stands in for whom. */
public interface Substitutes {

  /**
   * The id of the absent person without whose place the person in the entry couldn't have done this
   * on that day; empty when they acted in their own right.
   */
  Optional<String> actingFor(Entry entry);
}
