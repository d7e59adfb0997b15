package org.duban.notice.quantity;

import java.util.ArrayList;
import java.util.List;
import org.duban.notice.DraftCommitment;
import org.duban.notice.Operator;
import org.duban.notice.line.Clause;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.HalfWidth;

/**
 * Reads the measurable promises of a paragraph: number, what it counts, and whether it is a floor,
 * a ceiling or about right. Which numbers promise nothing is for {@link SetPolicy} and {@link Unit}
 * to say; where the text leaves it open, a doubt is noted.
 */
public final class CommitmentReader {

  private static final int LONGEST_CLAUSE = 1_000;

  private final List<DraftCommitment> commitments = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  private CommitmentReader() {}

  public static CommitmentReading read(String paragraph) {
    CommitmentReader reader = new CommitmentReader();
    for (Clause clause : Clause.in(paragraph)) {
      reader.readClause(clause);
      while (reader.starts.size() < reader.commitments.size()) {
        reader.starts.add(clause.start());
      }
    }
    return new CommitmentReading(reader.commitments, reader.starts, reader.doubts);
  }

  private void readClause(Clause clause) {
    if (clause.text().length() > LONGEST_CLAUSE) {
      doubts.add(Excerpt.of(clause.text()) + "一句有 " + clause.text().length() + " 字,太长,其中的数字没有读入。");
      return;
    }
    String half = HalfWidth.of(clause.text());
    QuantityReader.Found found = QuantityReader.find(half);
    doubts.addAll(found.doubts());
    int readBefore = commitments.size();
    if (!found.quantities().isEmpty()) {
      EachReader.read(clause, found.quantities(), doubts)
          .ifPresentOrElse(
              commitments::addAll,
              () -> Piece.of(half, found.quantities()).forEach(piece -> readPiece(clause, piece)));
    }
    if (commitments.size() == readBefore) {
      CoverageReader.read(clause).ifPresent(commitments::add);
    }
  }

  private void readPiece(Clause clause, Piece piece) {
    List<Quantity> quantities = piece.quantities();
    if (piece.onlyLastCounts(HalfWidth.of(clause.text()))) {
      readOne(clause, piece.start(), quantities.get(quantities.size() - 1), piece.end());
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
    String behind = HalfWidth.of(clause.text().substring(quantity.end()));
    switch (SetPolicy.standingOf(quantity, HalfWidth.of(before), behind)) {
      case PROMISED -> promise(clause, from, quantity, to);
      case UNCLEAR ->
          doubts.add(
              Excerpt.of(clause.text()) + "中的“" + printed(clause, quantity) + "”不知是否指标,没有读入,请核对。");
      case BACKGROUND -> {
        return;
      }
    }
  }

  private static String printed(Clause clause, Quantity quantity) {
    return clause.text().substring(quantity.start(), quantity.end());
  }

  private void promise(Clause clause, int from, Quantity quantity, int to) {
    String before = clause.text().substring(from, quantity.start());
    String after = clause.text().substring(quantity.end(), to);
    Clause piece =
        from == 0
            ? clause
            : new Clause(clause.text(), clause.start(), clause.text().substring(0, from));
    OperatorPolicy.Found word = OperatorPolicy.before(HalfWidth.of(before));
    Operator operator = quantity.widened() == null ? word.operator() : quantity.widened();
    String metric = metric(piece, before, word, quantity, after);
    commitments.add(
        new DraftCommitment(
            metric.isEmpty() ? clause.text() : metric,
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
