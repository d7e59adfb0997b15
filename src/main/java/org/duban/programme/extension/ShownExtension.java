package org.duban.programme.extension;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.directory.Directory;
import org.duban.programme.ExtensionRequest;
import org.duban.programme.ExtensionState;

/** An {@link ExtensionRequest} as its readers get it: with the names that belong to the ids. */
record ShownExtension(
    long id,
    String milestone,
    String department,
    String departmentName,
    LocalDate originalDue,
    LocalDate due,
    LocalDate askedDue,
    LocalDate newDue,
    String reason,
    ExtensionState state,
    String requestedBy,
    String requestedByName,
    Instant requestedAt,
    Answer endorsement,
    Answer decision,
    Instant lapsedAt) {

  record Answer(String decision, String opinion, String by, String byName, Instant at) {

    private static Answer of(ExtensionRequest.Answer given, Directory directory) {
      return given == null
          ? null
          : new Answer(
              given.decision(),
              given.opinion(),
              given.by(),
              directory.personName(given.by()),
              given.at());
    }
  }

  static ShownExtension of(ExtensionRequest request, Directory directory) {
    return new ShownExtension(
        request.id(),
        request.milestone(),
        request.department(),
        directory.nameOf(request.department()),
        request.originalDue(),
        request.due(),
        request.askedDue(),
        request.newDue(),
        request.reason(),
        request.state(),
        request.requestedBy(),
        directory.personName(request.requestedBy()),
        request.requestedAt(),
        Answer.of(request.endorsement(), directory),
        Answer.of(request.decision(), directory),
        request.lapsedAt());
  }
}
