package org.duban.directory;

/** A substitution was entered or ended early, in the transaction that is running. */
public record SubstitutionsChanged() {}
