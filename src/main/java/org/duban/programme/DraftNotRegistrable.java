package org.duban.programme;

import java.util.List;
import java.util.stream.Stream;
import org.duban.notice.Draft;
import org.duban.notice.Flag;

/** A draft has flags that must be settled before it can be registered. Nothing was stored. */
public class DraftNotRegistrable extends RuntimeException {

  private final transient List<Flag> flags;

  public DraftNotRegistrable(List<Flag> flags) {
    super("清单有 " + flags.size() + " 处须先核实，未立项。");
    this.flags = List.copyOf(flags);
  }

  /**
   * It stands in a programme already.
   *
   * @param before says in which
   */
  public DraftNotRegistrable(Flag before) {
    super(before.message() + "确要另立的，请加参数 again=true。");
    this.flags = List.of(before);
  }

  /**
   * @throws DraftNotRegistrable when a flag stands that must be settled first
   */
  public static void check(Draft draft) {
    refuse(flags(draft));
  }

  /**
   * For a list that revises another: a gap in its numbers is what a withdrawn project leaves.
   *
   * @throws DraftNotRegistrable when any other flag stands that must be settled first
   */
  public static void checkRevised(Draft draft) {
    refuse(flags(draft).filter(flag -> !flag.code().equals("NUMBER_GAP")));
  }

  private static Stream<Flag> flags(Draft draft) {
    return Stream.concat(
        draft.flags().stream(),
        draft.projects().stream().flatMap(project -> project.flags().stream()));
  }

  private static void refuse(Stream<Flag> flags) {
    List<Flag> blocking = flags.filter(Flag::blocking).toList();
    if (!blocking.isEmpty()) {
      throw new DraftNotRegistrable(blocking);
    }
  }

  public List<Flag> flags() {
    return flags;
  }
}
