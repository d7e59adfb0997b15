package org.duban.escalation;

/** Who is told of a rung: the holder's handlers or heads, the leaders, the supervising office. */
public enum Audience {
  HANDLER,
  HEAD,
  LEADER,
  OFFICE
}
