package org.duban.publication;

import java.util.List;

/**
 * Some of the programmes that are open to everyone, the latest first.
 *
 * @param page counted from 0
 * @param total how many there are on all pages
 */
public record PublicProgress(
    String publisher, List<PublicProgramme> programmes, int page, int size, long total) {

  public boolean hasMore() {
    return (page + 1L) * size < total;
  }
}
