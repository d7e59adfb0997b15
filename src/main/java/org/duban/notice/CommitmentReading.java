package org.duban.notice;

import java.util.List;

/**
 * @param starts where in the paragraph the clause of each commitment begins
 * @param doubts Chinese sentences on numbers of which the text doesn't say whether they are
 *     promised, without the line
 */
record CommitmentReading(
    List<DraftCommitment> commitments, List<Integer> starts, List<String> doubts) {}
