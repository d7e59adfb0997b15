package org.duban.notice.correction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.notice.Correction;
import org.duban.notice.Draft;
import org.duban.notice.DraftProject;
import org.duban.notice.Flag;
import org.duban.notice.FlagCode;
import org.duban.notice.language.ItemNumber;
import org.duban.notice.outline.NumberGapPolicy;

/**
 * The numbers of a corrected list. A plain list is numbered from 1 without a gap; where numbers
 * begin anew under each chapter, or are none, an item's ordinal is its place in the list, and what
 * the reader asked about them stands until they are changed.
 */
public final class CorrectedNumbers {

  private final Correction correction;
  private final Draft read;
  private final ReadItems origins;
  private final boolean plain;
  private final List<Boolean> changed = new ArrayList<>();
  private final List<Boolean> repeated = new ArrayList<>();

  private CorrectedNumbers(Correction correction, Draft read) {
    this.correction = correction;
    this.read = read;
    this.origins = new ReadItems(correction, read);
    this.plain =
        read.projects().stream()
            .allMatch(project -> valueOf(project.number()) == project.ordinal());
    for (int i = 0; i < correction.projects().size(); i++) {
      String number = correction.projects().get(i).number();
      changed.add(origins.of(i).filter(one -> one.number().equals(number)).isEmpty());
    }
    compare();
  }

  public static CorrectedNumbers of(Correction correction, Draft read) {
    return new CorrectedNumbers(correction, read);
  }

  private static int valueOf(String number) {
    return ItemNumber.read(number).orElse(0);
  }

  private void compare() {
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < changed.size(); i++) {
      Optional<DraftProject> origin = origins.of(i);
      List<String> key = new ArrayList<>(plain ? List.of() : parents(origin));
      int value = valueOf(correction.projects().get(i).number());
      key.add(value == 0 ? correction.projects().get(i).number() : String.valueOf(value));
      boolean again = !seen.add(key) && !correction.projects().get(i).number().isEmpty();
      repeated.add(again && (plain || changed.get(i) || asked(origin)));
    }
  }

  private static List<String> parents(Optional<DraftProject> origin) {
    return origin.map(DraftProject::parents).orElse(List.of());
  }

  private static boolean asked(Optional<DraftProject> origin) {
    return origin.stream()
        .flatMap(project -> project.flags().stream())
        .anyMatch(flag -> flag.code().equals(FlagCode.DUPLICATE_NUMBER.name()));
  }

  /** 0 for a number that can't be read. */
  public List<Integer> ordinals() {
    boolean sameItems = origins.removed().isEmpty() && !added();
    List<Integer> ordinals = new ArrayList<>();
    for (int i = 0; i < changed.size(); i++) {
      ordinals.add(
          plain
              ? valueOf(correction.projects().get(i).number())
              : sameItems ? origins.of(i).orElseThrow().ordinal() : i + 1);
    }
    return ordinals;
  }

  private boolean added() {
    for (int i = 0; i < changed.size(); i++) {
      if (origins.of(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  public boolean unreadable(int item) {
    return changed.get(item) && valueOf(correction.projects().get(item).number()) == 0;
  }

  public boolean repeated(int item) {
    return repeated.get(item);
  }

  /** Numbers that are missing; those of items that a person took out are not. */
  public List<Flag> gaps(int line) {
    if (!plain) {
      List<Flag> asked =
          read.flags().stream()
              .filter(flag -> flag.code().equals(FlagCode.NUMBER_GAP.name()))
              .toList();
      return changed.stream().filter(own -> own).count() < asked.size() ? asked : List.of();
    }
    Set<Integer> present = new HashSet<>();
    correction.projects().forEach(item -> present.add(valueOf(item.number())));
    present.remove(0);
    origins.removed().forEach(project -> present.add(project.ordinal()));
    return NumberGapPolicy.missing(present)
        .map(missing -> List.of(FlagCode.NUMBER_GAP.at(line, "缺少" + missing + "。")))
        .orElse(List.of());
  }
}
