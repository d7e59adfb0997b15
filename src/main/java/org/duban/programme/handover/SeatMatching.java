package org.duban.programme.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.duban.programme.Role;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.ListedSeat;

/**
 * Which seats of a revised list are which of the list before, and who has them then. Only what the
 * list itself changed counts: a seat that it still names stays with whoever has it now. Where it
 * names another department for a seat that had been given away, the list wins.
 *
 * <p>What the list said of a seat that was given away before that was kept isn't known; such a seat
 * stays with whoever has it, and the revised list is taken to have said so before.
 */
public final class SeatMatching {

  private final ListedProject was;
  private final ListedProject now;
  private final HandoverPolicy policy;

  /** Of the old list, not found in the new one yet. */
  private final List<ListedSeat> old;

  /** Each seat of the new list with that of the old one. */
  private final Map<ListedSeat, ListedSeat> same = new HashMap<>();

  private final List<ListedSeat> unknown = new ArrayList<>();
  private final List<ListedSeat> joining = new ArrayList<>();
  private final List<String> news = new ArrayList<>();
  private final boolean reordered;
  private final List<ListedSeat> listed;

  public SeatMatching(ListedProject was, ListedProject now, HandoverPolicy policy) {
    this.was = was;
    this.now = now;
    this.policy = policy;
    this.old = new ArrayList<>(was.listedSeats());
    pair((one, other) -> one.department().equals(other.department()));
    pair((one, other) -> one.department().equals(other.holder()));
    this.reordered = reordered();
    this.joining.addAll(now.listedSeats());
    joining.removeAll(same.keySet());
    joining.removeIf(this::leftToOneThatIsThere);
    learn();
    this.listed = listed();
    tell();
  }

  /** Whether the list says something else than before. */
  public boolean relisted() {
    return reordered || !joining.isEmpty() || !old.isEmpty() || renamed();
  }

  /** The revised project with whoever answers for it then. */
  public ListedProject seated() {
    return now.seatedAs(relisted() ? policy.seated(listed, was.seats()) : was.seats(), listed);
  }

  /** Sentences on seats that had been given to others. */
  public List<String> news() {
    return news;
  }

  private void pair(BiPredicate<ListedSeat, ListedSeat> test) {
    for (ListedSeat seat : now.listedSeats()) {
      old.stream()
          .filter(one -> !same.containsKey(seat) && one.in(seat.role()) && test.test(one, seat))
          .findFirst()
          .ifPresent(
              one -> {
                old.remove(one);
                same.put(seat, one);
              });
    }
  }

  private boolean reordered() {
    Map<Role, Integer> last = new HashMap<>();
    for (ListedSeat seat : now.listedSeats()) {
      ListedSeat before = same.get(seat);
      if (before != null && before.position() < last.getOrDefault(seat.role(), 0)) {
        return true;
      }
      if (before != null) {
        last.put(seat.role(), before.position());
      }
    }
    return false;
  }

  private boolean renamed() {
    return same.entrySet().stream()
        .anyMatch(
            pair ->
                !pair.getValue().presumed()
                    && !pair.getKey().printedName().equals(pair.getValue().printedName()));
  }

  /** Of two that were merged before what the list said was kept, one alone is on record. */
  private boolean leftToOneThatIsThere(ListedSeat seat) {
    return !seat.atHome()
        && was.listedSeats().stream()
            .anyMatch(
                one -> one.presumed() && one.in(seat.role()) && one.holder().equals(seat.holder()));
  }

  private void learn() {
    for (ListedSeat seat : List.copyOf(joining)) {
      old.stream()
          .filter(one -> one.presumed() && one.in(seat.role()))
          .findFirst()
          .ifPresent(
              one -> {
                old.remove(one);
                joining.remove(seat);
                unknown.add(seat);
                same.put(seat, one);
              });
    }
  }

  private List<ListedSeat> listed() {
    Map<ListedSeat, ListedSeat> seats = new LinkedHashMap<>();
    Set<String> there = new HashSet<>();
    for (ListedSeat seat : now.listedSeats()) {
      ListedSeat before = same.get(seat);
      if (before != null) {
        seats.put(seat, of(seat, before.holder(), before.besides()));
        there.add(key(seat.role(), before.holder()));
      }
    }
    List<ListedSeat> all = new ArrayList<>();
    for (ListedSeat seat : now.listedSeats()) {
      all.add(
          seats.containsKey(seat)
              ? seats.get(seat)
              : of(seat, seat.holder(), !there.add(key(seat.role(), seat.holder()))));
    }
    return standingSomewhere(all);
  }

  private static ListedSeat of(ListedSeat seat, String holder, boolean besides) {
    return new ListedSeat(
        seat.department(),
        seat.role(),
        seat.position(),
        seat.printedName(),
        holder,
        besides,
        false);
  }

  /** Whoever has lost the place it took stands where the first of its others is. */
  private static List<ListedSeat> standingSomewhere(List<ListedSeat> seats) {
    Set<String> standing = new HashSet<>();
    seats.stream()
        .filter(seat -> !seat.besides())
        .forEach(seat -> standing.add(key(seat.role(), seat.holder())));
    return seats.stream()
        .map(
            seat ->
                standing.add(key(seat.role(), seat.holder()))
                    ? seat.heldBy(seat.holder(), false)
                    : seat)
        .toList();
  }

  private static String key(Role role, String department) {
    return role + " " + department;
  }

  private void tell() {
    for (ListedSeat seat : unknown) {
      String holder = same.get(seat).holder();
      news.add(
          "清单列"
              + name(seat)
              + "为"
              + word(seat)
              + "部门，该席位在系统升级前已调整给"
              + policy.nameOf(holder)
              + "，仍由其承担；要改由"
              + name(seat)
              + "承担的，请调整责任单位。");
    }
    List<ListedSeat> instead = new ArrayList<>(joining);
    for (ListedSeat gone : old) {
      ListedSeat next =
          instead.stream().filter(seat -> seat.in(gone.role())).findFirst().orElse(null);
      instead.remove(next);
      if (!gone.atHome()) {
        tell(gone, next);
      }
    }
    instead.stream()
        .filter(seat -> stays(seat.role(), seat.holder()))
        .forEach(
            seat ->
                news.add(
                    "修订清单增列"
                        + name(seat)
                        + "为"
                        + word(seat)
                        + "部门，该责任已由"
                        + policy.nameOf(seat.holder())
                        + "承担，不另增责任单位。"));
  }

  /** The list took a seat away that somebody else had, and perhaps named another for it. */
  private void tell(ListedSeat gone, ListedSeat next) {
    String holder = policy.nameOf(gone.holder());
    String what = "原列" + name(gone) + "为" + word(gone) + "部门，已由" + holder + "承接；修订清单";
    what += next == null ? "不再列入" : "改列" + name(next) + "，以清单为准";
    boolean remains =
        listed.stream()
            .anyMatch(seat -> seat.in(gone.role()) && seat.holder().equals(gone.holder()));
    news.add(what + "，" + holder + (remains ? "仍为" : "不再是") + word(gone) + "部门。");
  }

  private boolean stays(Role role, String department) {
    return was.departments(role).contains(department);
  }

  private String name(ListedSeat seat) {
    return policy.nameOf(seat.department());
  }

  private static String word(ListedSeat seat) {
    return seat.in(Role.LEAD) ? "牵头" : "配合";
  }
}
