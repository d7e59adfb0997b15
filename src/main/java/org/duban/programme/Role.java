package org.duban.programme;

/** In which role somebody holds a milestone. */
public enum Role {
  LEAD,
  SUPPORT,
  OFFICE
}
