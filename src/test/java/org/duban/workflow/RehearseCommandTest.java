package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.duban.Duban;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as an office gives it; what runs a year does so in a process of its own. */
class RehearseCommandTest {

  private static final String SAMPLE = "config/programmes/jining-2021.txt";

  @TempDir private Path folder;

  /**
   * By hand from the policy table: 10 and 3 working days before the due day, the day after it, and
   * 3 and 10 working days after it, over the holidays and make-up days of 2021 and 2022.
   */
  @Test
  void aYearInWhichNobodyActsGivesTheCalendarThatAClerkWouldWrite() throws Exception {
    JsonNode rehearsed =
        new ObjectMapper()
            .readTree(
                rehearse(
                    SAMPLE,
                    "--from",
                    "2021-05-20",
                    "--to",
                    "2022-01-31",
                    "--nobody-acts",
                    "--json"));

    JsonNode forecast = rehearsed.get("forecast");
    assertThat(days(forecast, 6))
        .as("stage at the end of November, then the long-term report of December")
        .containsExactly(
            "2021-05-25 ACKNOWLEDGE frhj",
            "2021-05-26 ACKNOWLEDGE frhj-head",
            "2021-11-16 REMINDER frhj",
            "2021-11-25 WARNING frhj frhj-head",
            "2021-11-30 DUE frhj",
            "2021-12-01 LEVEL_1 frhj-head",
            "2021-12-03 LEVEL_2 frhj-head leader",
            "2021-12-06 REMINDER frhj",
            "2021-12-08 OWN_TERM frhj-head leader",
            "2021-12-09 OWN_TERM frhj-head duban leader",
            "2021-12-14 LEVEL_3 frhj-head leader duban",
            "2021-12-15 WARNING frhj frhj-head",
            "2021-12-20 DUE frhj",
            "2021-12-21 LEVEL_1 frhj-head",
            "2021-12-23 LEVEL_2 frhj-head leader",
            "2021-12-28 OWN_TERM frhj-head leader",
            "2021-12-29 OWN_TERM frhj-head duban leader",
            "2022-01-04 LEVEL_3 frhj-head leader duban");
    assertThat(days(forecast, 13))
        .as("stage at the end of June, then the long-term reports of September and December")
        .containsExactly(
            "2021-05-25 ACKNOWLEDGE scjg",
            "2021-05-26 ACKNOWLEDGE scjg-head",
            "2021-06-16 REMINDER scjg",
            "2021-06-25 WARNING scjg scjg-head",
            "2021-06-30 DUE scjg",
            "2021-07-01 LEVEL_1 scjg-head",
            "2021-07-05 LEVEL_2 scjg-head leader",
            "2021-07-08 OWN_TERM scjg-head leader",
            "2021-07-09 OWN_TERM scjg-head duban leader",
            "2021-07-14 LEVEL_3 scjg-head leader duban",
            "2021-09-06 REMINDER scjg",
            "2021-09-15 WARNING scjg scjg-head",
            "2021-09-20 DUE scjg",
            "2021-09-21 LEVEL_1 scjg-head",
            "2021-09-24 LEVEL_2 scjg-head leader",
            "2021-09-28 OWN_TERM scjg-head leader",
            "2021-09-29 OWN_TERM scjg-head duban leader",
            "2021-10-09 LEVEL_3 scjg-head leader duban",
            "2021-12-06 REMINDER scjg",
            "2021-12-15 WARNING scjg scjg-head",
            "2021-12-20 DUE scjg",
            "2021-12-21 LEVEL_1 scjg-head",
            "2021-12-23 LEVEL_2 scjg-head leader",
            "2021-12-28 OWN_TERM scjg-head leader",
            "2021-12-29 OWN_TERM scjg-head duban leader",
            "2022-01-04 LEVEL_3 scjg-head leader duban");
    for (int item : List.of(17, 19)) {
      String lead = item == 17 ? "frhj-cxtc" : "xzsp";
      assertThat(days(forecast, item))
          .as("stage at the end of June, completion at the end of December")
          .containsExactly(
              "2021-05-25 ACKNOWLEDGE " + lead,
              "2021-05-26 ACKNOWLEDGE " + lead + "-head",
              "2021-06-16 REMINDER " + lead,
              "2021-06-25 WARNING " + lead + " " + lead + "-head",
              "2021-06-30 DUE " + lead,
              "2021-07-01 LEVEL_1 " + lead + "-head",
              "2021-07-05 LEVEL_2 " + lead + "-head leader",
              "2021-07-08 OWN_TERM " + lead + "-head leader",
              "2021-07-09 OWN_TERM " + lead + "-head duban leader",
              "2021-07-14 LEVEL_3 " + lead + "-head leader duban",
              "2021-12-17 REMINDER " + lead,
              "2021-12-28 WARNING " + lead + " " + lead + "-head",
              "2021-12-31 DUE " + lead,
              "2022-01-01 LEVEL_1 " + lead + "-head",
              "2022-01-06 LEVEL_2 " + lead + "-head leader",
              "2022-01-11 OWN_TERM " + lead + "-head leader",
              "2022-01-12 OWN_TERM " + lead + "-head duban leader",
              "2022-01-17 LEVEL_3 " + lead + "-head leader duban");
    }
    assertThat(days(forecast, 1))
        .as("two leads, completion at the end of December")
        .containsExactly(
            "2021-05-25 ACKNOWLEDGE dzb sw",
            "2021-05-26 ACKNOWLEDGE dzb-head sw-head",
            "2021-12-17 REMINDER dzb sw",
            "2021-12-28 WARNING dzb sw dzb-head sw-head",
            "2021-12-31 DUE dzb sw",
            "2022-01-01 LEVEL_1 dzb-head sw-head",
            "2022-01-06 LEVEL_2 dzb-head sw-head leader",
            "2022-01-11 OWN_TERM dzb-head sw-head leader",
            "2022-01-12 OWN_TERM dzb-head duban sw-head duban leader",
            "2022-01-17 LEVEL_3 dzb-head sw-head leader duban");
    JsonNode finance = forecast.at("/workload/0");
    assertThat(finance.get("department").asText()).isEqualTo("czjr");
    assertThat(finance.get("supports").asInt()).isEqualTo(18);
    assertThat(finance.get("collective").asInt()).isEqualTo(2);
    assertThat(finance.get("leads").asInt()).isZero();
    assertThat(finance.at("/months/0/month").asText()).isEqualTo("2021-06");
    assertThat(finance.at("/months/0/signOffs").asInt()).isEqualTo(2);
    assertThat(forecast.at("/striking/0/sentence").asText()).startsWith("财政金融局配合 18 项");
    assertThat(forecast.at("/daysOff/0/due").asText()).isEqualTo("2021-09-20");
    assertThat(forecast.at("/daysOff/0/workingDayBefore").asText()).isEqualTo("2021-09-18");
  }

  @Test
  void whenEveryoneActsInTimeTheTableShowsTheWorkAndNoEscalation() throws Exception {
    String table = rehearse(SAMPLE, "--from", "2021-05-20", "--to", "2021-07-31");

    assertThat(table)
        .startsWith("【各部门工作量】")
        .contains(
            "2021-05-20\t周四\t13 保障食品药品安全\t\t签收\t市场监督管理局",
            "2021-06-23\t周三\t13 保障食品药品安全\t阶段性成效 2021-06-30\t反馈进展\t市场监督管理局",
            "2021-06-23\t周三\t13 保障食品药品安全\t阶段性成效 2021-06-30\t审核通过")
        .doesNotContain("一级督办", "临期预警", "INFO", "WARN");
  }

  @Test
  void aListWithBlockingFlagsIsRefusedWithThem() throws IOException {
    Path list = folder.resolve("list.txt");
    Files.writeString(
        list, Files.readString(Path.of(SAMPLE)).replace("牵头部门:生态环境分局、", "牵头部门:太空探索局、"));

    assertRefused("太空探索局", list.toString());
  }

  @Test
  void whatIsNotThereIsRefusedWithASentence() throws IOException {
    Path broken = folder.resolve("directory.yml");
    Files.writeString(broken, "departments: nonsense");

    assertRefused("没有文件", "none.txt");
    assertRefused("没有部门目录文件", SAMPLE, "--directory", "none.yml");
    assertRefused("部门目录", SAMPLE, "--directory", broken.toString());
    assertRefused("早于", SAMPLE, "--from", "2021-05-20", "--to", "2021-05-01");
    assertRefused("--faster", SAMPLE, "--faster");
  }

  private static void assertRefused(String why, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new RehearseCommand(Duban.class)
            .run(List.of(arguments), new PrintStream(out), new PrintStream(err));
    assertThat(code).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(why);
  }

  /** In a temporary directory of its own, which is empty again afterwards. */
  private String rehearse(String... arguments) throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.io.tmpdir=" + temporary,
                Duban.class.getName(),
                "rehearse"));
    command.addAll(List.of(arguments));
    File out = folder.resolve("out.txt").toFile();
    File err = folder.resolve("err.txt").toFile();
    Process process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
    assertThat(process.waitFor()).as(Files.readString(err.toPath())).isZero();
    try (var left = Files.list(temporary)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("duban"));
    }
    return Files.readString(out.toPath());
  }

  private static List<String> days(JsonNode forecast, int ordinal) {
    return StreamSupport.stream(forecast.get("calendar").spliterator(), false)
        .filter(day -> day.get("ordinal").asInt() == ordinal)
        .map(
            day -> {
              List<String> words = new ArrayList<>();
              words.add(day.get("day").asText());
              words.add(day.get("what").asText());
              day.get("who").forEach(who -> words.add(who.asText()));
              return String.join(" ", words);
            })
        .toList();
  }
}
