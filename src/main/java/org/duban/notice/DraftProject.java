package org.duban.notice;

import java.util.List;

/**
 * One numbered item of a list.
 *
 * @param number as printed, without its separator: 十七
 * @param ordinal the same as a number: 17; in a list whose numbers begin anew under each chapter,
 *     the item's place in the list. No two items of a list have the same
 * @param title without its final full stop
 * @param text the paragraphs that say what will be done, one a line, without labelled lines
 * @param line where the heading stands, counted from 1; for a page, in the text taken from it
 * @param leads departments as printed, the first named first
 * @param deadlinePhrase as printed, empty when there is none
 * @param parents the titles of the chapters it stands under, the outermost first
 * @param leaders persons named as 责任领导 or the like, as printed
 * @param places where in the text each field stands
 */
public record DraftProject(
    String number,
    int ordinal,
    String title,
    String text,
    int line,
    List<String> leads,
    List<String> supports,
    String deadlinePhrase,
    List<DraftMilestone> milestones,
    List<DraftCommitment> commitments,
    List<Flag> flags,
    List<String> parents,
    List<String> leaders,
    List<Place> places) {
  public DraftProject {
    parents = List.copyOf(parents);
    leads = List.copyOf(leads);
    supports = List.copyOf(supports);
    leaders = List.copyOf(leaders);
    milestones = List.copyOf(milestones);
    commitments = List.copyOf(commitments);
    places = List.copyOf(places);
    flags = List.copyOf(flags);
  }

  public DraftProject withFlags(List<Flag> others) {
    return new DraftProject(
        number,
        ordinal,
        title,
        text,
        line,
        leads,
        supports,
        deadlinePhrase,
        milestones,
        commitments,
        others,
        parents,
        leaders,
        places);
  }

  /** The same item without line and places, as it is in every file that holds it. */
  public DraftProject placeless() {
    return new DraftProject(
        number,
        ordinal,
        title,
        text,
        0,
        leads,
        supports,
        deadlinePhrase,
        milestones,
        commitments,
        List.of(),
        parents,
        leaders,
        List.of());
  }
}
