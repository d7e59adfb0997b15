package org.duban.notice.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a clause that belongs to its numbers, mostly one: in 演出200场、放映300场 there are two
 * pieces.
 */
record Piece(int start, int end, List<Quantity> quantities) {

  /** 由550元提高到580元: the first number is where it comes from. */
  private static final Pattern CHANGE =
      Pattern.compile(
          ".{0,6}(?:提高|增加|增长|上升|提升|扩大|扩展|降低|下降|减少|压减|压缩|缩短|调整|增|升|降|减)[到至为](?:不.{2}|约)?");

  /** Whether the numbers before the last only say of what, or from where, it goes. */
  boolean onlyLastCounts(String clause) {
    if (quantities.size() == 1) {
      return true;
    }
    Quantity last = quantities.get(quantities.size() - 1);
    Quantity before = quantities.get(quantities.size() - 2);
    return last.kind() == Unit.Kind.RATIO
        || CHANGE.matcher(clause.substring(before.end(), last.start())).matches()
        || SetPolicy.isTopic(clause.substring(start, last.start()));
  }

  static List<Piece> of(String clause, List<Quantity> quantities) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    List<Quantity> own = new ArrayList<>();
    for (int i = 0; i < quantities.size(); i++) {
      own.add(quantities.get(i));
      boolean last = i + 1 == quantities.size();
      int border =
          last ? clause.length() : border(clause, quantities.get(i), quantities.get(i + 1));
      if (border >= 0) {
        pieces.add(new Piece(start, border, List.copyOf(own)));
        own.clear();
        start = border;
      }
    }
    return pieces;
  }

  /** Where the piece of a number ends before the next number; -1 when they share one. */
  private static int border(String clause, Quantity one, Quantity next) {
    String gap = clause.substring(one.end(), next.start());
    if (!gap.isEmpty() && "、和及与并".indexOf(gap.charAt(0)) >= 0) {
      return one.end();
    }
    int comma = gap.lastIndexOf('、');
    if (comma >= 0) {
      return one.end() + comma;
    }
    if (next.kind() == Unit.Kind.RATIO || CHANGE.matcher(gap).matches()) {
      return -1;
    }
    int verb = DeliveryVerbs.startOfLastRun(gap);
    return verb < 0 ? -1 : one.end() + verb;
  }
}
