package org.duban.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * One numbered item of a list.
 *
 * @param number as printed, without its separator: 十七
 * @param ordinal the same as a number: 17
 * @param title without its final full stop
 * @param text the paragraphs that say what will be done, one a line, without labelled lines
 * @param line where the heading stands, counted from 1; for a page, in the text taken from it
 * @param leads departments as printed, the first named first
 * @param deadlinePhrase as printed, empty when there is none
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
    List<Flag> flags) {
  public DraftProject {
    leads = List.copyOf(leads);
    supports = List.copyOf(supports);
    milestones = List.copyOf(milestones);
    commitments = List.copyOf(commitments);
    flags = List.copyOf(flags);
  }

  DraftProject flagged(Flag another) {
    List<Flag> all = new ArrayList<>(flags);
    all.add(another);
    return withFlags(all);
  }

  DraftProject withFlags(List<Flag> others) {
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
        others);
  }
}
