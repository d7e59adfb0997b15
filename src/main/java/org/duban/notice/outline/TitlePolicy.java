package org.duban.notice.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Line;

/**
 * Which line before the first item is the list's title: one that is no sentence, no salutation and
 * no date; a year and a word for such lists speak for it, then the earlier place.
 */
public final class TitlePolicy {

  private static final int LONGEST = 120;
  private static final int SHORTEST = 8;
  private static final int FARTHEST = 2;
  private static final Pattern YEAR =
      Pattern.compile("(?:19|20)\\d{2}|[二一][〇零○九][〇零○一二三四五六七八九]{2}");
  private static final Pattern LIST = Pattern.compile("清单|分工|方案|分解|任务|要点|实事|项目|计划|意见|台账|一览表|安排|目标");
  private static final Pattern NEVER =
      Pattern.compile(".*[。;:,!?、>»]|.*>.*|附件.*|.*\\|.*|[(\\[].*[)\\]]|[\\d\\s年月日.:/-]*|.{1,3}");

  private TitlePolicy() {}

  public static Optional<String> titleOf(List<Line> preface) {
    return whole(preface).stream()
        .filter(text -> text.length() <= LONGEST)
        .filter(text -> !NEVER.matcher(HalfWidth.of(text)).matches())
        .min(Comparator.comparingInt(TitlePolicy::distance));
  }

  /** Whether a line can be nothing but the title of a list. */
  static boolean isTitle(Line line) {
    return line.text().length() <= LONGEST
        && line.text().length() >= SHORTEST
        && distance(line.text()) == 0
        && !NEVER.matcher(HalfWidth.of(line.text())).matches();
  }

  /** A title broken in two, the year in one line and the kind of list in the next, made whole. */
  private static List<String> whole(List<Line> preface) {
    List<String> texts = new ArrayList<>();
    Line before = null;
    for (Line line : preface) {
      boolean broken =
          before != null
              && line.number() - before.number() <= FARTHEST
              && distance(before.text()) == 2
              && distance(line.text()) == 1
              && !NEVER.matcher(HalfWidth.of(before.text())).matches();
      if (broken) {
        texts.set(texts.size() - 1, before.text() + line.text());
      } else {
        texts.add(line.text());
      }
      before = line;
    }
    return texts;
  }

  private static int distance(String text) {
    String half = HalfWidth.of(text);
    return (YEAR.matcher(half).find() ? 0 : 1) + (LIST.matcher(half).find() ? 0 : 2);
  }
}
