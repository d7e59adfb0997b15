package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeReaderTest {

  private static final String ITEM = "\n%s、办好一件事。\n做好工作。\n完成时限:2021年12月底\n牵头部门:公安分局\n配合部门:财政金融局\n";

  private final NoticeReader reader = new NoticeReader(PrintedDepartments.OF_THE_SAMPLE);

  @Test
  void plainItemIsReadWithoutFlags() {
    assertThat(flags(list(item("一")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n\n \t", "\uFEFF"})
  void emptyFileIsRefused(String text) {
    assertRefused(text, "EMPTY", "空");
  }

  @Test
  void articleWithoutNumberedItemsIsRefused() {
    assertRefused("今天天气很好。\n我们去公园。", "NOT_A_LIST", "编号");
  }

  @Test
  void numberedArticleWithoutAnyDepartmentOrDeadlineIsRefused() {
    assertRefused("年度总结\n一、回顾。\n过去的一年。\n二、展望。\n新的一年。", "NOT_A_LIST", "牵头部门");
  }

  @Test
  void rubbishIsRefused() {
    byte[] bytes = new byte[4096];
    new Random(7).nextBytes(bytes);

    assertThatThrownBy(() -> reader.read(bytes))
        .isInstanceOf(NoticeRefused.class)
        .hasMessageStartingWith("第");
    assertRefused("一、甲\u0000\u0001\u0002\n牵头部门:公安分局", "NOT_TEXT", "字符");
  }

  @Test
  void fileBeyondTheLimitIsRefusedUnread() {
    assertThatThrownBy(() -> reader.read(new byte[NoticeReader.LARGEST + 1]))
        .isInstanceOf(NoticeRefused.class)
        .hasMessageContaining("30 MB");
  }

  @Test
  void projectWithoutLeadIsFlagged() {
    assertFlag(list(item("一").replace("牵头部门:公安分局\n", "")), "NO_LEAD", 3, "第一项没有写明牵头部门");
    assertFlag(list(item("一").replace("公安分局", "无")), "NO_LEAD", 3, "牵头部门");
  }

  @Test
  void missingDeadlineIsFlagged() {
    assertFlag(list(item("一").replace("完成时限:2021年12月底\n", "")), "NO_DEADLINE", 3, "完成时限");
    assertFlag(list(item("一").replace("2021年12月底", "")), "NO_DEADLINE", 3, "完成时限");
  }

  @Test
  void dateThatDoesNotExistIsFlagged() {
    assertFlag(
        list(item("一").replace("2021年12月底", "2021年2月30日")), "IMPOSSIBLE_DATE", 5, "2021年2月30日");
  }

  @Test
  void twoProjectsOfOneNumberAreFlaggedAtTheSecond() {
    assertFlag(list(item("一") + item("一")), "DUPLICATE_NUMBER", 9, "第3行");
  }

  @Test
  void missingNumberIsFlagged() {
    assertFlag(list(item("一") + item("四")), "NUMBER_GAP", 3, "第2至3项");
  }

  @Test
  void unknownDepartmentIsFlaggedWithTheNearestNamesAndKeptAsPrinted() {
    String text = list(item("一").replace("公安分局", "公安局"));

    assertFlag(text, "UNKNOWN_DEPARTMENT", 6, "“公安局”不在部门目录中。是否为:公安分局");
    assertThat(reader.read(text).projects().get(0).leads()).containsExactly("公安局");
  }

  @Test
  void commaPartsNamesOnlyWhereTheDirectoryKnowsEachPart() {
    assertThat(reader.read(list(item("一").replace("公安分局", "公安分局,总工会"))).projects().get(0).leads())
        .containsExactly("公安分局", "总工会");
    assertFlag(list(item("一").replace("公安分局", "公安分局,妇联")), "UNKNOWN_DEPARTMENT", 6, "公安分局,妇联");
  }

  @Test
  void allFaultsAreShownAtOnce() {
    String text =
        list(
            item("一").replace("牵头部门:公安分局\n", "")
                + item("二").replace("2021年12月底", "2021年2月30日")
                + item("二").replace("财政金融局", "某局"));

    assertThat(flags(text))
        .extracting(Flag::code, Flag::line)
        .containsExactly(
            tuple("NO_LEAD", 3),
            tuple("IMPOSSIBLE_DATE", 10),
            tuple("UNKNOWN_DEPARTMENT", 18),
            tuple("DUPLICATE_NUMBER", 14));
  }

  @Test
  void secondSetOfLabelsHintsAtALostHeading() {
    String text = list(item("一") + item("二").replace("二、办好一件事。\n", ""));

    assertThat(flags(text)).extracting(Flag::code).contains("REPEATED_LABEL");
  }

  @Test
  void textBehindTheLabelsIsFlaggedAndNotSilentlyLost() {
    assertThat(flags(list(item("一") + "本项另有说明。\n" + item("二"))))
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.code()).isEqualTo("UNPLACED_TEXT");
              assertThat(flag.blocking()).isFalse();
            });
  }

  @Test
  void namesMayGoOnInTheNextLine() {
    String text = list(item("一").replace("牵头部门:公安分局", "牵头部门:公安分局、\n总工会、党政办公室(宣\n传)"));

    assertThat(flags(text)).isEmpty();
    assertThat(reader.read(text).projects().get(0).leads())
        .containsExactly("公安分局", "总工会", "党政办公室(宣传)");
  }

  @Test
  void labelsMayStandBeforeTheText() {
    String text = list("\n一、办事。\n牵头部门:公安分局\n完成时限:2021年6月底\n新建公园2处。\n");

    assertThat(flags(text)).isEmpty();
    assertThat(reader.read(text).projects().get(0).text()).isEqualTo("新建公园2处。");
  }

  @Test
  void itemThatIsAHeadingOnlyMakesItsPromiseThere() {
    String text = list("\n一、新建公园2处。\n牵头部门:公安分局\n完成时限:2021年6月底\n");

    assertThat(reader.read(text).projects().get(0).commitments())
        .extracting(DraftCommitment::metric, DraftCommitment::unit)
        .containsExactly(tuple("新建公园", "处"));
  }

  @Test
  void yearIsThatOfTheTitleAndElseTheOneTheTextNames() {
    String undated = item("一").replace("2021年12月底", "12月底");

    assertThat(reader.read("某区2021年实事清单\n" + undated).projects().get(0).milestones())
        .extracting(DraftMilestone::due)
        .containsExactly(LocalDate.of(2021, 12, 31));
    assertThat(reader.read("某区实事清单\n根据2021年度安排,制定如下。\n" + undated).year()).isEqualTo(2021);
    assertThat(reader.read("某区实事清单\n" + item("一")).year()).isEqualTo(2021);
    assertThat(flags("某区实事清单\n" + undated))
        .extracting(Flag::code)
        .contains("NO_YEAR", "UNREADABLE_DEADLINE");
  }

  @Test
  void arabicNumbersNumberAListThatHasNoOthers() {
    Draft draft =
        reader.read(list(item("一").replace("一、办", "1.办") + item("二").replace("二、办", "2.办")));

    assertThat(draft.projects()).extracting(DraftProject::number).containsExactly("1", "2");
    assertThat(flags(list(item("一").replace("一、办", "1.办")))).isEmpty();
  }

  @Test
  void lineOfFiveMegabytesIsReadInSeconds() {
    String longLine = "新建公园2处、改造道路3公里和".repeat(5 * 1024 * 1024 / 16);
    String names = "某局、".repeat(5 * 1024 * 1024 / 3);

    assertThat(OwnTime.of(() -> reader.read(list(item("一").replace("做好工作", longLine)))))
        .isLessThan(Duration.ofSeconds(5));
    assertThat(
            OwnTime.of(
                () ->
                    assertThat(flags(list(item("一").replace("公安分局", names))))
                        .extracting(Flag::code)
                        .contains("UNREADABLE_NAMES")))
        .isLessThan(Duration.ofSeconds(5));
    assertRefused(longLine, "NOT_A_LIST", "编号");
  }

  @Test
  void onlyDoubtsThatChangeNobodysDutyLetAListThrough() {
    assertThat(Stream.of(FlagCode.values()).filter(code -> !code.blocking()))
        .containsExactlyInAnyOrder(
            FlagCode.ALREADY_REGISTERED,
            FlagCode.PARTLY_REGISTERED,
            FlagCode.YEAR_UNCLEAR,
            FlagCode.SHARED_NUMBER,
            FlagCode.INHERITED,
            FlagCode.SKIPPED_SECTION,
            FlagCode.DOUBTFUL_LEAD,
            FlagCode.OPEN_ENDED_UNITS,
            FlagCode.REPEATED_DEPARTMENT,
            FlagCode.DOUBTFUL_DEADLINE,
            FlagCode.DOUBTFUL_NUMBER,
            FlagCode.UNPLACED_TEXT);
    assertThat(new Flag("NO_LEAD", 1, "").blocking()).isTrue();
    assertThat(new Flag("SOMETHING_NEW", 1, "").blocking()).isTrue();
  }

  private static String list(String items) {
    return "某区2021年民生实事清单\n" + items;
  }

  private static String item(String number) {
    return ITEM.formatted(number);
  }

  private List<Flag> flags(String text) {
    Draft draft = reader.read(text);
    return Stream.concat(
            draft.flags().stream(), draft.projects().stream().flatMap(p -> p.flags().stream()))
        .toList();
  }

  private void assertFlag(String text, String code, int line, String message) {
    assertThat(flags(text))
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.code()).isEqualTo(code);
              assertThat(flag.line()).isEqualTo(line);
              assertThat(flag.message()).startsWith("第" + line + "行:").contains(message);
              assertThat(flag.blocking()).isTrue();
            });
  }

  private void assertRefused(String text, String code, String message) {
    assertThatThrownBy(() -> reader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            NoticeRefused.class,
            refused ->
                assertThat(refused.flags())
                    .singleElement()
                    .satisfies(
                        flag -> {
                          assertThat(flag.code()).isEqualTo(code);
                          assertThat(flag.message())
                              .startsWith("第" + flag.line() + "行:")
                              .contains(message);
                        }));
  }
}
