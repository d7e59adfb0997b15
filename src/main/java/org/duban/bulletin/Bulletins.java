package org.duban.bulletin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.programme.ActRefused;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.duban.programme.Sentence;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * Bulletins from draft to release. Until one is released only the supervising office and the leader
 * know of it.
 */
@Component
class Bulletins {

  private final BulletinRows rows;
  private final MonthlyFigures figures;
  private final BulletinDocument document;
  private final Programmes programmes;
  private final Directory directory;
  private final Trail trail;
  private final Clock clock;

  Bulletins(
      BulletinRows rows,
      MonthlyFigures figures,
      BulletinDocument document,
      Programmes programmes,
      Directory directory,
      Trail trail,
      Clock clock) {
    this.rows = rows;
    this.figures = figures;
    this.document = document;
    this.programmes = programmes;
    this.directory = directory;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The newest month first; a department reads of the released ones only, and whoever has no part
   * in the business of none.
   */
  List<Bulletin> list(Caller caller) {
    return rows.all().stream()
        .filter(one -> caller.seesEverything() || one.released() && caller.concerned())
        .toList();
  }

  Bulletin get(long id) {
    return rows.find(id).orElseThrow(() -> none(id));
  }

  /** A bulletin, and whether it was begun just now. */
  record Drafted(Bulletin bulletin, boolean begun) {}

  /**
   * Begins the month's bulletin; a month has one only.
   *
   * @throws InvalidSubmission when it is no month, or one that hasn't begun
   */
  @Transactional
  Drafted draft(String month, String userId) {
    String known = MonthEnd.of(month, clock).month().toString();
    boolean begun = rows.insert(directory.publisher().code(), known, userId, clock.instant());
    return new Drafted(rows.of(known).orElseThrow(), begun);
  }

  /**
   * @param foreword may be empty
   * @throws ActRefused when it is released
   */
  @Transactional
  Bulletin reword(long id, String foreword) {
    Bulletin bulletin = openDraft(id);
    boolean none = foreword == null || foreword.isBlank();
    rows.reword(bulletin.id(), none ? "" : Sentence.required("编者按", foreword, Sentence.LONGEST));
    return get(id);
  }

  /**
   * Freezes it, and tells so on the trail of every list that was sent out by then.
   *
   * @throws ActRefused when it is released, or its month still runs
   */
  @Transactional
  Bulletin release(long id, String userId) {
    Bulletin draft = openDraft(id);
    MonthEnd end = MonthEnd.of(draft.month(), clock);
    if (!end.lastDay().equals(end.month().atEndOfMonth())) {
      throw ActRefused.notNow(draft.title() + "还没有过完，不能发布通报。");
    }
    Instant now = clock.instant();
    Bulletin released =
        new Bulletin(
            id,
            draft.month(),
            BulletinState.RELEASED,
            draft.foreword(),
            draft.draftedBy(),
            draft.draftedAt(),
            userId,
            now);
    rows.release(id, userId, now, document.released(figures.of(end), released));
    trail.record(
        programmes.all().stream()
            .filter(one -> one.dispatchedAt() != null && one.dispatchedAt().isBefore(end.before()))
            .map(one -> entry(one, draft, userId, now))
            .toList());
    return get(id);
  }

  private static Entry entry(Programme programme, Bulletin bulletin, String userId, Instant at) {
    return Entry.ofProgramme(
        programme.tenantId(),
        programme.id(),
        Happening.BULLETIN_RELEASED,
        userId,
        at,
        bulletin.title() + "通报");
  }

  private Bulletin openDraft(long id) {
    Bulletin bulletin = rows.lock(id).orElseThrow(() -> none(id));
    if (bulletin.released()) {
      throw ActRefused.notNow(bulletin.title() + "通报已发布，不能再改。");
    }
    return bulletin;
  }

  /** The figures of its month. */
  MonthFigures figures(Bulletin bulletin) {
    return figures.of(MonthEnd.of(bulletin.month(), clock));
  }

  /**
   * The released one as it went out, else a draft.
   *
   * @throws ResponseStatusException 404 for who may not see drafts
   */
  byte[] document(String month, Caller caller) {
    MonthEnd end = MonthEnd.of(month, clock);
    Optional<Bulletin> bulletin = rows.of(end.month().toString());
    if (bulletin.filter(Bulletin::released).isPresent()) {
      return rows.document(bulletin.get().id());
    }
    if (!caller.seesEverything()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, end.month() + " 的通报还没有发布。");
    }
    return document.draft(figures.of(end), bulletin.map(Bulletin::foreword).orElse(""));
  }

  private static ResponseStatusException none(long id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的通报。");
  }
}
