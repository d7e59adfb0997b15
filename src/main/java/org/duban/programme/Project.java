package org.duban.programme;

/**
 * One numbered item of a programme.
 *
 * @param ordinal as the list in force has it
 * @param registeredAs the ordinal under which it was registered, by which the engine knows it
 * @param named whether the list in force names it
 */
public record Project(
    String id,
    String tenantId,
    String programmeId,
    int ordinal,
    String number,
    String title,
    String body,
    String deadlinePhrase,
    String state,
    int registeredAs,
    boolean named) {

  /** By which the engine knows it, for ever. */
  public String businessKey() {
    return programmeId + "/" + registeredAs;
  }

  /** How a sentence names it. */
  public String name() {
    return "第" + number + "项“" + title + "”";
  }
}
