package org.duban.notice;

import java.util.List;
import java.util.stream.Collectors;

/** What was handed in is not a list. The flags say why, each with its line. */
public class NoticeRefused extends RuntimeException {

  private final transient List<Flag> flags;

  public NoticeRefused(FlagCode code, int line, String reason) {
    this(List.of(code.at(line, reason)));
  }

  public NoticeRefused(FlagCode code, int line, String place, String reason) {
    this(List.of(code.at(line, place, reason)));
  }

  public NoticeRefused(List<Flag> flags) {
    super(flags.stream().map(Flag::message).collect(Collectors.joining(" ")));
    this.flags = List.copyOf(flags);
  }

  public List<Flag> flags() {
    return flags;
  }
}
