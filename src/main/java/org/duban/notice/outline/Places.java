package org.duban.notice.outline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duban.notice.Draft;
import org.duban.notice.Flag;
import org.duban.notice.line.Line;

/** Says in messages where a person finds a line, where that isn't simply the line's number. */
public final class Places {

  private static final Pattern USUAL = Pattern.compile("第(\\d{1,8})行");

  private final Map<Integer, String> places = new HashMap<>();

  private Places() {}

  public static Places of(List<Line> lines) {
    Places places = new Places();
    lines.stream()
        .filter(line -> !line.hasUsualPlace())
        .forEach(line -> places.places.put(line.number(), line.place()));
    return places;
  }

  /** The draft with its messages so said, and with what is to be known of the file. */
  public Draft said(Draft draft, List<Flag> doubts) {
    return new Draft(
        draft.title(),
        draft.year(),
        draft.projects().stream().map(project -> project.withFlags(said(project.flags()))).toList(),
        Stream.concat(doubts.stream(), said(draft.flags()).stream()).toList());
  }

  public List<Flag> said(List<Flag> flags) {
    return places.isEmpty() ? flags : flags.stream().map(this::said).toList();
  }

  /** Only what the message itself counts is said anew, not a line that it quotes. */
  private Flag said(Flag flag) {
    int quoted = flag.message().indexOf('“');
    String own = quoted < 0 ? flag.message() : flag.message().substring(0, quoted);
    String rest = flag.message().substring(own.length());
    String message =
        USUAL
            .matcher(own)
            .replaceAll(usual -> Matcher.quoteReplacement(place(usual.group(1), usual.group())));
    return new Flag(flag.code(), flag.line(), message + rest);
  }

  private String place(String number, String usual) {
    return places.getOrDefault(Integer.parseInt(number), usual);
  }
}
