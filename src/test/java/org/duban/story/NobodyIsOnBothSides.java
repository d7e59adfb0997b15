package org.duban.story;

import java.util.List;

/**
 * No one person asks for more time and grants it, reports and signs the report off, or reports or
 * signs off and reviews.
 */
final class NobodyIsOnBothSides implements Witness {

  private static final List<String> NEVER =
      List.of(
          """
          select 'asked and answered: ' || e.requested_by || ' ' || e.milestone_id from extension_request e
          where e.requested_by in (e.endorsed_by, e.decided_by)
          """,
          """
          select 'reported and signed off: ' || r.filed_by || ' ' || r.milestone_id
          from report r join sign_off s on s.milestone_id = r.milestone_id and s.round = r.round
              and s.signed_by = r.filed_by and s.carried_from is null
          where r.kind <> 'RESOLUTION'
          """,
          """
          select 'reported and reviewed: ' || r.filed_by || ' ' || r.milestone_id
          from report r join review v on v.milestone_id = r.milestone_id and v.round = r.round
              and v.reviewed_by = r.filed_by
          """,
          """
          select 'signed off and reviewed: ' || s.signed_by || ' ' || s.milestone_id
          from sign_off s join review v on v.milestone_id = s.milestone_id and v.round = s.round
              and v.reviewed_by = s.signed_by
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(String.join("union all\n", NEVER));
  }
}
