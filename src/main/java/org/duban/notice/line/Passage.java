package org.duban.notice.line;

import java.util.ArrayList;
import java.util.List;
import org.duban.notice.Place;

/** A piece of the text that knows in which lines and columns it stands. */
public final class Passage {

  private record Segment(int at, int length, int line, int column) {}

  private final String text;
  private final List<Segment> segments;

  private Passage(String text, List<Segment> segments) {
    this.text = text;
    this.segments = segments;
  }

  public static Passage of(Line line) {
    return of(line, 0, line.text().length());
  }

  public static Passage of(Line line, int from, int to) {
    return new Passage(
        line.text().substring(from, to), List.of(new Segment(0, to - from, line.number(), from)));
  }

  public String text() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  public int length() {
    return text.length();
  }

  /** The line in which it begins. */
  public int line() {
    return segments.get(0).line;
  }

  public Passage from(int from) {
    return sub(from, text.length());
  }

  public Passage sub(int from, int to) {
    if (from == 0 && to == text.length()) {
      return this;
    }
    List<Segment> kept = new ArrayList<>();
    for (Segment segment : segments) {
      int start = Math.max(from, segment.at);
      int end = Math.min(to, segment.at + segment.length);
      if (end > start || (kept.isEmpty() && end >= start)) {
        kept.removeIf(other -> other.length == 0);
        kept.add(
            new Segment(
                start - from, end - start, segment.line, segment.column + start - segment.at));
      }
    }
    if (kept.isEmpty()) {
      kept.add(new Segment(0, 0, line(), segments.get(0).column));
    }
    return new Passage(text.substring(from, to), kept);
  }

  /** Without blanks at both ends. */
  public Passage strip() {
    int start = 0;
    int end = text.length();
    while (start < end && HalfWidth.isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && HalfWidth.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return sub(start, end);
  }

  /** Without any of the half-width signs at its end. */
  public Passage withoutEnd(String signs) {
    int end = text.length();
    while (end > 0
        && (signs.indexOf(HalfWidth.of(text.charAt(end - 1))) >= 0
            || HalfWidth.isBlank(text.charAt(end - 1)))) {
      end--;
    }
    return sub(0, end);
  }

  /** This and another, with a separator between that stands nowhere. */
  public Passage then(String separator, Passage next) {
    List<Segment> all = new ArrayList<>(segments);
    int shift = text.length() + separator.length();
    for (Segment segment : next.segments) {
      all.add(new Segment(segment.at + shift, segment.length, segment.line, segment.column));
    }
    return new Passage(text + separator + next.text, all);
  }

  /** Where it stands, a place for each line it touches. */
  public List<Place> places(String field) {
    List<Place> places = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.length > 0) {
        places.add(new Place(field, segment.line, segment.column, segment.column + segment.length));
      }
    }
    return places;
  }

  @Override
  public String toString() {
    return text;
  }
}
