package org.duban.notice.quantity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duban.notice.DraftCommitment;
import org.duban.notice.Operator;
import org.duban.notice.line.Clause;
import org.duban.notice.line.Excerpt;
import org.duban.notice.line.HalfWidth;

/**
 * Reads one number that stands for several: 企业、个人各推出100件 promises 100 twice, and 甲、乙覆盖率分别达到100%
 * promises it for each. With as many numbers as members each takes its own.
 */
final class EachReader {

  private static final Pattern EACH = Pattern.compile("各(?=" + DeliveryVerbs.ANY + "|\\d)|分别");

  private EachReader() {}

  /** Empty when the clause gives nothing to each, or doesn't say to whom; then with a doubt. */
  static Optional<List<DraftCommitment>> read(
      Clause clause, List<Quantity> quantities, List<String> doubts) {
    Matcher each = EACH.matcher(HalfWidth.of(clause.text()));
    if (!each.find()) {
      return Optional.empty();
    }
    List<Quantity> values = quantities.stream().filter(q -> q.start() >= each.end()).toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String front = HalfWidth.strip(clause.text().substring(0, each.start()));
    List<String> members = Enumeration.of(front.isEmpty() ? clause.before() : front);
    boolean fits =
        values.size() == quantities.size()
            && members.size() > 1
            && (values.size() == 1 || values.size() == members.size());
    if (!fits) {
      doubts.add(Excerpt.of(clause.text()) + "中的“" + each.group() + "”没有写明共有几个对象,按一个指标读入,请核对。");
      return Optional.empty();
    }
    List<String> named =
        each.group().equals("各")
            ? members.stream().map(member -> actionFor(member, clause, each.end(), values)).toList()
            : Enumeration.withSharedMeasure(members).stream()
                .map(member -> member + action(clause, each.end(), values))
                .toList();
    return Optional.of(
        IntStream.range(0, members.size())
            .mapToObj(i -> commitment(clause, each.end(), values, i, named.get(i)))
            .toList());
  }

  private static String actionFor(String member, Clause clause, int from, List<Quantity> values) {
    return action(clause, from, values) + "(" + member + ")";
  }

  private static String action(Clause clause, int from, List<Quantity> values) {
    String before = clause.text().substring(from, values.get(0).start());
    OperatorPolicy.Found word = OperatorPolicy.before(before);
    String verb = word.start() < 0 ? before : before.substring(0, word.start());
    String after = clause.text().substring(values.get(values.size() - 1).end());
    return MetricPolicy.clean(MetricPolicy.withoutEnd(verb) + after);
  }

  private static DraftCommitment commitment(
      Clause clause, int from, List<Quantity> values, int member, String metric) {
    Quantity value = values.get(values.size() == 1 ? 0 : member);
    Operator before =
        OperatorPolicy.before(clause.text().substring(from, values.get(0).start())).operator();
    Operator operator = value.widened() == null ? before : value.widened();
    return new DraftCommitment(metric, operator, value.value(), value.unit(), clause.text());
  }
}
