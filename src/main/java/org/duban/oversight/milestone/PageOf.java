package org.duban.oversight.milestone;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param page counted from 0
 * @param total how many there are on all pages
 */
public record PageOf<T>(List<T> content, int page, int size, long total) {}
