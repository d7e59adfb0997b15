package org.duban.oversight.milestone;

/**
 * What is open, in SQL: an obligation that somebody works on. What is planned, closed, suspended or
 * withdrawn isn't, and the rhythm of a long-term project never is, for it has no day. Only what is
 * open has a claim on a light or a level: figures and lists count the same.
 *
 * @see org.duban.programme.MilestoneState#open
 */
public final class Owed {

  private Owed() {}

  /**
   * @param row alias of something with {@code due} and {@code state}
   */
  public static String of(String row) {
    return "("
        + row
        + ".due is not null and "
        + row
        + ".state in ('REPORTING', 'SIGN_OFF', 'REVIEW'))";
  }
}
