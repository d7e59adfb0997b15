package org.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneReach;
import org.duban.programme.Projects;
import org.duban.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;

/** Takes files in and hands them out, to those concerned only. */
@Component
class EvidenceDesk {

  private final EvidenceRows rows;
  private final MilestoneReach reach;
  private final Projects projects;
  private final Trail trail;
  private final Clock clock;
  private final long mostBytes;

  EvidenceDesk(
      EvidenceRows rows,
      MilestoneReach reach,
      Projects projects,
      Trail trail,
      Clock clock,
      EvidenceSettings settings,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize mostReceived) {
    this.rows = rows;
    this.reach = reach;
    this.projects = projects;
    this.trail = trail;
    this.clock = clock;
    this.mostBytes = Math.min(settings.maxSize().toBytes(), mostReceived.toBytes());
  }

  /** All versions, in the order in which they came. */
  @Transactional(readOnly = true)
  List<EvidenceFile> of(String milestoneId, Caller caller) {
    return rows.of(reach.within(milestoneId, caller).id());
  }

  /**
   * @throws ResponseStatusException 404 when there is none, or the caller may not know of it
   */
  @Transactional(readOnly = true)
  EvidenceFile find(UUID id, Caller caller) {
    EvidenceFile file = rows.find(id).orElseThrow(() -> none(id));
    try {
      reach.within(file.milestone(), caller);
    } catch (ResponseStatusException outOfReach) {
      throw none(id);
    }
    return file;
  }

  private static ResponseStatusException none(UUID id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的佐证材料。");
  }

  /** Writes the bytes piece by piece; the whole is never in memory. */
  void write(EvidenceFile file, OutputStream out) throws IOException {
    rows.write(file.id(), out);
  }

  /** The bytes for whoever reads here and there; fetched piece by piece as they're asked for. */
  EvidenceReader read(EvidenceFile file) {
    return new EvidenceReader(file.size(), number -> rows.piece(file.id(), number).orElseThrow());
  }

  /**
   * @throws EvidenceRefused when it isn't the caller's to add, or no file of a kind that is taken
   */
  @Transactional
  EvidenceFile add(
      String milestoneId, String name, long size, InputStreamSource content, Caller caller) {
    return store(reach.locked(milestoneId, caller), null, name, size, content, caller);
  }

  /**
   * @throws EvidenceRefused as {@link #add}, and when another version took its place already
   */
  @Transactional
  EvidenceFile replace(UUID id, String name, long size, InputStreamSource content, Caller caller) {
    EvidenceFile before = find(id, caller);
    Milestone milestone = reach.locked(before.milestone(), caller);
    if (rows.replaced(id)) {
      throw replacedAlready(before);
    }
    return store(milestone, before, name, size, content, caller);
  }

  private static EvidenceRefused replacedAlready(EvidenceFile before) {
    return new EvidenceRefused(HttpStatus.CONFLICT, "“" + before.name() + "”已有更新的版本，请在最新版本上更换。");
  }

  /** What is said of a file larger than what is taken, by whoever notices first. */
  EvidenceRefused tooLarge(String what) {
    return new EvidenceRefused(
        HttpStatus.PAYLOAD_TOO_LARGE,
        what + "超过佐证材料的大小限制（每个文件 " + mostBytes / 1024 / 1024 + " MB），请压缩或拆分后上传。");
  }

  private EvidenceFile store(
      Milestone milestone,
      EvidenceFile before,
      String name,
      long size,
      InputStreamSource content,
      Caller caller) {
    String department = leadOf(milestone, caller);
    if (!milestone.state().open()) {
      throw new EvidenceRefused(HttpStatus.CONFLICT, "节点不在办理中，不能再上传佐证材料。");
    }
    FileName cleaned = FileName.of(name);
    EvidenceFile file =
        new EvidenceFile(
            UUID.randomUUID(),
            milestone.id(),
            department,
            cleaned.text(),
            typeOf(cleaned, size, content),
            size,
            "",
            before == null ? null : before.id(),
            caller.userId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    rows.insert(file, milestone.tenantId());
    try (InputStream bytes = content.getInputStream()) {
      rows.store(file.id(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tell(milestone, before, file);
    return rows.find(file.id()).orElseThrow();
  }

  private String leadOf(Milestone milestone, Caller caller) {
    return projects.leads(milestone.projectId()).stream()
        .filter(caller.departments()::contains)
        .findFirst()
        .orElseThrow(() -> new EvidenceRefused(HttpStatus.FORBIDDEN, "佐证材料由牵头部门上传。"));
  }

  private String typeOf(FileName name, long size, InputStreamSource content) {
    if (size == 0) {
      throw new EvidenceRefused(HttpStatus.BAD_REQUEST, "“" + name.text() + "”是空文件。");
    }
    if (size > mostBytes) {
      throw tooLarge("“" + name.text() + "”");
    }
    try {
      return FileType.of(content, name)
          .orElseThrow(
              () ->
                  new EvidenceRefused(
                      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                      "“"
                          + name.text()
                          + "”不是可以上传的文件：只收 PDF、图片（png、jpg、gif、webp）和不带宏、不加密的 Office"
                          + " 文件（docx、xlsx、pptx、doc、xls、ppt），文件须完整，内容须与扩展名一致。"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tell(Milestone milestone, EvidenceFile before, EvidenceFile file) {
    trail.record(
        new Entry(
            milestone.tenantId(),
            milestone.programmeId(),
            milestone.projectId(),
            milestone.id(),
            before == null ? Happening.EVIDENCE_ADDED : Happening.EVIDENCE_REPLACED,
            file.by(),
            file.department(),
            clock.instant(),
            before == null ? file.name() : before.name() + " → " + file.name()));
  }
}
