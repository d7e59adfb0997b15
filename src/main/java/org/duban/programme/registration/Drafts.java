package org.duban.programme.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.notice.Correction;
import org.duban.notice.CorrectionChanges;
import org.duban.notice.CorrectionCheck;
import org.duban.notice.Draft;
import org.duban.notice.Finding;
import org.duban.notice.Flag;
import org.duban.notice.NoticeReader;
import org.duban.notice.Reading;
import org.duban.programme.DraftNotRegistrable;
import org.duban.programme.Programmes;
import org.duban.programme.Registration;
import org.duban.programme.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists on their way to registration: read, corrected by a person, perhaps approved by another.
 * What is done to a draft is told on the trail under the draft's id.
 */
@Component
public class Drafts {

  private final DraftRows rows;
  private final NoticeReader reader;
  private final CorrectionCheck check;
  private final Programmes programmes;
  private final RegisteredBefore before;
  private final Directory directory;
  private final Trail trail;
  private final Clock clock;
  private final DraftPolicy policy;

  Drafts(
      DraftRows rows,
      NoticeReader reader,
      CorrectionCheck check,
      Programmes programmes,
      RegisteredBefore before,
      Directory directory,
      Trail trail,
      Clock clock,
      @Value("${duban.registration.four-eyes:false}") boolean fourEyes) {
    this.rows = rows;
    this.reader = reader;
    this.check = check;
    this.programmes = programmes;
    this.before = before;
    this.directory = directory;
    this.trail = trail;
    this.clock = clock;
    this.policy = new DraftPolicy(fourEyes);
  }

  DraftPolicy policy() {
    return policy;
  }

  /**
   * Reads a file and keeps what was read.
   *
   * @throws org.duban.notice.NoticeRefused when it is no list
   */
  @Transactional
  public KeptDraft begin(byte[] content, String user) {
    Reading reading = reader.readWithSource(content);
    Correction correction = Correction.of(reading.draft());
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    rows.insert(id, directory.publisher().code(), storable(reading), correction, user, now);
    record(id, Happening.DRAFTED, user, now, correction.title());
    return rows.find(id).orElseThrow();
  }

  /** The one sign that no text column takes gives way to the sign for it: columns stay the same. */
  private static Reading storable(Reading reading) {
    List<String> lines =
        reading.lines().stream().map(line -> line.replace('\u0000', '\u2400')).toList();
    return new Reading(lines, reading.draft());
  }

  Optional<KeptDraft> find(String id) {
    return rows.find(id);
  }

  List<DraftRows.Head> open() {
    return rows.open(directory.publisher().code());
  }

  /** Everything that stands in a draft, ticked as seen or not. */
  List<Finding> findings(KeptDraft draft) {
    List<Finding> findings =
        new ArrayList<>(check.findings(draft.correction(), draft.reading().draft()));
    before
        .doubt(draft.reading().draft())
        .filter(doubt -> !doubt.programmeId().equals(draft.programmeId()))
        .map(doubt -> new Finding(doubt.flag(), null, "", List.of()))
        .ifPresent(findings::add);
    return findings;
  }

  /**
   * Keeps a corrected draft; nothing of it need be right yet.
   *
   * @param version the one that was corrected
   * @param seen the doubts ticked as seen
   * @throws DraftRefused when it isn't this person's, or was changed since
   */
  @Transactional
  public Optional<KeptDraft> correct(
      String id, int version, Correction correction, List<Flag> seen, String user) {
    return rows.lock(id)
        .map(
            draft -> {
              demand(DraftAct.CORRECT, draft, version, user);
              Correction settled =
                  check.settled(correction, draft.correction(), draft.reading().draft());
              rows.correct(id, settled, seen, clock.instant());
              return rows.find(id).orElseThrow();
            });
  }

  /**
   * Hands a draft to the other person.
   *
   * @throws DraftNotRegistrable when something in it still stands
   */
  @Transactional
  public Optional<KeptDraft> submit(String id, Integer version, String user) {
    return rows.lock(id)
        .map(
            draft -> {
              demand(DraftAct.SUBMIT, draft, version, user);
              demandSettled(draft);
              Instant now = clock.instant();
              rows.submit(id, user, now);
              recordCorrections(draft, user, now);
              record(id, Happening.DRAFT_SUBMITTED, user, now, draft.correction().title());
              return rows.find(id).orElseThrow();
            });
  }

  @Transactional
  public Optional<KeptDraft> giveBack(String id, Integer version, String reason, String user) {
    return rows.lock(id)
        .map(
            draft -> {
              demand(DraftAct.RETURN, draft, version, user);
              String why = Sentence.required("退回原因", reason, Sentence.LONGEST);
              Instant now = clock.instant();
              rows.giveBack(id, user, why, now);
              record(id, Happening.DRAFT_RETURNED, user, now, why);
              return rows.find(id).orElseThrow();
            });
  }

  /** Registers what another person submitted. */
  @Transactional
  public Optional<Registration> approve(String id, Integer version, String user) {
    return rows.lock(id)
        .map(
            draft -> {
              demand(DraftAct.APPROVE, draft, version, user);
              Registration registration = enter(draft, user);
              String approved = "起草：" + draft.draftedBy() + "，核准：" + user + "。";
              record(id, Happening.DRAFT_APPROVED, user, clock.instant(), approved);
              record(
                  registration.programme().id(),
                  Happening.DRAFT_APPROVED,
                  user,
                  clock.instant(),
                  approved);
              return registration;
            });
  }

  /** Registers a draft without a second person. */
  @Transactional
  public Optional<Registration> register(String id, Integer version, String user) {
    return rows.lock(id)
        .map(
            draft -> {
              demand(DraftAct.REGISTER, draft, version, user);
              Registration registration = enter(draft, user);
              recordCorrections(draft, user, clock.instant());
              return registration;
            });
  }

  private Registration enter(KeptDraft draft, String user) {
    List<Flag> doubts = demandSettled(draft);
    Draft settled = check.draftOf(draft.correction(), draft.reading().draft(), doubts);
    Registration registration =
        RegisteredBefore.says(doubts)
            ? programmes.registerAnother(settled, user)
            : programmes.register(settled, user);
    if (!registration.created()) {
      throw new DraftNotRegistrable(RegisteredBefore.flag(registration.programme()));
    }
    rows.registered(draft.id(), registration.programme().id(), clock.instant());
    return registration;
  }

  @Transactional
  public boolean delete(String id, String user) {
    Optional<KeptDraft> found = rows.lock(id);
    found.ifPresent(
        draft -> {
          demand(DraftAct.DELETE, draft, null, user);
          rows.delete(id);
          record(id, Happening.DRAFT_DELETED, user, clock.instant(), draft.correction().title());
        });
    return found.isPresent();
  }

  private void demand(DraftAct act, KeptDraft draft, Integer version, String user) {
    DraftPolicy.Answer answer = policy.decide(act, draft.state(), draft.draftedBy(), user);
    if (!answer.allowed()) {
      throw new DraftRefused(answer);
    }
    if (version != null && version != draft.version()) {
      throw new DraftRefused("草稿已在别处改动，请重新打开后再办理。");
    }
  }

  /** The doubts that were seen and left. */
  private List<Flag> demandSettled(KeptDraft draft) {
    List<Flag> flags = findings(draft).stream().map(Finding::flag).toList();
    List<Flag> standing =
        flags.stream().filter(flag -> flag.blocking() || !draft.seen().contains(flag)).toList();
    if (!standing.isEmpty()) {
      throw new DraftNotRegistrable(standing);
    }
    return flags;
  }

  private void recordCorrections(KeptDraft draft, String user, Instant at) {
    List<String> changes = CorrectionChanges.of(draft.correction(), draft.reading().draft());
    if (!changes.isEmpty()) {
      record(draft.id(), Happening.DRAFT_CORRECTED, user, at, String.join("\n", changes));
    }
  }

  private void record(String about, Happening what, String user, Instant at, String detail) {
    trail.record(
        new Entry(directory.publisher().code(), about, null, null, what, user, null, at, detail));
  }
}
