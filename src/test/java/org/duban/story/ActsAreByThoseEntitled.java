package org.duban.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.duban.directory.Account;

/**
 * Every act on the trail names who did it and for whom, and on that day they were entitled: by
 * their own post, or standing in for the one who is named as absent. The department had a part in
 * it.
 */
final class ActsAreByThoseEntitled implements Witness {

  private static final Set<String> BY_DEPARTMENTS =
      Set.of(
          "ACKNOWLEDGED",
          "REPORT_FILED",
          "REPORT_CONSOLIDATED",
          "SIGNED_OFF",
          "OBJECTED",
          "OBJECTION_RESOLVED");
  private static final Set<String> BY_HEADS = Set.of("DELAY_EXPLAINED", "EXTENSION_REQUESTED");
  private static final Set<String> BY_LEADER = Set.of("INSTRUCTED", "EXTENSION_APPROVED");
  private static final Set<String> BY_EITHER = Set.of("EXTENSION_REFUSED");
  private static final String OFFICE = "supervising-office";

  private record Told(
      long id,
      String what,
      String who,
      String onBehalfOf,
      String actingFor,
      Instant at,
      LocalDate day,
      String projectId) {}

  private record Absence(
      String absent, String substitute, LocalDate firstDay, LocalDate lastDay, Instant endedAt) {}

  @Override
  public List<String> against(Scene scene) {
    if (scene.after().of("trail").size() == scene.before().of("trail").size()) {
      return List.of();
    }
    List<Told> told =
        scene
            .program()
            .jdbc()
            .sql(
                """
                select id, what, who, on_behalf_of, acting_for, at, at::date as day, project_id from trail
                where who <> 'duban-system' order by id
                """)
            .query(Told.class)
            .list();
    List<Absence> absences =
        scene
            .program()
            .jdbc()
            .sql("select absent, substitute, first_day, last_day, ended_at from substitution")
            .query(Absence.class)
            .list();
    List<String> wrong = new ArrayList<>();
    for (Told one : told) {
      Set<String> needed = needed(one);
      String acting = one.actingFor() == null ? one.who() : one.actingFor();
      boolean entitled = !Collections.disjoint(groups(scene, acting), needed);
      boolean lent =
          one.actingFor() == null || absences.stream().anyMatch(absence -> covers(absence, one));
      if (!entitled || !lent) {
        wrong.add(
            "not entitled: "
                + one.what()
                + " by "
                + one.who()
                + " for "
                + one.onBehalfOf()
                + (one.actingFor() == null ? "" : " in the place of " + one.actingFor())
                + " on "
                + one.day()
                + (lent ? "" : ", who had not been away then"));
      }
    }
    return wrong;
  }

  private static boolean covers(Absence absence, Told one) {
    return absence.absent().equals(one.actingFor())
        && absence.substitute().equals(one.who())
        && !one.day().isBefore(absence.firstDay())
        && !one.day().isAfter(absence.lastDay())
        && (absence.endedAt() == null || !absence.endedAt().isBefore(one.at()));
  }

  private static Set<String> groups(Scene scene, String person) {
    return scene.program().directory().account(person).map(Account::groups).orElse(Set.of());
  }

  private static Set<String> needed(Told one) {
    if (BY_DEPARTMENTS.contains(one.what())) {
      return Set.of("department-" + one.onBehalfOf());
    }
    if (BY_HEADS.contains(one.what())) {
      return Set.of("head-" + one.onBehalfOf());
    }
    if (BY_LEADER.contains(one.what())) {
      return Set.of("leader");
    }
    Set<String> either = new HashSet<>(Set.of(OFFICE));
    if (BY_EITHER.contains(one.what())) {
      either.add("leader");
    }
    return either;
  }
}
