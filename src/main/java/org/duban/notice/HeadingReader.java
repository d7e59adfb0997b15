package org.duban.notice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/**
 * Knows the heading of an item in a given numbering: the number, its separator, and a title that
 * ends with the line or with its first full stop.
 */
final class HeadingReader {

  private static final String FINAL_PUNCTUATION = "。.;:,、!";

  private final Numbering numbering;

  HeadingReader(Numbering numbering) {
    this.numbering = numbering;
  }

  /** The outermost numbering that the text uses; empty when no line is numbered. */
  static Optional<HeadingReader> fitting(List<Line> lines) {
    for (Numbering numbering : Numbering.values()) {
      HeadingReader reader = new HeadingReader(numbering);
      if (lines.stream().anyMatch(line -> reader.read(line).isPresent())) {
        return Optional.of(reader);
      }
    }
    return Optional.empty();
  }

  Optional<Heading> read(Line line) {
    Matcher start = numbering.pattern().matcher(HalfWidth.of(prefixOf(line.text())));
    if (!start.lookingAt()) {
      return Optional.empty();
    }
    String number = line.text().substring(start.start(1), start.end(1));
    OptionalInt ordinal = numbering.ordinal(start.group(1));
    if (ordinal.isEmpty()) {
      return Optional.empty();
    }
    String after = HalfWidth.strip(line.text().substring(start.end()));
    int stop = after.indexOf('。');
    String title = stop < 0 ? after : after.substring(0, stop);
    String rest = stop < 0 ? "" : HalfWidth.strip(after.substring(stop + 1));
    return Optional.of(
        new Heading(number, ordinal.getAsInt(), withoutEnd(title), rest, line.number()));
  }

  private static String prefixOf(String text) {
    return text.substring(0, Math.min(text.length(), 24));
  }

  private static String withoutEnd(String title) {
    int end = title.length();
    while (end > 0
        && (FINAL_PUNCTUATION.indexOf(HalfWidth.of(title.charAt(end - 1))) >= 0
            || HalfWidth.isBlank(title.charAt(end - 1)))) {
      end--;
    }
    return title.substring(0, end);
  }
}
