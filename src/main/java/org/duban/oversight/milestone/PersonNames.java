package org.duban.oversight.milestone;

import org.duban.audit.Entry;
import org.duban.directory.Directory;
import org.springframework.stereotype.Component;

/** What people are called, for readers who don't know their user ids. */
@Component
public class PersonNames {

  private final Directory directory;

  PersonNames(Directory directory) {
    this.directory = directory;
  }

  /** The id itself for whom the directory doesn't have any more; null for null. */
  public String of(String userId) {
    return Entry.SYSTEM.equals(userId) ? "系统" : directory.personName(userId);
  }
}
