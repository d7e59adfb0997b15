package org.duban.notice.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.duban.notice.NoticeReader;
import org.duban.notice.NoticeRefused;
import org.duban.notice.OwnTime;
import org.duban.notice.PrintedDepartments;
import org.duban.notice.line.Line;
import org.junit.jupiter.api.Test;

class LostColumnsPolicyTest {

  private static final String HEADS = "某区2021年任务分解\n序号\n重点任务\n牵头单位\n完成时限\n";

  @Test
  void oneCellALineInOrderIsNotTorn() {
    assertWhole(
        HEADS + "1\n新建公园5座\n市城管局\n2021年6月底前\n2\n改造道路\n市交通局、市财政局\n9月底\n3\n办好养老中心\n市民政局\n长期坚持");
    assertWhole(HEADS + "1、新建公园\n市城管局\n6月底\n2、改造道路\n市交通局\n9月底");
  }

  @Test
  void cellOfSeveralLinesInOrderIsNotTorn() {
    assertWhole(
        HEADS + "1\n新建公园5座。\n配套厕所3座。\n市城管局\n市财政局\n6月底\n2\n改造道路\n市交通局\n9月底\n3\n修桥\n市交通局\n年底前");
  }

  @Test
  void rowsWithoutNumbersAreInOrderWhenEverySoManyLinesMakeOne() {
    assertWhole("任务\n责任单位\n完成时限\n新建公园\n市城管局\n6月底\n改造道路\n市交通局\n9月底");
    assertTorn("任务\n责任单位\n完成时限\n新建公园\n改造道路\n市城管局\n市交通局\n6月底\n9月底", 1);
  }

  @Test
  void oneEmptyCellTearsNoTable() {
    assertWhole(HEADS + "1\n建公园\n市城管局\n6月底\n2\n改造道路\n市交通局\n3\n修桥\n市交通局\n年底前\n4\n修路\n市交通局\n年底前");
  }

  @Test
  void columnAfterColumnIsTorn() {
    assertTorn(HEADS + "1\n2\n3\n新建公园\n改造道路\n修桥\n市城管局\n市交通局\n市住建局\n6月底\n9月底\n年底前", 2);
  }

  @Test
  void headsOnOneLineAndCellsOnMany() {
    String heads = "某区清单\n序号 重点任务 牵头单位 完成时限\n";

    assertTorn(heads + "1\n2\n3\n新建公园\n改造道路\n修桥\n市城管局\n市交通局\n6月底\n9月底", 2);
    assertWhole(heads + "1 新建公园 市城管局 6月底\n2 改造道路 市交通局 9月底\n3 修桥 市交通局 9月底\n4 修路 市交通局 9月底");
    assertWhole(heads + "1\n新建公园\n市城管局\n6月底\n2\n改造道路\n市交通局\n9月底");
  }

  @Test
  void cellsInAnyOtherOrderAreTorn() {
    List<String> cells = new ArrayList<>();
    for (int n = 1; n <= 12; n++) {
      cells.addAll(List.of("" + n, "办好第" + n + "件实事", "市财政局", n + "月底"));
    }
    assertWhole(HEADS + String.join("\n", cells));
    int torn = 0;
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(cells, new Random(seed));
      torn += isTorn(HEADS + String.join("\n", cells)) ? 1 : 0;
    }
    assertThat(torn).isEqualTo(50);
  }

  @Test
  void unitsOfAllItemsBelowOneHeadAreTorn() {
    assertTorn("一、建公园\n二、修路\n三、修桥\n牵头单位\n市城管局\n市交通局\n市住建局\n完成时限\n6月底\n9月底\n年底前", 4);
  }

  @Test
  void headInEachItemIsALabel() {
    assertWhole(
        "一、建公园\n牵头单位\n市城管局\n市财政局\n完成时限\n6月底\n二、修路\n牵头单位\n市交通局\n完成时限\n9月底\n三、修桥\n牵头单位\n市交通局\n完成时限\n9月底");
    assertWhole("一、建公园。\n牵头单位:市城管局\n二、修路。\n牵头单位:市交通局\n三、修桥。\n牵头单位:市交通局");
  }

  @Test
  void tornListIsRefusedWithTheReason() {
    String text = HEADS + "1\n2\n3\n一、新建公园\n改造道路\n修桥\n市城管局\n市交通局\n市住建局\n6月底\n9月底\n年底前";

    assertThatThrownBy(() -> new NoticeReader(PrintedDepartments.OF_THE_SAMPLE).read(text))
        .isInstanceOfSatisfying(
            NoticeRefused.class,
            refused -> assertThat(refused.flags().get(0).code()).isEqualTo("COLUMNS_LOST"))
        .hasMessageStartingWith("第2行:")
        .hasMessageContaining("列");
  }

  @Test
  void manyHeadsAreNoReasonToTakeLong() {
    String piles = "一、甲\n二、乙\n三、丙\n四、丁\n" + "牵头单位\n市财政局\n市教育局\n牵头单位\n".repeat(30_000);

    assertThat(OwnTime.of(() -> isTorn("序号\n".repeat(100_000)))).isLessThan(Duration.ofSeconds(5));
    assertThat(OwnTime.of(() -> isTorn(piles))).isLessThan(Duration.ofSeconds(5));
  }

  private static void assertWhole(String text) {
    assertThat(LostColumnsPolicy.firstTornIn(Line.of(text))).isEmpty();
  }

  private static void assertTorn(String text, int line) {
    assertThat(LostColumnsPolicy.firstTornIn(Line.of(text)))
        .hasValueSatisfying(torn -> assertThat(torn.number()).isEqualTo(line));
  }

  private static boolean isTorn(String text) {
    return LostColumnsPolicy.firstTornIn(Line.of(text)).isPresent();
  }
}
