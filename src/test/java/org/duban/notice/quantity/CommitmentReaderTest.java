package org.duban.notice.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.duban.notice.DraftCommitment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitmentReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "新建幼儿园5所 | 新建幼儿园 EQ 5 所",
        "年内新建5所幼儿园 | 新建幼儿园 EQ 5 所",
        "全市新增学位3,000个 | 新增学位 EQ 3000 个",
        "新增学位3000个以上 | 新增学位 GE 3000 个",
        "演出200多场 | 演出 GE 200 场",
        "培训1000余人次 | 培训 GE 1000 人次",
        "完成不少于20公里道路改造 | 完成道路改造 GE 20 公里",
        "确保至少建成2处口袋公园 | 建成口袋公园 GE 2 处",
        "故障率控制在5%以内 | 故障率 LE 5 %",
        "审批时间压缩至3个工作日 | 审批时间 LE 3 个工作日",
        "发放手环约100个 | 发放手环 APPROX 100 个",
        "补助标准提高10%左右 | 补助标准提高 APPROX 10 %",
        "发放大约300份资料 | 发放资料 APPROX 300 份",
        "三分之一的村建成示范村 | 村建成示范村 EQ 33.33 %",
        "百分之八十的社区建成食堂 | 社区建成食堂 EQ 80 %",
        "治理面积0.3平方公里 | 治理面积 EQ 0.3 平方公里",
        "种植树木3.5万棵 | 种植树木 EQ 3.5 万棵",
        "完成投资2.6亿元 | 完成投资 EQ 2.6 亿元",
        "新建十二座公厕 | 新建公厕 EQ 12 座",
        "打通解放路、和平路等7条断头路 | 打通解放路、和平路等断头路 EQ 7 条",
        "补助标准不低于低保标准的1.3倍 | 补助标准相当于低保标准的倍数 GE 1.3 倍",
        "合格率达到98%以上 | 合格率 GE 98 %",
        "新增床位１００张 | 新增床位 EQ 100 张",
        "PM2.5浓度下降到45微克/立方米以下 | PM2.5浓度 LE 45 微克/立方米",
        "发放辅具500件(副) | 发放辅具 EQ 500 件(副)",
        "新建3座110千伏变电站 | 新建110千伏变电站 EQ 3 座",
        "为1.2万名女生免费接种疫苗 | 女生免费接种疫苗 EQ 1.2 万名",
        "为老人配发手环约100个 | 为老人配发手环 APPROX 100 个",
        "3500个村实现垃圾分类全覆盖 | 村实现垃圾分类全覆盖 EQ 3500 个"
      })
  void readsNumberUnitAndHowBinding(String clause, String expected) {
    assertThat(read(clause)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "开展活动200场、送戏300场 | 开展活动 EQ 200 场; 送戏 EQ 300 场",
        "新建小学5所和幼儿园3所 | 新建小学 EQ 5 所; 幼儿园 EQ 3 所",
        "新建5所学校新增学位3000个 | 新建学校 EQ 5 所; 新增学位 EQ 3000 个",
        "对6座公厕进行改造、对200个果皮箱进行更新 | 公厕进行改造 EQ 6 座; 果皮箱进行更新 EQ 200 个"
      })
  void severalNumbersOfOneClauseAreSeveralPromises(String clause, String expected) {
    assertThat(read(clause)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "围绕企业、个人,各推出100件事项 | 推出事项(企业) EQ 100 件; 推出事项(个人) EQ 100 件",
        "企业和个人各推出100件事项 | 推出事项(企业) EQ 100 件; 推出事项(个人) EQ 100 件",
        "甲病、乙病、丙病筛查率分别达到90% | 甲病筛查率 EQ 90 %; 乙病筛查率 EQ 90 %; 丙病筛查率 EQ 90 %",
        "小学、初中入学率分别达到99%、98%以上 | 小学入学率 EQ 99 %; 初中入学率 GE 98 %"
      })
  void oneNumberForSeveralIsPromisedForEach(String sentence, String expected) {
    assertThat(read(sentence)).isEqualTo(expected);
  }

  @Test
  void eachOfAnUnknownManyIsReadOnceAndDoubted() {
    CommitmentReading reading = CommitmentReader.read("每个街道各建设1处食堂。");

    assertThat(reading.commitments()).hasSize(1);
    assertThat(reading.doubts()).singleElement().asString().contains("各");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "对列入计划的7个项目,年底前竣工交付4个 | 列入计划的7个项目,竣工交付 EQ 4 个",
        "将孤儿等9类人群补助标准再提高10% | 孤儿等9类人群补助标准再提高 EQ 10 %",
        "在现有3个的基础上新增5个站点 | 在现有3个的基础上新增站点 EQ 5 个",
        "从5个增加到8个 | 从5个增加 EQ 8 个",
        "补助标准由每人550元提高到580元 | 补助标准由每人550元提高 EQ 580 元",
        "对12个镇、85个村的水井进行养护 | 镇 EQ 12 个; 村的水井进行养护 EQ 85 个"
      })
  void sizeOfTheSetIsNotTheTarget(String sentence, String expected) {
    assertThat(read(sentence)).isEqualTo(expected);
  }

  @Test
  void nameThatSaysNothingTakesTheClauseBeforeAlong() {
    assertThat(read("实施技能提升行动,年内培训3500人以上")).isEqualTo("实施技能提升行动,培训 GE 3500 人");
    assertThat(read("资助1000人,每人5000元")).isEqualTo("资助 EQ 1000 人; 资助1000人,每人 EQ 5000 元");
    assertThat(read("新开线路2条、优化5条")).isEqualTo("新开线路 EQ 2 条; 新开线路2条,优化 EQ 5 条");
    assertThat(read("开展免费筛查,覆盖率不低于83%")).isEqualTo("开展免费筛查,覆盖率 GE 83 %");
  }

  @Test
  void wholeCoverageIsAHundredPercentAndClearingIsZero() {
    assertThat(read("实现监督检查全覆盖")).isEqualTo("监督检查覆盖率 EQ 100 %");
    assertThat(read("确保大班额动态清零")).isEqualTo("大班额 EQ 0 ");
    assertThat(read("推动供水服务全覆盖")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "依托“12345”热线办理诉求",
        "拨打12345热线反映",
        "年满60周岁的老人、满55岁的残疾人可以领取",
        "对触电等5种意外事故造成的损失进行赔付",
        "一至六级残疾军人",
        "对2019年及以前年度的项目",
        "围绕庆祝建党100周年创作作品",
        "实施第四期行动计划和第3期提升计划",
        "开展三年行动,推进“三清一改”",
        "开展“利剑行动 2021”",
        "打通纬四路",
        "建设5G基站",
        "30日内办结",
        "提供24小时服务",
        "建成1000平方米以上的广场",
        "去年已建成20处",
        "目前有30家",
        "健全三级体系",
        "2021—2023年实施",
        "6月30日前报送",
        "创作一批作品"
      })
  void numberThatPromisesNothingIsPassedOverWithoutADoubt(String clause) {
    CommitmentReading reading = CommitmentReader.read(clause);

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.doubts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "新增站点3至5个",
        "培育8骨干",
        "新增学位3000",
        "建立一个平台",
        "由5个部门联合执法",
        "为老人缝制棉衣100件",
        "通过举办招聘会5场"
      })
  void numberThatLeavesTheReaderInDoubtIsAskedAbout(String clause) {
    CommitmentReading reading = CommitmentReader.read(clause);

    assertThat(reading.commitments()).isEmpty();
    assertThat(reading.doubts()).singleElement().asString().contains("请核对");
  }

  @Test
  void commitmentQuotesItsClauseAsPrinted() {
    assertThat(CommitmentReader.read("改善环境，新建公园２处；其他工作。").commitments())
        .singleElement()
        .extracting(DraftCommitment::text)
        .isEqualTo("新建公园２处");
  }

  private static String read(String paragraph) {
    return CommitmentReader.read(paragraph).commitments().stream()
        .map(
            commitment ->
                "%s %s %s %s"
                    .formatted(
                        commitment.metric(),
                        commitment.operator(),
                        commitment.target().toPlainString(),
                        commitment.unit()))
        .collect(Collectors.joining("; "));
  }
}
