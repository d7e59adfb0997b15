package org.duban.story;

/** What people do in a story, and what happens to them. */
enum Deed {
  DISPATCH("sends the list out"),
  ACKNOWLEDGE("acknowledges"),
  REPORT("reports on"),
  CONSOLIDATE("consolidates"),
  SIGN("signs"),
  RESOLVE("resolves the objection to"),
  REVIEW("reviews"),
  CLOSE("closes"),
  END_RHYTHM("ends the rhythm of"),
  ENDORSE("endorses more time for"),
  DECIDE("decides on more time for"),
  EXPLAIN("explains the delay of"),
  INSTRUCT("instructs on"),
  CLAIM("claims a task of"),
  EXTEND("asks for more time for"),
  SUSPEND("suspends"),
  RESUME("resumes"),
  REASSIGN("reassigns"),
  WITHDRAW("withdraws"),
  REOPEN("reopens"),
  RHYTHM("changes the rhythm of"),
  REVISE("revises the list"),
  SUBSTITUTE("enters a substitution"),
  BACK("ends a substitution"),
  POLICY("puts a deadline policy in force"),
  END("ends a department"),
  READ("reads"),
  FOLD("works the counts in"),
  WAIT("time goes by"),
  DOWN("the program stands still");

  private final String words;

  Deed(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
