package org.duban.notice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which line before the first item is the list's title: one that is no sentence, no salutation and
 * no date; a year and a word for such lists speak for it, then the earlier place.
 */
final class TitlePolicy {

  private static final int LONGEST = 120;
  private static final Pattern YEAR =
      Pattern.compile("(?:19|20)\\d{2}|[二一][〇零○九][〇零○一二三四五六七八九]{2}");
  private static final Pattern LIST = Pattern.compile("清单|分工|方案|分解|任务|要点|实事|项目|计划|意见|台账|一览表|安排|目标");
  private static final Pattern NEVER =
      Pattern.compile(".*[。;:,!?、>»]|.*>.*|附件\\d{0,2}|[(\\[].*[)\\]]|[\\d\\s年月日.:/-]*|.{1,3}");

  private TitlePolicy() {}

  static Optional<String> titleOf(List<Line> preface) {
    return preface.stream()
        .map(Line::text)
        .filter(text -> text.length() <= LONGEST)
        .filter(text -> !NEVER.matcher(HalfWidth.of(text)).matches())
        .min(Comparator.comparingInt(TitlePolicy::distance));
  }

  private static int distance(String text) {
    String half = HalfWidth.of(text);
    return (YEAR.matcher(half).find() ? 0 : 1) + (LIST.matcher(half).find() ? 0 : 2);
  }
}
