package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.notice.language.NameList;
import org.duban.notice.line.HalfWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists that other offices published, rebuilt from their facts, held against what a person reads in
 * them. Each file says where it comes from and what its form is.
 */
class RealListsTest {

  private static final double RIGHT = 0.98;

  /** Flags that most items of lists without deadlines carry, and that excuse no wrong name. */
  private static final Set<String> SAY_NOTHING_OF_UNITS = Set.of("NO_DEADLINE", "DOUBTFUL_NUMBER");

  static List<String> lists() {
    return List.of(
        "caidian-2023",
        "changzhou-2021",
        "dazhu-2016",
        "gangcheng-2021",
        "guoban-2020",
        "guofa-2020",
        "huoshan-2025",
        "huzhou-2020",
        "jiaxing-2022",
        "lishan-2023",
        "nanling-2024",
        "pingdingshan-2013",
        "wuhan-2023",
        "xiangxi-2020",
        "xianyang-2022",
        "yuncheng-2017",
        "zhengzhou-2012");
  }

  /** What a person reads: the number, the units, and each milestone as kind and due. */
  private record Expected(
      String number, List<String> leads, List<String> supports, List<String> milestones) {

    boolean isReadIn(DraftProject project) {
      return leads.equals(project.leads())
          && supports.equals(project.supports())
          && milestones.equals(milestonesOf(project));
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyItemIsFoundAndNoneInvented(String list) throws IOException {
    assertThat(read(list).projects())
        .extracting(DraftProject::number)
        .isEqualTo(expected(list).stream().map(Expected::number).toList());
    assertThat(read(list).projects()).extracting(DraftProject::ordinal).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void whatIsNotReadRightIsFlaggedAtItsItem(String list) throws IOException {
    List<Expected> expected = expected(list);
    List<DraftProject> read = read(list).projects();
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).isReadIn(read.get(i))) {
        assertThat(read.get(i).flags())
            .as("%s item %s", list, read.get(i).number())
            .extracting(Flag::code)
            .anyMatch(code -> !SAY_NOTHING_OF_UNITS.contains(code));
      }
    }
  }

  @Test
  void leadsAndSupportsAreRightInAllListsTogether() throws IOException {
    int names = 0;
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (String list : lists()) {
      List<Expected> expected = expected(list);
      List<DraftProject> read = read(list).projects();
      for (int i = 0; i < expected.size(); i++) {
        Expected item = expected.get(i);
        names += item.leads().size() + item.supports().size();
        right +=
            shared(item.leads(), read.get(i).leads())
                + shared(item.supports(), read.get(i).supports());
        if (!item.isReadIn(read.get(i))) {
          wrong.add(list + " " + item.number());
        }
      }
    }
    assertThat((double) right / names)
        .as("of %d names; not as read: %s", names, wrong)
        .isGreaterThanOrEqualTo(RIGHT);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyNameAndMilestoneIsTracedToItsPlace(String list) throws IOException {
    Reading reading = reader(list).readWithSource(text(list).getBytes(StandardCharsets.UTF_8));
    for (DraftProject project : reading.draft().projects()) {
      for (int i = 0; i < project.leads().size(); i++) {
        assertThat(shown(reading, project, "leads[" + i + "]")).isEqualTo(project.leads().get(i));
      }
      for (int i = 0; i < project.milestones().size(); i++) {
        assertThat(shown(reading, project, "milestones[" + i + "]"))
            .isEqualTo(project.milestones().get(i).phrase());
      }
    }
  }

  private static String shown(Reading reading, DraftProject project, String field) {
    return project.places().stream()
        .filter(place -> place.field().equals(field))
        .map(place -> reading.lines().get(place.line() - 1).substring(place.from(), place.to()))
        .collect(Collectors.joining());
  }

  private static int shared(List<String> expected, List<String> read) {
    Set<String> found = new HashSet<>(expected);
    found.retainAll(read);
    return found.size() - (int) read.stream().filter(name -> !expected.contains(name)).count();
  }

  private static List<String> milestonesOf(DraftProject project) {
    return project.milestones().stream().map(one -> one.kind() + " " + one.due()).toList();
  }

  private static Draft read(String list) throws IOException {
    return reader(list).read(text(list));
  }

  private static NoticeReader reader(String list) throws IOException {
    Set<String> names = new HashSet<>();
    for (Expected item : expected(list)) {
      item.leads().forEach(name -> names.add(HalfWidth.of(name)));
      item.supports().forEach(name -> names.add(HalfWidth.of(name)));
    }
    return new NoticeReader(
        new KnownNames() {
          @Override
          public boolean knows(String printedName, int year) {
            return names.contains(HalfWidth.of(printedName));
          }

          @Override
          public List<String> nearest(String printedName, int year) {
            return List.of();
          }
        });
  }

  private static List<Expected> expected(String list) throws IOException {
    return resource(list + ".expected")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\\|", -1))
        .map(
            cells ->
                new Expected(
                    cells[0].strip(),
                    NameList.split(cells[1]),
                    NameList.split(cells[2]),
                    Arrays.stream(cells[3].split(";"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList()))
        .toList();
  }

  private static String text(String list) throws IOException {
    return resource(list + ".txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RealListsTest.class.getResourceAsStream("/notices/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
