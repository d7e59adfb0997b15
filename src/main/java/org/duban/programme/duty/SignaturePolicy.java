package org.duban.programme.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which signatures under a returned report stand for the next one. */
public final class SignaturePolicy {

  /**
   * What a department said of the returned report.
   *
   * @param signedIn the round in which it said so, which may be an earlier one
   */
  public record Signature(String department, boolean agreed, int signedIn, String by, Instant at) {}

  /**
   * A department that signs now.
   *
   * @param since when it joined; null for since the project was sent out
   */
  public record Signatory(String department, Instant since) {}

  private SignaturePolicy() {}

  /**
   * Whether signatures stand at all.
   *
   * @param said what the office said when it returned the report; null for nothing
   * @param unchanged whether targets and figures of the new report are those that were signed
   */
  public static boolean stand(Boolean said, boolean unchanged) {
    return said == null ? unchanged : said;
  }

  /**
   * Whether the new report says what was signed: nothing that a lead filed for it is new.
   *
   * @param each whether targets and figures of one are those that were signed
   */
  public static boolean unchanged(Collection<Boolean> each) {
    return !each.isEmpty() && !each.contains(false);
  }

  /**
   * Those that stand: of departments that agreed without an objection and still sign. Nobody's
   * signature stands under a report of their own hand.
   *
   * @param given in the order in which they were given
   * @param reporters who filed the new report, each lead's
   */
  public static List<Signature> standing(
      List<Signature> given, Collection<Signatory> signatories, Collection<String> reporters) {
    Map<String, Signature> last = new LinkedHashMap<>();
    List<String> objectors = new ArrayList<>();
    for (Signature one : given) {
      last.put(one.department(), one);
      if (!one.agreed()) {
        objectors.add(one.department());
      }
    }
    return last.values().stream()
        .filter(one -> !objectors.contains(one.department()))
        .filter(one -> !reporters.contains(one.by()))
        .filter(one -> signatories.stream().anyMatch(signatory -> signs(signatory, one)))
        .toList();
  }

  private static boolean signs(Signatory signatory, Signature one) {
    return signatory.department().equals(one.department())
        && (signatory.since() == null || !signatory.since().isAfter(one.at()));
  }
}
