package org.duban.notice.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnKindTest {

  @ParameterizedTest
  @CsvSource({
    "序号,NUMBER",
    "主 要 工 作 任 务,TITLE",
    "民生实事,TITLE",
    "主要内容,TEXT",
    "工作目标,TEXT",
    "牵头单位,LEAD",
    "牵头责任单位,LEAD",
    "牵头单位(部门),LEAD",
    "责任单位,RESPONSIBLE",
    "责任单位及责任人,RESPONSIBLE",
    "配合单位,SUPPORT",
    "参与部门,SUPPORT",
    "分 管 县领导,LEADER",
    "区政府分管领导,LEADER",
    "责任人,LEADER",
    "完成时限,DEADLINE",
    "时间进度,DEADLINE",
    "类别,CATEGORY",
    "备注,OTHER"
  })
  void knowsWhatAColumnHolds(String head, ColumnKind kind) {
    assertThat(ColumnKind.of(head)).isEqualTo(Optional.of(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "县住建局", "12月底前", "新建2座人行天桥。", "市教育局、市财政局"})
  void cellIsNoHead(String cell) {
    assertThat(ColumnKind.of(cell)).isEmpty();
  }
}
