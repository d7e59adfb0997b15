package org.duban.directory;

import java.util.List;
import java.util.Set;

/** Knows what one person may not do on both sides of the same thing. */
public interface SeparatedDuties {

  /**
   * Where the two sides of something that runs now meet in one person.
   *
   * @param own groups that the person has anyway
   * @param lent groups that come in addition
   * @return a sentence for each pair of sides that meet because of what is lent; often none
   */
  List<String> meeting(Set<String> own, Set<String> lent);
}
