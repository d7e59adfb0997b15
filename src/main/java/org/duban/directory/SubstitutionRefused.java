package org.duban.directory;

/** A substitution can't be as it was asked for; the message says why. */
public class SubstitutionRefused extends RuntimeException {

  SubstitutionRefused(String sentence) {
    super(sentence);
  }
}
