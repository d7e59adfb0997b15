package org.duban.notice.quantity;

import java.util.List;
import org.duban.notice.DraftCommitment;

/**
 * @param starts where in the paragraph the clause of each commitment begins
 * @param doubts Chinese sentences on numbers of which the text doesn't say whether they are
 *     promised, without the line
 */
public record CommitmentReading(
    List<DraftCommitment> commitments, List<Integer> starts, List<String> doubts) {}
