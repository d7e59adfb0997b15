package org.duban.programme;

/** In which role somebody holds a milestone, in the order of the work. */
public enum Role {
  LEAD,
  SUPPORT,
  OFFICE,
  LEADER
}
