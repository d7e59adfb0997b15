package org.duban.programme;

/**
 * A request for more time has its final answer: the office refused it, or the leader decided.
 *
 * @param request as it stands now
 */
public record ExtensionDecided(ExtensionRequest request) {

  public boolean approved() {
    return request.state() == ExtensionState.APPROVED;
  }
}
