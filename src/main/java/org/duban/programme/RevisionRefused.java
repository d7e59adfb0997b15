package org.duban.programme;

import java.util.List;

/** A revised list can't be applied; the message says why. Nothing was changed. */
public class RevisionRefused extends RuntimeException {

  public RevisionRefused(String sentence) {
    super(sentence);
  }

  public RevisionRefused(List<String> sentences) {
    super(String.join("", sentences));
  }
}
