package org.duban.notice;

import java.util.List;

/**
 * @param doubts Chinese sentences on numbers of which the text doesn't say whether they are
 *     promised, without the line
 */
record CommitmentReading(List<DraftCommitment> commitments, List<String> doubts) {}
