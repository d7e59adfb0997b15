package org.duban.notice.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.notice.line.Brackets;
import org.duban.notice.line.HalfWidth;
import org.duban.notice.line.Passage;

/**
 * Reads who does what in words instead of labels: 市民政局牵头,市财政局、市人社局配合. What several do 分别 each
 * leads; what they do 按职责分工 is a duty of all, of whom {@link DutyPolicy} finds the lead. Empty when
 * the words speak of no duty.
 */
public final class DutyPhrase {

  private static final String DO = "(?:负责|落实|实施|推进|承担|承办|办理|组织实施|抓好落实|抓落实|做好落实)";

  private static final Pattern LEAD =
      Pattern.compile(
          "(?:分别|共同|联合|各自)?(?:牵头|主办|主责)(?:、?"
              + DO
              + ")?$|(?:分别|各自)"
              + DO
              + "$|负总责$|为(?:主)?牵头(?:责任)?(?:单位|部门)$");

  private static final Pattern SUPPORT =
      Pattern.compile(
          "(?:按(?:照)?(?:各自)?职(?:责|能)(?:分工)?|根据职责分工|按分工)?(?:积极|共同|协同|密切|予以|做好)?(?:配合|协办|协助|协同|参与|参加)(?:"
              + DO
              + "|做好|工作|相关工作)?$");

  private static final Pattern DUTY =
      Pattern.compile(
          "(?:(?:分别)?(?:按照?|依据?|依照|根据|结合)(?:各自|本部门)?(?:职责|职能|任务|责任|权限)*(?:和)?(?:分工|范围)?(?:分别|共同|具体)?"
              + DO
              + "|(?:共同|具体|组织|分工|联合)?负责(?:落实|实施|推进|组织实施)?)$");

  private static final Pattern BEGINNING = Pattern.compile("^(?:由|请|并由|责成)");
  private static final String TOGETHER = "会同";
  private static final int LONGEST = 2_000;
  private static final int LONGEST_VERB = 30;
  private static final String PART_ENDS = ",;。/";

  private final Passage phrase;
  private final String half;
  private final List<Labelled> found = new ArrayList<>();
  private int names = -1;
  private int deadline = -1;
  private int deadlineEnd;
  private boolean spokeOfDuty;

  private DutyPhrase(Passage phrase) {
    this.phrase = phrase;
    this.half = HalfWidth.of(phrase.text());
  }

  public static List<Labelled> read(Passage phrase) {
    if (phrase.length() > LONGEST) {
      return List.of();
    }
    DutyPhrase reader = new DutyPhrase(phrase);
    reader.readParts();
    return reader.spokeOfDuty ? reader.found : List.of();
  }

  private void readParts() {
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= half.length(); i++) {
      boolean end =
          i == half.length()
              || (depth == 0 && (PART_ENDS.indexOf(half.charAt(i)) >= 0 || endsDuty(i)));
      if (end) {
        readPart(start, i);
        start = i + 1;
      } else {
        depth = Brackets.step(depth, half.charAt(i));
      }
    }
    endDeadline();
    if (names >= 0) {
      add(Label.RESPONSIBLE, "", names, half.length());
    }
  }

  /** 甲局牵头、乙局配合: here the comma of enumerations, or a blank, parts duties. */
  private boolean endsDuty(int place) {
    return "、 ".indexOf(half.charAt(place)) >= 0
        && (half.startsWith("牵头", place - 2) || half.startsWith("负责", place - 2));
  }

  private void readPart(int start, int end) {
    String part = half.substring(start, end).strip();
    if (part.isEmpty()) {
      return;
    }
    int at = half.indexOf(part, start);
    int partEnd = at + part.length();
    String tail = part.substring(Math.max(0, part.length() - LONGEST_VERB));
    int tailAt = partEnd - tail.length();
    Matcher lead = LEAD.matcher(tail);
    Matcher support = SUPPORT.matcher(tail);
    Matcher duty = DUTY.matcher(tail);
    int supports = support.find() ? support.start() : LONGEST;
    int leads = lead.find() ? lead.start() : LONGEST;
    int answers = duty.find() ? duty.start() : LONGEST;
    int verb = Math.min(supports, Math.min(leads, answers));
    boolean bareVerb = tailAt + verb == at && names < 0;
    if (verb < LONGEST && !bareVerb) {
      Label label =
          verb == supports ? Label.SUPPORT : verb == leads ? Label.LEAD : Label.RESPONSIBLE;
      duty(label, at, tailAt + verb, partEnd);
    } else if (DeadlinePhraseReader.speaksOfTime(part)) {
      if (names >= 0) {
        add(Label.RESPONSIBLE, "", names, start);
        names = -1;
      }
      deadline = deadline < 0 ? at : deadline;
      deadlineEnd = partEnd;
    } else {
      endDeadline();
      names = names < 0 ? at : names;
    }
  }

  private void duty(Label label, int at, int verb, int end) {
    endDeadline();
    spokeOfDuty = true;
    String word = phrase.text().substring(verb, end);
    int from = names < 0 ? at : names;
    int together = half.substring(from, verb).indexOf(TOGETHER);
    if (together > 0 && label != Label.SUPPORT) {
      add(Label.LEAD, word, from, from + together);
      add(Label.SUPPORT, TOGETHER, from + together + TOGETHER.length(), verb);
    } else {
      add(label, word, from, verb);
    }
    names = -1;
  }

  private void endDeadline() {
    if (deadline >= 0) {
      add(Label.DEADLINE, Label.DEADLINE.chineseName(), deadline, deadlineEnd);
    }
    deadline = -1;
  }

  private void add(Label label, String word, int from, int to) {
    Passage value = phrase.sub(from, to).strip().withoutEnd(PART_ENDS);
    Matcher beginning = BEGINNING.matcher(value.text());
    Passage bare = beginning.find() ? value.from(beginning.end()) : value;
    found.add(new Labelled(label, word, bare, false, phrase.line()));
  }
}
