package org.duban.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.notice.Draft;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.register.ProjectDispatch;
import org.duban.programme.register.RegistrationOrder;
import org.duban.programme.registration.DraftDigest;
import org.duban.programme.revision.Listing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers published lists and sends their projects out. */
@Component
public class Programmes {

  private final ProgrammeRows rows;
  private final Listing listing;
  private final RegistrationOrder order;
  private final ProjectDispatch dispatch;
  private final Directory directory;
  private final Trail trail;
  private final Clock clock;
  private final DraftDigest digests;
  private final TransactionTemplate transaction;

  Programmes(
      ProgrammeRows rows,
      Listing listing,
      RegistrationOrder order,
      ProjectDispatch dispatch,
      Directory directory,
      Trail trail,
      Clock clock,
      DraftDigest digests,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.listing = listing;
    this.order = order;
    this.dispatch = dispatch;
    this.directory = directory;
    this.trail = trail;
    this.clock = clock;
    this.digests = digests;
    this.transaction = transaction;
  }

  /**
   * Stores a draft as a programme, whole or not at all. The same list registered again gives the
   * first one back, and a list that was applied as a revision the programme it revised.
   *
   * @throws DraftNotRegistrable when a flag stands that must be settled first
   */
  @Transactional
  public Registration register(Draft draft, String userId) {
    DraftNotRegistrable.check(draft);
    String tenant = directory.publisher().code();
    rows.lockTenant(tenant);
    return rows.withDigest(tenant, digests.of(draft))
        .map(known -> new Registration(known, false))
        .orElseGet(() -> store(draft, tenant, userId));
  }

  /**
   * Stores a draft as a programme of its own, whether or not the same list was registered before.
   *
   * @throws DraftNotRegistrable when a flag stands that must be settled first
   */
  @Transactional
  public Registration registerAnother(Draft draft, String userId) {
    DraftNotRegistrable.check(draft);
    String tenant = directory.publisher().code();
    rows.lockTenant(tenant);
    return store(draft, tenant, userId);
  }

  private Registration store(Draft draft, String tenant, String userId) {
    Instant now = clock.instant();
    String id = rows.freeId(tenant + "-" + draft.year());
    rows.insert(id, tenant, draft.title(), draft.year(), digests.of(draft), now, userId);
    for (ListedProject project : listing.of(draft)) {
      order.store(id, tenant, project, project.ordinal());
    }
    trail.record(Entry.ofProgramme(tenant, id, Happening.REGISTERED, userId, now, draft.title()));
    return new Registration(rows.find(id).orElseThrow(), true);
  }

  /**
   * Sends out every project that hasn't gone yet, each in a transaction of its own: stopped half
   * way, the next call goes on where this one ended, and starts nothing twice.
   *
   * @return the programme, empty when there is none of that id
   */
  public Optional<Programme> dispatch(String programmeId, String userId) {
    if (rows.find(programmeId).isEmpty()) {
      return Optional.empty();
    }
    transaction.executeWithoutResult(tx -> begin(programmeId, userId));
    for (String projectId : rows.waitingForDispatch(programmeId)) {
      transaction.executeWithoutResult(tx -> dispatch.send(projectId, userId));
    }
    transaction.executeWithoutResult(tx -> rows.markDispatched(programmeId));
    return rows.find(programmeId);
  }

  private void begin(String programmeId, String userId) {
    Instant now = clock.instant();
    if (rows.beginDispatch(programmeId, now, userId)) {
      Programme programme = rows.find(programmeId).orElseThrow();
      trail.record(
          Entry.ofProgramme(
              programme.tenantId(),
              programmeId,
              Happening.DISPATCHED,
              userId,
              now,
              programme.title()));
    }
  }

  /** Writes on the trail of every programme that runs what concerns them all. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellRunning(Happening what, String userId, String detail) {
    Instant now = clock.instant();
    trail.record(
        rows.all().stream()
            .filter(programme -> programme.state().equals("DISPATCHED"))
            .map(
                programme ->
                    Entry.ofProgramme(
                        programme.tenantId(), programme.id(), what, userId, now, detail))
            .toList());
  }

  /** The programmes whose dispatch a stopped program left unfinished. */
  public List<String> halfDispatched() {
    return rows.inState("DISPATCHING");
  }

  public Optional<Programme> find(String id) {
    return rows.find(id);
  }

  /** All programmes, the newest first. */
  public List<Programme> all() {
    return rows.all();
  }
}
