package org.duban.publication;

import java.time.Instant;

/** A programme whose progress anyone may read. */
public record Publication(String programme, Instant openedAt, String openedBy) {}
