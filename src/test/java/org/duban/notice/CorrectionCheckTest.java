package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrectionCheckTest {

  private static final Set<String> KNOWN = Set.of("民政局", "财政局");

  private static final KnownNames DIRECTORY =
      new KnownNames() {
        @Override
        public boolean knows(String printedName, int year) {
          return KNOWN.contains(printedName);
        }

        @Override
        public List<String> nearest(String printedName, int year) {
          return printedName.startsWith("民政") ? List.of("民政局") : List.of();
        }
      };

  private static final String PLAIN =
      """
      某区2021年民生实事清单
      一、新建养老站。
      新建养老站5个。
      完成时限:2021年6月底
      牵头部门:民政局
      二、资助学生。
      资助学生90名。
      完成时限:2021年12月底
      牵头部门:财政局
      """;

  private static final String CHAPTERS =
      """
      某区2021年重点工作任务分工
      一、改善养老
      1.新建养老站。
      完成时限:2021年6月底
      牵头部门:民政局
      2.提高补贴。
      完成时限:2021年12月底
      牵头部门:财政局
      二、资助学生
      1.资助大学生。
      完成时限:2021年12月底
      牵头部门:财政局
      """;

  private final NoticeReader reader = new NoticeReader(DIRECTORY);
  private final CorrectionCheck check = new CorrectionCheck(DIRECTORY);

  @Test
  void whatWasReadWellHasNoFindingAndIsTheSameListAgain() {
    for (String list : List.of(PLAIN, CHAPTERS)) {
      Draft read = read(list);
      Correction correction = Correction.of(read);

      assertThat(check.settled(correction, correction, read)).isEqualTo(correction);
      assertThat(check.findings(correction, read)).isEmpty();
      assertThat(placeless(check.draftOf(correction, read, List.of()))).isEqualTo(placeless(read));
    }
  }

  @Test
  void aPlainListIsNumberedWithoutGapAndWithoutDoubles() {
    Draft read = read(PLAIN);

    assertThat(codes(renumbered(read, 1, "三"), read)).containsExactly("NUMBER_GAP");
    assertThat(codes(renumbered(read, 1, "1"), read)).containsExactly("DUPLICATE_NUMBER");
    assertThat(codes(renumbered(read, 1, "第"), read)).containsExactly("UNREADABLE_TITLE");
  }

  @Test
  void underChaptersNumbersBeginAnewAndTheOrdinalIsThePlaceInTheList() {
    Draft read = read(CHAPTERS);
    assertThat(read.projects()).extracting(DraftProject::ordinal).containsExactly(1, 2, 3);

    assertThat(codes(renumbered(read, 1, "1"), read)).containsExactly("DUPLICATE_NUMBER");
    Correction correction = renumbered(read, 2, "9");
    assertThat(check.settled(correction, correction, read).projects())
        .extracting(Correction.Item::ordinal)
        .containsExactly(1, 2, 3);
  }

  @Test
  void twoFaultsInADeadlineNeedTwoMilestones() {
    Draft read = read(PLAIN.replace("2021年6月底", "2021年2月30日取得阶段性成效,2021年13月底完成"));
    Correction.Due one = new Correction.Due(MilestoneKind.STAGE, "2021-02-28", "");
    Correction.Due two = new Correction.Due(MilestoneKind.COMPLETION, "2021-12-31", "");
    assertThat(codes(Correction.of(read), read)).hasSize(2);

    assertThat(codes(due(read, List.of(one)), read)).hasSize(2);
    assertThat(codes(due(read, List.of(one, two)), read)).isEmpty();
  }

  @Test
  void aNearMissOffersNamesInItsFieldsLine() {
    Draft read = read(PLAIN.replace("民政局", "民政居"));

    Finding finding = check.findings(Correction.of(read), read).get(0);

    assertThat(finding.flag().line()).isEqualTo(5);
    assertThat(finding.field()).isEqualTo("leads[0]");
    assertThat(finding.nearest()).containsExactly("民政局");
  }

  @Test
  void changesAreToldFieldByField() {
    Draft read = read(PLAIN);

    assertThat(CorrectionChanges.of(renumbered(read, 1, "三"), read))
        .containsExactly("第二项编号由“二”改为“三”。");
    assertThat(CorrectionChanges.of(Correction.of(read), read)).isEmpty();
  }

  private Draft read(String list) {
    return reader.readWithSource(list.getBytes(StandardCharsets.UTF_8)).draft();
  }

  private List<String> codes(Correction correction, Draft read) {
    return check.findings(check.settled(correction, correction, read), read).stream()
        .map(finding -> finding.flag().code())
        .toList();
  }

  private static Correction renumbered(Draft read, int index, String number) {
    List<Correction.Item> items = new ArrayList<>(Correction.of(read).projects());
    Correction.Item was = items.get(index);
    items.set(
        index,
        new Correction.Item(
            number,
            was.ordinal(),
            was.title(),
            was.text(),
            was.line(),
            was.leads(),
            was.supports(),
            was.deadlinePhrase(),
            was.milestones(),
            was.commitments()));
    return new Correction(read.title(), read.year(), items);
  }

  private static Correction due(Draft read, List<Correction.Due> milestones) {
    List<Correction.Item> items = new ArrayList<>(Correction.of(read).projects());
    items.set(0, items.get(0).due(milestones));
    return new Correction(read.title(), read.year(), items);
  }

  private static Draft placeless(Draft draft) {
    return new Draft(
        draft.title(),
        draft.year(),
        draft.projects().stream().map(DraftProject::placeless).toList(),
        List.of());
  }
}
