package org.duban.programme.registration;

import java.time.Instant;
import java.util.List;
import org.duban.notice.Correction;
import org.duban.notice.Flag;
import org.duban.notice.Reading;

/**
 * A draft as the office keeps it.
 *
 * @param version counts what was done with it, so that two windows don't overwrite each other
 * @param reading the text and what was read in it; never changes
 * @param correction what the drafter made of it
 * @param seen the doubts that the drafter ticked as seen
 * @param returnReason why it came back last, empty when it never did
 * @param programmeId null until it is registered
 */
record KeptDraft(
    String id,
    String tenantId,
    DraftState state,
    int version,
    Reading reading,
    Correction correction,
    List<Flag> seen,
    String draftedBy,
    Instant draftedAt,
    Instant changedAt,
    String submittedBy,
    Instant submittedAt,
    String returnedBy,
    String returnReason,
    String programmeId) {}
