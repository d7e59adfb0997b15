package org.duban.directory;

/** The directory's file contradicts itself; the message names the entry that does. */
public class DirectoryBroken extends RuntimeException {

  DirectoryBroken(String sentence) {
    super(sentence);
  }

  DirectoryBroken(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
