package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms in which lists are printed, each in the smallest text that shows it. */
class ListFormsTest {

  private static final KnownNames NAMES =
      new KnownNames() {
        @Override
        public boolean knows(String printedName, int year) {
          return printedName.matches("市.{1,6}(?:局|委|部)|各[区县]");
        }

        @Override
        public List<String> nearest(String printedName, int year) {
          return List.of();
        }
      };

  private final NoticeReader reader = new NoticeReader(NAMES);

  @Test
  void itemIsTheDeepestNumberedPartWithUnitsAndKeepsTheTitlesAboveIt() {
    Draft draft =
        reader.read(
            """
            2022年任务分工
            一、稳增长
            (一)扩大投资。
            1.新建学校。(市教育局负责,6月底前完成)
            2.改造道路。(市交通局负责,6月底前完成)
            二、惠民生
            1.建设医院。(市卫健委负责,6月底前完成)
            """);

    assertThat(draft.projects()).extracting(DraftProject::number).containsExactly("1", "2", "1");
    assertThat(draft.projects()).extracting(DraftProject::ordinal).containsExactly(1, 2, 3);
    assertThat(draft.projects())
        .extracting(DraftProject::parents)
        .containsExactly(List.of("稳增长", "扩大投资"), List.of("稳增长", "扩大投资"), List.of("惠民生"));
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void labelsBehindTheLastOfSeveralPointsAreThoseOfTheWhole() {
    Draft draft =
        reader.read(
            """
            2022年任务分工
            一、办好教育
            1.新建学校。
            2.改造食堂。
            牵头单位:市教育局
            完成时限:2022年6月底
            二、办好医疗
            1.新建医院。
            2.改造病房。
            牵头单位:市卫健委
            完成时限:2022年6月底
            """);

    assertThat(draft.projects()).extracting(DraftProject::number).containsExactly("一", "二");
    assertThat(draft.projects().get(0).text()).isEqualTo("1.新建学校。\n2.改造食堂。");
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void unitsAndDeadlineOfTheWholeHoldForPointsWithoutAndSaySo() {
    Draft draft =
        reader.read(
            """
            2022年任务分工
            一、办好教育
            责任单位:市教育局
            完成时限:2022年6月底
            1.新建学校。
            2.改造道路。(市交通局负责)
            """);

    assertThat(shown(draft)).containsExactly("1 市教育局| 2022-06-30", "2 市交通局| 2022-06-30");
    assertThat(codes(draft)).containsExactly("INHERITED", "INHERITED");
  }

  @Test
  void partsWithoutUnitsBehindTheItemsAreNamed() {
    Draft draft = reader.read("2022年任务分工\n一、教育\n1.新建学校。(市教育局负责,6月底前完成)\n二、保障措施\n各单位要加强领导。\n");

    assertThat(draft.projects()).hasSize(1);
    assertThat(codes(draft)).containsExactly("SKIPPED_SECTION");
  }

  @Test
  void tableIsReadWhateverTheOrderOfItsColumns() {
    Draft draft =
        reader.read(
            """
            2022年任务清单
            | 完成时限 | 配合单位 | 牵头单位 | 任务 | 序号 | 责任领导 |
            |---|---|---|---|---|---|
            | 一、教育 | 一、教育 | 一、教育 | 一、教育 | 一、教育 | 一、教育 |
            | 6月底前 | 市财政局/市住建局 | 市教育局 | 新建学校5所 | 1 | 张三 |
            | 完成时限 | 配合单位 | 牵头单位 | 任务 | 序号 | 责任领导 |
            | 9月底前 | 无 | 市教育局 | 改造食堂 | 2 | 李四 |
            """);

    assertThat(shown(draft)).containsExactly("1 市教育局|市财政局、市住建局 2022-06-30", "2 市教育局| 2022-09-30");
    assertThat(draft.projects().get(0).parents()).containsExactly("教育");
    assertThat(draft.projects().get(1).leaders()).containsExactly("李四");
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void pastedTableIsReadByItsTabs() {
    Draft draft =
        reader.read("2022年任务清单\n序号\t任务\t责任单位\t时限要求\n1\t新建学校\t市教育局\t6月底前\n2\t修路\t市交通局\t9月底前\n");

    assertThat(shown(draft)).containsExactly("1 市教育局| 2022-06-30", "2 市交通局| 2022-09-30");
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void rowThatDoesNotFitItsHeadIsFlaggedAndNotShifted() {
    Draft draft =
        reader.read(
            "2022年任务清单\n序号\t任务\t牵头单位\t配合单位\t完成时限\n1\t新建学校\t市教育局\t市财政局\t6月底前\n新增床位\t市卫健委\t年底前\n");

    assertThat(draft.projects()).hasSize(2);
    assertThat(draft.projects().get(1).leads()).isEmpty();
    assertThat(codes(draft)).contains("UNREADABLE_ROW", "NO_LEAD");
  }

  @Test
  void rowsUnderOneNumberAreItemsOfTheirOwnAndSaySo() {
    Draft draft =
        reader.read(
            """
            2022年任务清单
            | 序号 | 项目 | 主要内容 | 牵头单位 | 完成时限 |
            | 1 | 老城复兴 | 建好纪念馆。 | 市文旅局 | 6月底 |
            | 1 | 老城复兴 | 整治道路。 | 市住建局 | 9月底 |
            """);

    assertThat(shown(draft)).containsExactly("1 市文旅局| 2022-06-30", "1 市住建局| 2022-09-30");
    assertThat(draft.projects()).extracting(DraftProject::title).containsExactly("建好纪念馆", "整治道路");
    assertThat(draft.projects()).extracting(DraftProject::ordinal).containsExactly(1, 2);
    assertThat(codes(draft)).containsExactly("SHARED_NUMBER");
  }

  @Test
  void tableWhoseColumnsWereLostIsRefusedWithTheReason() {
    assertLost("2022年清单\n序号项目名称牵头单位配合单位1新建学校市教育局市财政局2修路市交通局");
    assertLost("2022年清单\n序号 任务 牵头单位 配合单位\n1 新建 学校 市教育局 市财政局\n");
    assertLost("2022年清单\n序号\n任务\n责任单位\n1\n2\n3\n新建学校\n修路\n建医院\n市教育局\n市交通局\n市卫健委\n");
  }

  @Test
  void numbersBeginAnewInEveryTable() {
    String table = "|序号|任务|责任单位|完成时限|\n|1|新建学校|市教育局|6月底|\n";

    Draft draft = reader.read("2022年任务清单\n" + table + "下面是民生方面的各项任务,请抓好落实。\n" + table);

    assertThat(draft.projects()).extracting(DraftProject::ordinal).containsExactly(1, 2);
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void rowCutOffFromItsTableIsFlaggedAndNotSilentlyLost() {
    Draft draft =
        reader.read(
            "2022年任务清单\n|序号|任务|责任单位|完成时限|\n|1|新建学校|市教育局|6月底|\n各单位要高度重视。\n|2|修路|市交通局|6月底|\n");

    assertThat(draft.projects()).hasSize(1);
    assertThat(codes(draft)).containsExactly("UNREADABLE_ROW");
  }

  @Test
  void unitsThatAreNotAllNamedAreFlagged() {
    Draft draft =
        reader.read("2022年清单\n一、新建学校。\n责任单位:市教育局等部门\n完成时限:6月底\n二、修路。\n责任单位:市交通局\n完成时限:6月底\n");

    assertThat(draft.projects().get(0).leads()).containsExactly("市教育局");
    assertThat(codes(draft)).containsExactly("OPEN_ENDED_UNITS");
  }

  @Test
  void ruleStatedOnceSettlesWhoLeadsEverywhere() {
    String items = "一、新建学校。\n责任单位:市教育局、市财政局\n完成时限:6月底\n";

    assertThat(codes(reader.read("2022年清单\n" + items))).containsExactly("DOUBTFUL_LEAD");
    assertThat(codes(reader.read("2022年清单\n列第一位的为牵头单位。\n" + items))).isEmpty();
  }

  @Test
  void letterThatCameWithTheListIsNotReadAsItems() {
    Draft draft =
        reader.read(
            """
            关于印发2022年重点任务清单的通知
            一、高度重视。各单位要加强领导。
            二、抓好落实。各单位于3月底前报送方案。
            附件
            2022年重点任务清单
            一、新建学校。
            牵头单位:市教育局
            完成时限:6月底
            """);

    assertThat(shown(draft)).containsExactly("一 市教育局| 2022-06-30");
    assertThat(codes(draft)).isEmpty();
  }

  @Test
  void deadlineInsideTheTextIsReadAndDoubted() {
    Draft draft = reader.read("2022年清单\n1.编制清单。2022年9月底前公布,30日内办结。(市司法局负责)\n");

    assertThat(shown(draft)).containsExactly("1 市司法局| 2022-09-30");
    assertThat(codes(draft)).containsExactly("DOUBTFUL_DEADLINE");
  }

  private void assertLost(String text) {
    assertThatThrownBy(() -> reader.read(text))
        .isInstanceOfSatisfying(
            NoticeRefused.class,
            refused ->
                assertThat(refused.flags()).extracting(Flag::code).containsExactly("COLUMNS_LOST"));
  }

  private static List<String> shown(Draft draft) {
    return draft.projects().stream()
        .map(
            p ->
                p.number()
                    + " "
                    + String.join("、", p.leads())
                    + "|"
                    + String.join("、", p.supports())
                    + p.milestones().stream()
                        .map(one -> " " + one.due())
                        .collect(Collectors.joining()))
        .toList();
  }

  private static List<String> codes(Draft draft) {
    return Stream.concat(
            draft.flags().stream(), draft.projects().stream().flatMap(p -> p.flags().stream()))
        .map(Flag::code)
        .toList();
  }
}
