package org.duban.notice;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the measurable promises of a paragraph: number, what it counts, and whether it is a floor,
 * a ceiling or about right. Which numbers promise nothing is for {@link SetPolicy} and {@link Unit}
 * to say; where the text leaves it open, a doubt is noted.
 */
final class CommitmentReader {

  private static final int LONGEST_CLAUSE = 1_000;

  private final List<DraftCommitment> commitments = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private CommitmentReader() {}

  static CommitmentReading read(String paragraph) {
    CommitmentReader reader = new CommitmentReader();
    Clause.in(paragraph).forEach(reader::readClause);
    return new CommitmentReading(reader.commitments, reader.doubts);
  }

  private void readClause(Clause clause) {
    if (clause.text().length() > LONGEST_CLAUSE) {
      doubts.add(Excerpt.of(clause.text()) + "一句有 " + clause.text().length() + " 字,太长,其中的数字没有读入。");
      return;
    }
    String half = HalfWidth.of(clause.text());
    QuantityReader.Found found = QuantityReader.find(half);
    doubts.addAll(found.doubts());
    if (!found.quantities().isEmpty()) {
      EachReader.read(clause, found.quantities(), doubts)
          .ifPresentOrElse(
              commitments::addAll,
              () -> Piece.of(half, found.quantities()).forEach(piece -> readPiece(clause, piece)));
    }
    CoverageReader.read(clause).ifPresent(commitments::add);
  }

  private void readPiece(Clause clause, Piece piece) {
    List<Quantity> quantities = piece.quantities();
    Quantity last = quantities.get(quantities.size() - 1);
    String before = clause.text().substring(piece.start(), last.start());
    boolean onlyLast =
        quantities.size() == 1 || last.kind() == Unit.Kind.RATIO || SetPolicy.isTopic(before);
    if (onlyLast) {
      readOne(clause, piece.start(), last, piece.end());
      return;
    }
    doubts.add(Excerpt.of(clause.text()) + "中有 " + quantities.size() + " 个数字,分别读为指标,请核对。");
    int from = piece.start();
    for (int i = 0; i < quantities.size(); i++) {
      boolean isLast = i + 1 == quantities.size();
      int to = isLast ? piece.end() : quantities.get(i + 1).start();
      readOne(clause, from, quantities.get(i), to);
      from = quantities.get(i).end();
    }
  }

  private void readOne(Clause clause, int from, Quantity quantity, int to) {
    String before = clause.text().substring(from, quantity.start());
    String after = clause.text().substring(quantity.end(), to);
    if (SetPolicy.isBackground(quantity, HalfWidth.of(before), after)) {
      return;
    }
    OperatorPolicy.Found word = OperatorPolicy.before(HalfWidth.of(before));
    Operator operator = quantity.widened() == null ? word.operator() : quantity.widened();
    commitments.add(
        new DraftCommitment(
            metric(clause, before, word, quantity, after),
            operator,
            quantity.value(),
            quantity.unit(),
            clause.text()));
  }

  private static String metric(
      Clause clause, String before, OperatorPolicy.Found word, Quantity quantity, String after) {
    if (word.start() < 0) {
      return MetricPolicy.of(before, after, clause.before());
    }
    String front = before.substring(0, word.start());
    String between = before.substring(word.end());
    if (quantity.unit().equals("倍") && !between.isEmpty()) {
      return MetricPolicy.withoutEnd(MetricPolicy.clean(front))
          + "相当于"
          + between.replaceFirst("的$", "")
          + "的倍数";
    }
    return MetricPolicy.of(front + between, after, clause.before());
  }
}
