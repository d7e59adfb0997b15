package org.duban.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.duban.story.Present.Offer;
import org.duban.story.Present.Owed;
import org.duban.story.Present.Seated;

/**
 * Invents what happens next: mostly what is possible just then, now and then what isn't, and now
 * and then two things at once. The same number invents the same story.
 */
final class StoryTeller {

  private static final String OFFICE = "duban";
  private static final List<String> HANDY =
      List.of("scjg", "czjr", "xzsp", "jjfz", "frhj", "frhj-cxtc", "dzb-xc", "kjcx", "zgh", "sw");
  private static final List<String> PEOPLE =
      List.of(
          "duban",
          "duban-head",
          "leader",
          "scjg",
          "scjg-head",
          "czjr",
          "czjr-head",
          "xzsp",
          "xzsp-head",
          "frhj-cxtc",
          "dzb-xc-head",
          "jjfz",
          "kjcx-head",
          "zgh",
          "sysadmin");
  private static final List<String> PAGES =
      List.of(
          "/api/v1/escalations",
          "/api/v1/escalations?level=1",
          "/api/v1/milestones",
          "/api/v1/board",
          "/api/v1/scores",
          "/api/v1/milestones/{milestone}/trail",
          "/api/v1/milestones/{milestone}/ladder",
          "/api/v1/programmes/{programme}",
          "/board",
          "/sign-offs");

  private final Random chance;

  /** In few stories only: under another policy everything is decided anew, which takes long. */
  private final boolean policiesChange;

  StoryTeller(Random chance) {
    this.chance = chance;
    this.policiesChange = chance.nextInt(12) == 0;
  }

  Step next(Present present, InventedList list) {
    int sort = chance.nextInt(100);
    if (present.state().equals("REGISTERED") && sort < 70) {
      return Step.of(Act.of(Deed.DISPATCH, OFFICE, ""));
    }
    if (sort < 8) {
      return Step.of(impossible(present, list));
    }
    Act act = possible(present, list);
    if (sort < 20 && goesWithOthers(act)) {
      return Step.of(act, beside(act, present, list));
    }
    return Step.of(act);
  }

  private static boolean goesWithOthers(Act act) {
    return switch (act.deed()) {
      case WAIT, DOWN, END, POLICY, DISPATCH, FOLD -> false;
      default -> true;
    };
  }

  /** The same again, the counts worked in, or something else that doesn't touch the clock. */
  private Act beside(Act act, Present present, InventedList list) {
    int sort = chance.nextInt(10);
    if (sort < 5) {
      return Act.of(Deed.FOLD, "", "");
    }
    if (sort < 7) {
      return act;
    }
    Act other = possible(present, list);
    return goesWithOthers(other) ? other : act;
  }

  // ---- what is possible

  private Act possible(Present present, InventedList list) {
    Map<Supplier<Act>, Integer> ways = new LinkedHashMap<>();
    ways.put(this::pass, 22);
    ways.put(() -> read(any(PEOPLE)), 4);
    ways.put(() -> Act.of(Deed.FOLD, "", ""), 2);
    ways.put(() -> revise(list), 7);
    ways.put(this::substitute, 3);
    if (policiesChange) {
      ways.put(this::policy, 3);
    }
    List<Offer> open = present.offers().stream().filter(offer -> !offer.halted()).toList();
    List<Offer> work = open.stream().filter(StoryTeller::worksOn).toList();
    if (!work.isEmpty()) {
      ways.put(() -> task(any(work), present), 42);
      ways.put(() -> claim(any(work)), 1);
    }
    List<Offer> ends = open.stream().filter(offer -> !worksOn(offer)).toList();
    if (!ends.isEmpty()) {
      ways.put(() -> task(any(ends), present), 2);
    }
    List<Owed> running =
        present.milestones().stream()
            .filter(one -> List.of("REPORTING", "SIGN_OFF", "REVIEW").contains(one.state()))
            .toList();
    if (!running.isEmpty()) {
      ways.put(() -> Act.of(Deed.SUSPEND, OFFICE, any(running).name()), 4);
      ways.put(() -> extend(any(running), present), 7);
    }
    List<Owed> suspended =
        present.milestones().stream().filter(one -> one.state().equals("SUSPENDED")).toList();
    if (!suspended.isEmpty()) {
      ways.put(() -> Act.of(Deed.RESUME, OFFICE, any(suspended).name()), 6);
    }
    List<Owed> rhythms = running.stream().filter(Owed::rhythm).toList();
    if (!rhythms.isEmpty()) {
      ways.put(() -> rhythm(any(rhythms).name()), 4);
    }
    List<Seated> seats =
        present.seats().stream().filter(seat -> seat.projectState().equals("DISPATCHED")).toList();
    if (!seats.isEmpty()) {
      ways.put(() -> reassign(any(seats)), 7);
      ways.put(() -> Act.of(Deed.WITHDRAW, OFFICE, any(seats).item()), 1);
      ways.put(() -> endDepartment(any(seats)), 1);
    }
    List<Owed> closed =
        present.milestones().stream().filter(one -> one.projectState().equals("CLOSED")).toList();
    if (!closed.isEmpty()) {
      ways.put(() -> Act.of(Deed.REOPEN, OFFICE, any(closed).item()), 8);
    }
    if (!present.absences().isEmpty()) {
      ways.put(() -> Act.of(Deed.BACK, OFFICE, "", any(present.absences()).absent()), 1);
    }
    int ticket = chance.nextInt(ways.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<Supplier<Act>, Integer> way : ways.entrySet()) {
      ticket -= way.getValue();
      if (ticket < 0) {
        return way.getKey().get();
      }
    }
    throw new IllegalStateException();
  }

  private static boolean worksOn(Offer offer) {
    return !offer.kind().equals("EndRhythm");
  }

  private Act task(Offer offer, Present present) {
    Deed deed = Tasks.deed(offer.kind());
    return new Act(deed, whoMay(offer, present), offer.about(), offer.holder() + choice(deed));
  }

  private String choice(Deed deed) {
    return switch (deed) {
      case REPORT, CONSOLIDATE -> " " + 10 * (1 + chance.nextInt(10));
      case SIGN -> chance.nextInt(5) == 0 ? " OBJECT" : " AGREE";
      case REVIEW -> chance.nextInt(4) == 0 ? " RETURN" : " ACCEPT";
      case CLOSE -> chance.nextInt(4) == 0 ? " RETURN" : " CLOSE";
      case ENDORSE, DECIDE -> chance.nextInt(6) == 0 ? " REFUSE" : " APPROVE";
      case EXPLAIN -> " " + chance.nextInt(20);
      default -> "";
    };
  }

  private String whoMay(Offer offer, Present present) {
    String holder = offer.holder();
    String person =
        switch (holder) {
          case "supervising-office" ->
              offer.heads() || chance.nextInt(4) == 0 ? "duban-head" : OFFICE;
          case "leader" -> "leader";
          default -> holder + (offer.heads() || chance.nextInt(4) == 0 ? "-head" : "");
        };
    return present.absences().stream()
        .filter(one -> one.runs() && one.absent().equals(person))
        .map(Present.Absence::substitute)
        .findFirst()
        .orElse(person);
  }

  private Act claim(Offer offer) {
    String who =
        switch (offer.holder()) {
          case "supervising-office" -> OFFICE;
          case "leader" -> "leader";
          default -> offer.holder() + (offer.heads() ? "-head" : "");
        };
    return Act.of(Deed.CLAIM, who, offer.about(), offer.holder(), offer.kind());
  }

  private Act extend(Owed owed, Present present) {
    String lead =
        present.seats().stream()
            .filter(seat -> seat.item() == owed.item() && seat.role().equals("LEAD"))
            .map(Seated::department)
            .findFirst()
            .orElse("scjg");
    return Act.of(Deed.EXTEND, lead + "-head", owed.name(), 5 + chance.nextInt(60));
  }

  private Act rhythm(String name) {
    return Act.of(
        Deed.RHYTHM,
        OFFICE,
        name,
        chance.nextInt(3) > 0 ? "MONTH" : "QUARTER",
        1 + chance.nextInt(28));
  }

  private Act reassign(Seated seat) {
    return Act.of(Deed.REASSIGN, OFFICE, seat.item(), seat.department(), any(HANDY), seat.role());
  }

  private Act endDepartment(Seated seat) {
    String successor = chance.nextInt(5) == 0 ? "-" : any(HANDY);
    return Act.of(
        Deed.END, "", seat.department(), successor.equals(seat.department()) ? "ga" : successor);
  }

  private Act revise(InventedList list) {
    int ordinal = list.items().get(chance.nextInt(list.items().size())).ordinal();
    int sort = chance.nextInt(20);
    String edit;
    if (sort < 4) {
      edit = "same";
    } else if (sort < 11) {
      edit = "deadline " + ordinal + " " + any(InventedList.DEADLINES);
    } else if (sort < 14) {
      edit = "leads " + ordinal + " " + leads();
    } else if (sort < 17) {
      edit = "supports " + ordinal + " " + supports();
    } else if (sort < 18) {
      edit = "drop " + ordinal;
    } else {
      InventedList.Item added = InventedList.item(1 + chance.nextInt(InventedList.MOST), chance);
      boolean there = list.items().stream().anyMatch(one -> one.ordinal() == added.ordinal());
      edit =
          there
              ? "same"
              : "add %d %s %s %s"
                  .formatted(
                      added.ordinal(),
                      added.deadline(),
                      InventedList.named(added.leads()),
                      InventedList.named(added.supports()));
    }
    return new Act(Deed.REVISE, OFFICE, "", edit);
  }

  private String leads() {
    return InventedList.named(InventedList.some(InventedList.LEADS, 1 + chance.nextInt(2), chance));
  }

  private String supports() {
    return InventedList.named(InventedList.some(InventedList.SUPPORTS, chance.nextInt(3), chance));
  }

  private Act substitute() {
    String absent = any(HANDY) + (chance.nextBoolean() ? "-head" : "");
    String substitute = any(HANDY) + (chance.nextBoolean() ? "-head" : "");
    if (chance.nextBoolean()) {
      substitute =
          absent.endsWith("-head") ? absent.substring(0, absent.length() - 5) : absent + "-head";
    }
    return Act.of(
        Deed.SUBSTITUTE, OFFICE, "", absent, substitute, chance.nextInt(3), chance.nextInt(20));
  }

  private Act policy() {
    return Act.of(Deed.POLICY, OFFICE, "", chance.nextBoolean() ? "earlier" : "usual");
  }

  private Act read(String who) {
    return Act.of(Deed.READ, who, any(PAGES));
  }

  private Act pass() {
    int sort = chance.nextInt(20);
    if (sort < 6) {
      return Act.of(Deed.WAIT, "", "", 1 + chance.nextInt(20), "hours");
    }
    if (sort < 13) {
      return Act.of(Deed.WAIT, "", "", 1 + chance.nextInt(4), "days");
    }
    if (sort < 18) {
      return Act.of(Deed.WAIT, "", "", 5 + chance.nextInt(12), "days");
    }
    return Act.of(Deed.DOWN, "", "", 10 + chance.nextInt(60), "days");
  }

  // ---- what isn't

  private Act impossible(Present present, InventedList list) {
    List<Owed> milestones = present.milestones();
    Owed owed = milestones.get(chance.nextInt(milestones.size()));
    String who = any(PEOPLE);
    return switch (chance.nextInt(8)) {
      case 0 -> Act.of(Deed.SUSPEND, who, owed.name());
      case 1 -> Act.of(Deed.RESUME, who, owed.name());
      case 2 -> Act.of(Deed.EXTEND, who, owed.name(), chance.nextInt(20) - 5);
      case 3 ->
          Act.of(
              Deed.REASSIGN,
              who,
              owed.item(),
              any(HANDY),
              any(HANDY),
              any(List.of("LEAD", "SUPPORT")));
      case 4 ->
          Act.of(
              any(List.of(Deed.WITHDRAW, Deed.REOPEN)),
              any(List.of(who, "scjg", "leader")),
              owed.item());
      case 5 -> Act.of(Deed.RHYTHM, who, owed.name(), "MONTH", 40);
      case 6 -> new Act(Deed.REVISE, any(List.of("scjg", "leader", "sysadmin")), "", "drop 1");
      default ->
          present.offers().isEmpty() ? revise(list) : task(any(present.offers()), present).by(who);
    };
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
