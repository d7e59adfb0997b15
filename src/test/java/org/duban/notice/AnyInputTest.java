package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.duban.notice.language.ChineseNumber;
import org.duban.notice.language.DeadlinePhraseReader;
import org.duban.notice.language.DeadlineReading;
import org.junit.jupiter.api.Test;

/** Whatever is handed in is read, flagged or refused with a sentence; nothing else happens. */
class AnyInputTest {

  private final NoticeReader reader = new NoticeReader(PrintedDepartments.OF_THE_SAMPLE);

  @Property(tries = 500)
  void bytesAreReadOrRefused(@ForAll @Size(max = 400) byte[] bytes) {
    try {
      reader.read(bytes);
    } catch (NoticeRefused refused) {
      assertSentences(refused.flags());
    }
  }

  @Property(tries = 500)
  void textIsReadOrRefused(@ForAll String text) {
    readOrRefuse(text);
  }

  @Property(tries = 3000)
  void piecesOfListsInAnyOrderAreReadOrRefused(@ForAll("shuffledLists") String text) {
    readOrRefuse(text);
  }

  @Property(tries = 1000)
  void anyPhraseIsADeadlineOrAFault(@ForAll("phrases") String phrase) {
    DeadlineReading reading = DeadlinePhraseReader.read(phrase, 2021);

    assertThat(reading.milestones().isEmpty() && reading.faults().isEmpty()).isFalse();
    assertThat(reading.milestones())
        .allSatisfy(m -> assertThat(m.due() == null).isEqualTo(m.kind() == MilestoneKind.ONGOING));
  }

  @Test
  void tenTimesTheItemsTakeAboutTenTimesAsLong() {
    String warm = items(500);
    reader.read(warm);
    long small = nanosFor(items(500));
    long large = nanosFor(items(5_000));

    assertThat(large).isLessThan(Math.max(small, 20_000_000L) * 30);
  }

  private void readOrRefuse(String text) {
    try {
      Draft draft = reader.read(text);
      assertSentences(draft.flags());
      draft.projects().forEach(project -> assertSentences(project.flags()));
      assertThat(draft.projects())
          .flatExtracting(DraftProject::commitments)
          .extracting(DraftCommitment::metric)
          .doesNotContain("");
    } catch (NoticeRefused refused) {
      assertThat(refused.flags()).isNotEmpty();
      assertSentences(refused.flags());
    }
  }

  private static void assertSentences(List<Flag> flags) {
    assertThat(flags)
        .allSatisfy(
            flag -> {
              assertThat(flag.line()).isPositive();
              assertThat(flag.message())
                  .matches("(?s)(第" + flag.line() + "行|整个文件):.*")
                  .hasSizeLessThan(500);
            });
  }

  private long nanosFor(String text) {
    return OwnTime.shortestOf(2, () -> reader.read(text)).toNanos();
  }

  private static String items(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            n ->
                ChineseNumber.write(n)
                    + "、办事。\n新建公园2处、改造道路3公里,对6座公厕进行改造。\n完成时限:2021年6月底,长期坚持\n牵头部门:公安分局、总工会\n配合部门:各街道\n")
        .collect(Collectors.joining("\n", "某区2021年清单\n", ""));
  }

  @Provide
  Arbitrary<String> shuffledLists() {
    return pieces(
        "一、",
        "二、",
        "十",
        "某区2021年清单",
        "\n",
        "\n",
        "牵头部门:",
        "配合部门：",
        "完成时限:",
        "公安分局",
        "、",
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "2021年",
        "6月底",
        "2月30日",
        "长期坚持",
        "，",
        ",",
        "。",
        "；",
        "新建",
        "公园",
        "5",
        "10%",
        "个",
        "以上",
        "不少于",
        "各",
        "分别",
        "三分之一",
        "万",
        "多",
        "9999999999",
        "1.3",
        "对",
        "将",
        "等",
        "类",
        "的",
        "全覆盖",
        "清零",
        "0",
        "下一篇:",
        "<p>",
        "</p>",
        "<br>",
        "\t",
        "　",
        "\uFEFF",
        "至",
        "-",
        "每季度",
        "之",
        "百分之");
  }

  @Provide
  Arbitrary<String> phrases() {
    return pieces(
        "2021年", "二〇二一年", "6月", "十二月", "底", "前", "30日", "13月", "年底", "上半年", "第三季度", "长期坚持",
        "取得阶段性成效", ",", "、", "至", "-", "次年", "每月", "2021.6", "(", ")", "完成", "0", "旬", "中旬", "今年",
        "初", " ");
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Arbitraries.of(pieces).list().ofMaxSize(60).map(list -> String.join("", list));
  }
}
