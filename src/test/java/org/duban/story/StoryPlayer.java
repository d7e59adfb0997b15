package org.duban.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.duban.story.Present.Offer;
import org.duban.story.Present.Owed;

/** Plays a story on the running program: people act over HTTP, each under their own name. */
final class StoryPlayer {

  static final String BEGINNING = "2021-05-20 08:30";

  private static final String WHY = "区政府常务会议议定。";
  private static final String REASON = "{\"reason\":\"" + WHY + "\"}";
  private static final int PATIENCE_IN_SECONDS = 60;

  private final Installation program;
  private InventedList list;
  private String usualPolicy;

  StoryPlayer(Installation program) {
    this.program = program;
  }

  /** The list in force, as the office last sent it in. */
  InventedList list() {
    return list;
  }

  /** A new office, with the list registered. */
  void begin(InventedList invented) {
    end();
    program.office().openOn(BEGINNING);
    list = invented;
    Answer registered =
        program.door().send("duban", "POST", "/api/v1/programmes", "text/plain", invented.print());
    if (registered.status() != 201) {
      throw new IllegalStateException(registered + "\n" + invented.print());
    }
  }

  /** What other tests share is as it was. */
  void end() {
    program.merger().undo();
    if (usualPolicy != null) {
      put(usualPolicy);
      usualPolicy = null;
    }
  }

  List<Answer> play(Step step, Present present) {
    List<Act> acts = step.acts();
    if (acts.size() == 1) {
      return List.of(act(acts.get(0), present));
    }
    if (acts.get(1).deed() == Deed.FOLD) {
      return List.of(whileCountsAreWorkedIn(acts.get(0), present), new Answer(200, ""));
    }
    CyclicBarrier together = new CyclicBarrier(acts.size());
    ExecutorService people = Executors.newFixedThreadPool(acts.size());
    try {
      List<Future<Answer>> answers =
          acts.stream()
              .map(
                  act ->
                      people.submit(
                          () -> {
                            together.await();
                            return act(act, present);
                          }))
              .toList();
      return answers.stream().map(StoryPlayer::answer).toList();
    } finally {
      people.shutdownNow();
    }
  }

  /** The act comes between two statements of the fold, which is held up there until it's done. */
  private Answer whileCountsAreWorkedIn(Act act, Present present) {
    ExecutorService counting = Executors.newSingleThreadExecutor();
    try (Connection holdUp = program.pool().getConnection();
        Statement statement = holdUp.createStatement()) {
      holdUp.setAutoCommit(false);
      statement.execute("lock table tallied in share mode");
      Future<?> fold = counting.submit(program.counting()::fold);
      while (!fold.isDone() && !someoneWaitsFor(statement)) {
        Thread.onSpinWait();
      }
      Answer answer = act(act, present);
      holdUp.rollback();
      fold.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
      return answer;
    } catch (SQLException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      counting.shutdownNow();
    }
  }

  private static boolean someoneWaitsFor(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery(
            "select 1 from pg_locks where relation = 'tallied'::regclass and not granted")) {
      return waiting.next();
    }
  }

  private static Answer answer(Future<Answer> answer) {
    try {
      return answer.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new Answer(598, "hangs");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer act(Act act, Present present) {
    return switch (act.deed()) {
      case DISPATCH -> post(act, "/api/v1/programmes/" + present.programme() + "/dispatch", "");
      case ACKNOWLEDGE, END_RHYTHM, REPORT, CONSOLIDATE, SIGN, RESOLVE, REVIEW, CLOSE ->
          task(act, present);
      case ENDORSE, DECIDE, EXPLAIN, INSTRUCT, CLAIM -> task(act, present);
      case EXTEND -> extend(act, present);
      case SUSPEND -> ofMilestone(act, present, "suspend", REASON);
      case RESUME -> ofMilestone(act, present, "resume", REASON);
      case RHYTHM ->
          ofMilestone(
              act,
              present,
              "rhythm",
              "{\"every\":\"%s\",\"day\":%s,\"reason\":\"%s\"}"
                  .formatted(act.how(0), act.how(1), WHY));
      case REASSIGN -> reassign(act, present);
      case WITHDRAW -> ofProject(act, present, "withdraw");
      case REOPEN -> ofProject(act, present, "reopen");
      case REVISE -> revise(act, present);
      case SUBSTITUTE -> substitute(act, present);
      case BACK -> back(act, present);
      case POLICY -> policy(act);
      case END -> endDepartment(act, present);
      case READ -> program.door().get(act.who(), page(act.what(), present));
      case FOLD -> {
        program.counting().fold();
        yield new Answer(200, "");
      }
      case WAIT -> {
        program.office().passTo(later(act));
        yield new Answer(200, "");
      }
      case DOWN -> {
        program.office().standStillTo(later(act));
        yield new Answer(200, "");
      }
    };
  }

  private Answer post(Act act, String path, String json) {
    return program.door().post(act.who(), path, json);
  }

  private static String word(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String page(String path, Present present) {
    String milestone = present.milestones().isEmpty() ? "x" : present.milestones().get(0).id();
    return path.replace("{programme}", present.programme()).replace("{milestone}", word(milestone));
  }

  // ---- tasks

  private Answer task(Act act, Present present) {
    String holder = act.how(0);
    return present.offers().stream()
        .filter(offer -> offer.about().equals(act.what()) && offer.holder().equals(holder))
        .filter(offer -> kinds(act).contains(offer.kind()))
        .findFirst()
        .map(offer -> task(act, offer, present.today()))
        .orElse(Answer.NOTHING);
  }

  private static List<String> kinds(Act act) {
    return act.deed() == Deed.CLAIM ? List.of(act.how(1)) : Tasks.kinds(act.deed());
  }

  private Answer task(Act act, Offer offer, LocalDate today) {
    String path = "/engine-rest/task/" + offer.id();
    if (act.deed() == Deed.CLAIM) {
      return post(act, path + "/claim", "{\"userId\":\"" + act.who() + "\"}");
    }
    Map<String, String> values = Tasks.values(act, today);
    String variables =
        values.entrySet().stream()
            .map(
                one ->
                    "\""
                        + one.getKey()
                        + "\":{\"value\":\""
                        + one.getValue()
                        + "\",\"type\":\"String\"}")
            .collect(Collectors.joining(","));
    return post(act, path + "/complete", "{\"variables\":{" + variables + "}}");
  }

  // ---- milestones and projects

  private Answer ofMilestone(Act act, Present present, String what, String json) {
    return owed(act, present)
        .map(one -> post(act, "/api/v1/milestones/" + word(one.id()) + "/" + what, json))
        .orElse(Answer.NOTHING);
  }

  private static Optional<Owed> owed(Act act, Present present) {
    return present.milestones().stream().filter(one -> one.name().equals(act.what())).findFirst();
  }

  private Answer extend(Act act, Present present) {
    return owed(act, present)
        .map(
            one -> {
              LocalDate from = one.due() == null ? present.today() : one.due();
              String json =
                  "{\"newDue\":\"%s\",\"reason\":\"雨季影响施工。\"}"
                      .formatted(from.plusDays(Integer.parseInt(act.how(0))));
              return post(
                  act, "/api/v1/milestones/" + word(one.id()) + "/extension-requests", json);
            })
        .orElse(Answer.NOTHING);
  }

  private Answer ofProject(Act act, Present present, String what) {
    return project(act)
        .map(id -> post(act, "/api/v1/projects/" + id + "/" + what, REASON))
        .orElse(Answer.NOTHING);
  }

  private Optional<String> project(Act act) {
    return program
        .jdbc()
        .sql("select id from project where registered_as = :item order by id limit 1")
        .param("item", act.item())
        .query(String.class)
        .optional();
  }

  private Answer reassign(Act act, Present present) {
    return present.milestones().stream()
        .filter(one -> one.item() == act.item())
        .findFirst()
        .map(
            one ->
                post(
                    act,
                    "/api/v1/milestones/" + word(one.id()) + "/reassign",
                    "{\"from\":\"%s\",\"to\":\"%s\",\"role\":\"%s\",\"reason\":\"%s\"}"
                        .formatted(act.how(0), act.how(1), act.how(2), WHY)))
        .orElse(Answer.NOTHING);
  }

  // ---- lists, people, policies

  private Answer revise(Act act, Present present) {
    InventedList revised = list.revised(act.how());
    Answer answer =
        program
            .door()
            .send(
                act.who(),
                "POST",
                "/api/v1/programmes/" + present.programme() + "/revisions?reason=" + word(WHY),
                "text/plain",
                revised.print());
    if (answer.done()) {
      list = revised;
    }
    return answer;
  }

  private Answer substitute(Act act, Present present) {
    LocalDate from = present.today().plusDays(Integer.parseInt(act.how(2)));
    return post(
        act,
        "/api/v1/substitutions",
        "{\"absent\":\"%s\",\"substitute\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(act.how(0), act.how(1), from, from.plusDays(Integer.parseInt(act.how(3)))));
  }

  private Answer back(Act act, Present present) {
    return present.absences().stream()
        .filter(one -> one.absent().equals(act.how()))
        .findFirst()
        .map(
            one ->
                program
                    .door()
                    .send(
                        act.who(),
                        "DELETE",
                        "/api/v1/substitutions/" + one.id(),
                        "application/json",
                        ""))
        .orElse(Answer.NOTHING);
  }

  private Answer policy(Act act) {
    if (usualPolicy == null) {
      usualPolicy = program.door().get("duban", "/api/v1/deadline-policy").body();
    }
    return put(
        act.how().equals("earlier")
            ? usualPolicy.replace("[-10..-4]", "[-10..-6]").replace("[-3..0]", "[-5..0]")
            : usualPolicy);
  }

  private Answer put(String policy) {
    return program
        .door()
        .send("duban", "PUT", "/api/v1/deadline-policy", "application/xml", policy);
  }

  /** From the next day on another department stands in its place, or none does. */
  private Answer endDepartment(Act act, Present present) {
    String successor = act.how(0).equals("-") ? "" : "successor: " + act.how(0) + "\n";
    try {
      program.merger().undo();
      program.merger().end(act.what(), "validTo: " + present.today() + "\n" + successor);
      return new Answer(200, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- time

  private String later(Act act) {
    LocalDateTime now = program.now();
    int many = Integer.parseInt(act.how(0));
    return act.how(1).equals("hours")
        ? now.plusHours(many).toString()
        : now.toLocalDate().plusDays(many).atTime(9, 0).toString();
  }
}
