package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample that comes with the program, held against what a person reads in it. */
class SampleListTest {

  private static final NoticeReader READER = new NoticeReader(PrintedDepartments.OF_THE_SAMPLE);

  private static String text;
  private static Draft draft;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        SampleListTest.class.getResourceAsStream("/config/programmes/jining-2021.txt")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    draft = READER.read(text);
  }

  @Test
  void readsTheWholeListWithoutAFlag() {
    assertThat(draft.title()).isEqualTo("济宁高新区2021年度“我为群众办实事”重点民生项目清单");
    assertThat(draft.year()).isEqualTo(2021);
    assertThat(draft.flags()).isEmpty();
    assertThat(draft.projects()).hasSize(22).allSatisfy(p -> assertThat(p.flags()).isEmpty());
    assertThat(draft.projects())
        .extracting(DraftProject::ordinal)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(draft.projects().stream().mapToInt(p -> p.leads().size()).sum()).isEqualTo(39);
    assertThat(draft.projects().stream().mapToInt(p -> p.supports().size()).sum()).isEqualTo(86);
    assertThat(draft.projects().stream().mapToInt(p -> p.milestones().size()).sum()).isEqualTo(26);
  }

  @Test
  void titlesKeepTheirCommasAndLoseTheirFullStop() {
    assertThat(project(5).title()).isEqualTo("实施民生综合保险、特惠保险全覆盖");
    assertThat(project(11).title()).isEqualTo("提高养老、工伤保险待遇水平");
  }

  @Test
  void bothLabelPairsGiveLeadsAndSupports() {
    assertThat(project(17).number()).isEqualTo("十七");
    assertThat(project(17).leads()).containsExactly("发展软环境保障局(城乡统筹发展)");
    assertThat(project(17).supports()).containsExactly("经济发展局", "财政金融局", "自然资源和规划分局", "生态环境分局");
    assertThat(project(22).leads()).containsExactly("综合行政执法局");
    assertThat(project(22).supports()).containsExactly("财政金融局", "东城建设集团", "各街道");
    assertThat(project(16).supports()).hasSize(12);
  }

  @Test
  void twoPartDeadlinesGiveTwoMilestones() {
    LocalDate june = LocalDate.of(2021, 6, 30);
    LocalDate december = LocalDate.of(2021, 12, 31);
    for (int ordinal : List.of(17, 19)) {
      assertThat(project(ordinal).deadlinePhrase()).isEqualTo("2021年6月底取得阶段性成效,12月底前完成");
      assertThat(project(ordinal).milestones())
          .containsExactly(
              monthEnd(MilestoneKind.STAGE, june, "2021年6月底取得阶段性成效", YearSource.PRINTED),
              monthEnd(MilestoneKind.COMPLETION, december, "12月底前完成", YearSource.EARLIER_DATE));
    }
    assertThat(project(13).milestones())
        .containsExactly(
            monthEnd(MilestoneKind.STAGE, june, "2021年6月底取得阶段性成效", YearSource.PRINTED),
            new DraftMilestone(MilestoneKind.ONGOING, null, "长期坚持", DateRule.WITHOUT_END, null));
    assertThat(project(6).milestones())
        .extracting(DraftMilestone::due)
        .containsExactly(LocalDate.of(2021, 11, 30), null);
    assertThat(draft.projects())
        .filteredOn(p -> !List.of(6, 13, 17, 19).contains(p.ordinal()))
        .allSatisfy(
            p ->
                assertThat(p.milestones())
                    .containsExactly(
                        monthEnd(
                            MilestoneKind.COMPLETION, december, "2021年12月底", YearSource.PRINTED)));
  }

  @Test
  void lineIsThatOfTheHeading() {
    List<String> lines = text.lines().toList();

    assertThat(draft.projects())
        .allSatisfy(
            p -> assertThat(lines.get(p.line() - 1)).startsWith(p.number() + "、" + p.title()));
  }

  @Test
  void bodyHasNoLabelledLines() {
    assertThat(project(17).text()).isEqualTo("治理水土流失面积0.3平方公里,单村供水工程并网通水。");
    assertThat(draft.projects()).allSatisfy(p -> assertThat(p.text()).doesNotContain("部门:", "时限:"));
  }

  /**
   * A number given to several is promised for each: items 4 and 10 (three insurances), 19 (firms
   * and persons). 全覆盖 is 100 %, 清零 is 0. Kinds and groups that only say whom it concerns (9类, 5种,
   * 7个项目) are no targets.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | ",
        "2 | 幸福食堂 EQ 5 家; 救助保障标准提高 APPROX 10 %; 特困人员基本生活标准 GE 1.3 倍; 技能培训 EQ 30 人次; 如康家园 EQ 1 个; 残疾儿童 EQ 90 名",
        "3 | 清洁村庄 EQ 24 个; 生活污水 EQ 19 个; 黑臭水体 EQ 4 个; 美丽示范河湖 EQ 1 个",
        "4 | 资助政策覆盖率 EQ 100 %; 基本医保覆盖率 EQ 100 %; 大病保险覆盖率 EQ 100 %; 医疗救助覆盖率 EQ 100 %",
        "5 | ",
        "6 | ",
        "7 | 城镇新增就业 GE 1700 人; 就业困难人员就业 GE 50 人; 零就业 EQ 0 -; 培训 GE 3500 人; 青年驿站 EQ 1 处",
        "8 | 大班额 EQ 0 -; 特教资源教室 EQ 1 处; 护眼灯 EQ 435 口",
        "9 | 符合国家的服务能力标准 EQ 70 %; 筛查 GE 83 %",
        "10 | 基本医保覆盖率 EQ 100 %; 大病保险覆盖率 EQ 100 %; 医疗救助覆盖率 EQ 100 %",
        "11 | ",
        "12 | 养老服务场所 EQ 2 处; 敬老院 EQ 1 处; 护理床位 EQ 100 张; 定位手环 APPROX 100 个",
        "13 | 监督检查覆盖率 EQ 100 %",
        "14 | 老旧小区 EQ 5 个; 棚户区改造 EQ 1480 套; 竣工交付 EQ 4 个; 公租房 EQ 2728 套; 样板小区 EQ 9 个; 业主委员会 EQ 13 个",
        "15 | 断头路 EQ 7 条; 道路 EQ 20 公里; 公交助学 EQ 14 条",
        "16 | 涉农行政村建成农村人居环境示范村 EQ 33.33 %; 延伸路网 EQ 1.3 公里; 改善路面 EQ 18.7 公里; 快递公共服务中心 GE 2 处; 快递进村 EQ 100 %",
        "17 | 治理水土流失面积 EQ 0.3 平方公里",
        "18 | 群众活动 GE 200 场; 送戏 GE 300 场; 农村电影 GE 1200 场",
        "19 | 企业 EQ 100 件; 个人 EQ 100 件",
        "20 | 监控设施 GE 1000 路; 智能监控覆盖率 EQ 100 %",
        "21 | ",
        "22 | 公厕 EQ 6 座; 果皮箱 EQ 200 个"
      })
  void readsExactlyTheCommitmentsAPersonReads(int ordinal, String expected) {
    List<String> wanted = expected == null ? List.of() : List.of(expected.split("; "));
    List<DraftCommitment> read = project(ordinal).commitments();

    assertThat(read).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      String[] fact = wanted.get(i).split(" ");
      assertThat(read.get(i).metric()).contains(fact[0]);
      assertThat(read.get(i).operator()).hasToString(fact[1]);
      assertThat(read.get(i).target()).isEqualByComparingTo(fact[2]);
      assertThat(read.get(i).unit()).isEqualTo(fact[3].equals("-") ? "" : fact[3]);
      assertThat(project(ordinal).text()).contains(read.get(i).text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "UTF-8"})
  void encodingMakesNoDifference(String charset) {
    assertThat(READER.read(text.getBytes(Charset.forName(charset)))).isEqualTo(draft);
  }

  @Test
  void markedUtf16AndForeignLineEndsMakeNoDifference() {
    assertThat(READER.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(draft);
    assertThat(READER.read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(draft);
  }

  @Test
  void savedPageIsReadTheSameButForItsLines() {
    String page =
        text.lines()
            .filter(line -> !line.isBlank())
            .map(line -> "<p>\n    <span style=\"x\">" + line + "</span>\n</p>")
            .collect(
                Collectors.joining("\n", "<html><body><div>首页 &gt; 新闻</div>", "</body></html>"));

    Draft read = READER.read(page.getBytes(StandardCharsets.UTF_8));

    assertThat(read.title()).isEqualTo(draft.title());
    assertThat(read.projects())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "places")
        .isEqualTo(draft.projects());
  }

  @Test
  void pageFurnitureAroundTheListIsLeftOut() {
    String furnished =
        "当前位置:首页 > 新闻频道 > 正文\n\n"
            + text
            + "\n0\n\n下一篇:某市2021年项目清单公布\n\n上一篇:一项工程全速推进\n\n网友留言评论(0)\n验证码:\n \n文明上网 礼貌发帖 0/300\n主办单位:某网站\n";

    Draft read = READER.read(furnished);

    assertThat(read.title()).isEqualTo(draft.title());
    assertThat(read.flags()).isEmpty();
    assertThat(read.projects())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "places")
        .isEqualTo(draft.projects());
  }

  @Test
  void fullWidthPunctuationIsReadTheSameAndKeptInNames() {
    String wide =
        text.replace('(', '\uFF08')
            .replace(')', '\uFF09')
            .replace(':', '\uFF1A')
            .replace(',', '\uFF0C');

    Draft read = READER.read(wide);

    assertThat(read.projects()).allSatisfy(p -> assertThat(p.flags()).isEmpty());
    assertThat(read.projects().get(16).leads()).containsExactly("发展软环境保障局\uFF08城乡统筹发展\uFF09");
    assertThat(read.projects().get(16).milestones()).hasSize(2);
    assertThat(read.projects().stream().mapToInt(p -> p.commitments().size()).sum())
        .isEqualTo(draft.projects().stream().mapToInt(p -> p.commitments().size()).sum());
  }

  @Test
  void everyFieldIsTracedToItsPlaceInTheText() {
    Reading reading = READER.readWithSource(text.getBytes(StandardCharsets.UTF_8));

    assertThat(reading.draft()).isEqualTo(draft);
    for (DraftProject project : draft.projects()) {
      Map<String, String> shown =
          project.places().stream()
              .collect(
                  Collectors.toMap(
                      Place::field,
                      place -> textAt(reading, place),
                      (one, other) -> one + "\n" + other));
      assertThat(shown)
          .containsEntry("title", project.title())
          .containsEntry("deadlinePhrase", project.deadlinePhrase());
      assertThat(shown.getOrDefault("text", "")).isEqualTo(project.text());
      for (int i = 0; i < project.leads().size(); i++) {
        assertThat(shown).containsEntry("leads[" + i + "]", project.leads().get(i));
      }
      for (int i = 0; i < project.supports().size(); i++) {
        assertThat(shown).containsEntry("supports[" + i + "]", project.supports().get(i));
      }
      for (int i = 0; i < project.milestones().size(); i++) {
        assertThat(shown)
            .containsEntry("milestones[" + i + "]", project.milestones().get(i).phrase());
      }
      for (int i = 0; i < project.commitments().size(); i++) {
        assertThat(shown)
            .containsEntry("commitments[" + i + "]", project.commitments().get(i).text());
      }
    }
  }

  private static String textAt(Reading reading, Place place) {
    return reading.lines().get(place.line() - 1).substring(place.from(), place.to());
  }

  private static DraftMilestone monthEnd(
      MilestoneKind kind, LocalDate due, String phrase, YearSource yearFrom) {
    return new DraftMilestone(kind, due, phrase, DateRule.MONTH_END, yearFrom);
  }

  private static DraftProject project(int ordinal) {
    return draft.projects().get(ordinal - 1);
  }
}
