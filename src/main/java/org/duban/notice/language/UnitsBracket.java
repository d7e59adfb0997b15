package org.duban.notice.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Passage;

/**
 * Takes the brackets out of a paragraph that name who does it: …(市民政局牵头,市财政局配合)。 One inside the
 * paragraph stays in the text and is read all the same.
 */
public final class UnitsBracket {

  private static final String PUNCTUATION = "。.;,、";
  private static final int LONGEST = 1_000;
  private static final int LONGEST_SENTENCE = 120;

  /** Only offices and governments: (社区服务中心) at the end of a sentence is no unit that answers. */
  private static final Pattern BARE_UNIT =
      Pattern.compile("[^,。;:0-9]{1,22}(?:局|委|办|办公室|部|厅|署|委员会|人民政府|区政府|县政府|管委会|部门|单位)");

  private static final Pattern NO_UNIT =
      Pattern.compile("^(?:以下|含|包括|即|如|见|详见|不含|简称|原|包含|其中|例如|指)");

  private UnitsBracket() {}

  /**
   * @param text the paragraph without the brackets at its end
   * @param values what the brackets say, each by itself
   * @param bare the names of a bracket at the end that holds nothing but what look like units; null
   *     when there is none
   */
  public record Read(Passage text, List<List<Labelled>> values, Labelled bare) {}

  private record Group(int open, int close) {}

  public static Read read(Passage paragraph) {
    List<Group> groups = groupsIn(paragraph.text());
    List<List<Labelled>> values = new ArrayList<>();
    Labelled bare = null;
    int end = paragraph.length();
    for (int i = groups.size() - 1; i >= 0; i--) {
      Group group = groups.get(i);
      Passage inside = paragraph.sub(group.open + 1, group.close).strip();
      boolean atEnd = onlyPunctuation(paragraph.text(), group.close + 1, end);
      List<Labelled> duties =
          group.close - group.open > LONGEST ? List.of() : DutyPhrase.read(inside);
      if (!duties.isEmpty() && (atEnd || endsSentence(paragraph.text(), group))) {
        values.add(0, duties);
        end = atEnd ? group.open : end;
      } else if (atEnd && isDeadline(inside)) {
        values.add(
            0,
            List.of(
                new Labelled(
                    Label.DEADLINE, Label.DEADLINE.chineseName(), inside, false, inside.line())));
        end = group.open;
      } else if (atEnd && bare == null && values.isEmpty() && looksLikeUnits(inside.text())) {
        bare = new Labelled(Label.RESPONSIBLE, "", inside, false, inside.line());
      }
    }
    Passage text = paragraph.sub(0, end).strip();
    return values.isEmpty() && bare == null ? withDutySentence(text) : new Read(text, values, bare);
  }

  /** The last sentence may say it without a bracket: 由市卫健委会同市财政局负责。 */
  private static Read withDutySentence(Passage text) {
    int end = text.withoutEnd(PUNCTUATION).length();
    int start =
        Math.max(text.text().lastIndexOf('。', end - 1), text.text().lastIndexOf('；', end - 1)) + 1;
    boolean mayBe = text.text().startsWith("由", start) && end - start < LONGEST_SENTENCE;
    List<Labelled> duties = mayBe ? DutyPhrase.read(text.sub(start, end)) : List.of();
    return duties.isEmpty()
        ? new Read(text, List.of(), null)
        : new Read(text.sub(0, start).strip(), List.of(duties), null);
  }

  private static boolean isDeadline(Passage inside) {
    return inside.length() <= 40
        && DeadlinePhraseReader.speaksOfDeadline(HalfWidth.of(inside.text()));
  }

  private static boolean looksLikeUnits(String inside) {
    String half = HalfWidth.of(inside);
    if (inside.isEmpty() || NO_UNIT.matcher(half).find()) {
      return false;
    }
    return NameList.split(inside).stream().allMatch(name -> BARE_UNIT.matcher(name).matches());
  }

  private static boolean endsSentence(String text, Group group) {
    boolean after =
        group.close + 1 < text.length()
            && "。;".indexOf(HalfWidth.of(text.charAt(group.close + 1))) >= 0;
    boolean before = group.open > 0 && "。;".indexOf(HalfWidth.of(text.charAt(group.open - 1))) >= 0;
    return after || before;
  }

  private static boolean onlyPunctuation(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!HalfWidth.isBlank(c) && PUNCTUATION.indexOf(HalfWidth.of(c)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static List<Group> groupsIn(String text) {
    List<Group> groups = new ArrayList<>();
    int depth = 0;
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Brackets.opens(c)) {
        open = depth++ == 0 ? i : open;
      } else if (Brackets.closes(c) && depth > 0 && --depth == 0) {
        groups.add(new Group(open, i));
      }
    }
    return groups;
  }
}
