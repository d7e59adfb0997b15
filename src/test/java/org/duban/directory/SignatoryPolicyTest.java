package org.duban.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The items are those of the published list, decided by hand. */
class SignatoryPolicyTest {

  private static final Directory DIRECTORY = Sample.JINING;
  private static final String STREETS = "洸河街道 柳行街道 黄屯街道 王因街道 接庄街道";

  private final SignatoryPolicy policy = new SignatoryPolicy(DIRECTORY);

  @Test
  void item1OfficeDoesntSignThroughItsSubUnit() {
    List<Signatory> all = decide("党政办公室 税务局", "发展软环境保障局 财政金融局 党政办公室(政法) 发展软环境保障局(城乡统筹发展)");
    assertThat(signing(all)).isEqualTo("发展软环境保障局 财政金融局 发展软环境保障局(城乡统筹发展)");
    assertThat(silent(all)).isEqualTo("党政办公室(政法)");
    assertThat(reasonOf(all, "党政办公室(政法)")).isEqualTo("党政办公室(政法)与牵头的党政办公室同属一个单位,不会签本单位的报告。");
  }

  @Test
  void item2StreetsSignEachUnderTheNameTheyCameThrough() {
    List<Signatory> all = decide("党政办公室 党政办公室(宣传) 发展软环境保障局", "财政金融局 党工委组织部(人力资源部) 市场监督管理局 各街道");
    assertThat(signing(all)).isEqualTo("财政金融局 党工委组织部(人力资源部) 市场监督管理局 " + STREETS);
    assertThat(silent(all)).isEmpty();
    assertThat(all)
        .extracting(Signatory::printedAs)
        .containsExactly("财政金融局", "党工委组织部(人力资源部)", "市场监督管理局", "各街道", "各街道", "各街道", "各街道", "各街道");
    assertThat(all).extracting(Signatory::reason).containsOnly("");
  }

  @Test
  void item4DepartmentDoesntSignForTheSubUnitThatLeads() {
    List<Signatory> all =
        decide("发展软环境保障局(城乡统筹发展)", "经济发展局 发展软环境保障局 财政金融局 自然资源和规划分局 城乡建设和交通局 党工委组织部(人力资源部) 各街道");
    assertThat(signing(all)).isEqualTo("经济发展局 财政金融局 自然资源和规划分局 城乡建设和交通局 党工委组织部(人力资源部) " + STREETS);
    assertThat(silent(all)).isEqualTo("发展软环境保障局");
  }

  @Test
  void item5SecondLeadsDepartmentDoesntSignEither() {
    List<Signatory> all =
        decide("应急管理局 发展软环境保障局(城乡统筹发展)", "财政金融局 自然资源和规划分局 城乡建设和交通局 发展软环境保障局 党工委组织部(人力资源部)");
    assertThat(signing(all)).isEqualTo("财政金融局 自然资源和规划分局 城乡建设和交通局 党工委组织部(人力资源部)");
    assertThat(silent(all)).isEqualTo("发展软环境保障局");
  }

  @Test
  void item13DepartmentAndItsSubUnitBothSignForAnother() {
    List<Signatory> all = decide("市场监督管理局", "公安分局 自然资源和规划分局 生态环境分局 发展软环境保障局(城乡统筹发展) 发展软环境保障局");
    assertThat(signing(all)).isEqualTo("公安分局 自然资源和规划分局 生态环境分局 发展软环境保障局(城乡统筹发展) 发展软环境保障局");
    assertThat(silent(all)).isEmpty();
  }

  @Test
  void item16TwoSubUnitsOfOneOfficeThatDoesntLeadSignEach() {
    List<Signatory> all =
        decide(
            "城乡建设和交通局 发展软环境保障局(城乡统筹发展) 城乡建设和交通局(交通) 经济发展局",
            "党政办公室(政法) 财政金融局 总工会 党工委组织部(人力资源部) 自然资源和规划分局 生态环境分局 党政办公室(宣传)"
                + " 应急管理局 行政审批服务局 市场监督管理局 消防救援大队 各街道");
    assertThat(signing(all))
        .isEqualTo(
            "党政办公室(政法) 财政金融局 总工会 党工委组织部(人力资源部) 自然资源和规划分局 生态环境分局 党政办公室(宣传)"
                + " 应急管理局 行政审批服务局 市场监督管理局 消防救援大队 "
                + STREETS);
    assertThat(silent(all)).isEmpty();
  }

  @Test
  void item19EveryDepartmentSignsButTheLeadAmongThem() {
    List<Signatory> all = decide("行政审批服务局", "各级各有关部门单位");
    assertThat(all).hasSize(22).filteredOn(Signatory::signs).hasSize(21);
    assertThat(silent(all)).isEqualTo("行政审批服务局");
    assertThat(reasonOf(all, "行政审批服务局")).isEqualTo("行政审批服务局是本事项的牵头部门,不会签自己的报告。");
    assertThat(all).extracting(Signatory::printedAs).containsOnly("各级各有关部门单位");
  }

  @Test
  void item20OfficeDoesntSignForItsSubUnit() {
    List<Signatory> all = decide("公安分局 党政办公室(政法)", "财政金融局 党政办公室");
    assertThat(signing(all)).isEqualTo("财政金融局");
    assertThat(silent(all)).isEqualTo("党政办公室");
  }

  @Test
  void item21LeadsAndTheOfficeAboveOneOfThemDontSignAmongAll() {
    List<Signatory> all = decide("党政办公室(政法) 应急管理局 消防救援大队 生态环境分局", "各级各有关部门单位");
    assertThat(all).hasSize(22).filteredOn(Signatory::signs).hasSize(18);
    assertThat(all)
        .filteredOn(signatory -> !signatory.signs())
        .extracting(signatory -> signatory.department().name())
        .containsExactlyInAnyOrder("党政办公室", "应急管理局", "消防救援大队", "生态环境分局");
    assertThat(all)
        .extracting(signatory -> signatory.department().code())
        .doesNotContain("dzb-zf", "dzb-xc", "frhj-cxtc", "cxjs-jt");
  }

  @Test
  void subUnitDoesntSignForAnotherOfTheSameOffice() {
    List<Signatory> all = decide("党政办公室(政法)", "党政办公室(宣传) 财政金融局");
    assertThat(signing(all)).isEqualTo("财政金融局");
    assertThat(silent(all)).isEqualTo("党政办公室(宣传)");
  }

  @Test
  void departmentNamedItselfAndThroughACollectiveUnitSignsOnceUnderItsOwnName() {
    List<Signatory> all = decide("财政金融局", "各街道 洸河街道");
    assertThat(all)
        .extracting(Signatory::printedAs)
        .containsExactly("各街道", "各街道", "各街道", "各街道", "洸河街道");
    assertThat(decide("财政金融局", "洸河街道 各街道 各级各有关部门单位"))
        .filteredOn(signatory -> signatory.department().name().equals("洸河街道"))
        .extracting(Signatory::printedAs)
        .containsExactly("洸河街道");
  }

  @Test
  void collectiveLeadKeepsItsMembersFromSigning() {
    List<Signatory> all = decide("各街道", "洸河街道 财政金融局");
    assertThat(signing(all)).isEqualTo("财政金融局");
    assertThat(reasonOf(all, "洸河街道")).contains("牵头部门");
  }

  @Property(tries = 500)
  void everyoneStandsOnceAndSignsExactlyWhenNoLeadIsOfTheirOrganisation(
      @ForAll("named") List<Department> leads, @ForAll("named") List<Department> supports) {
    List<Signatory> all = policy.decide(leads, supports);
    List<Department> departments = all.stream().map(Signatory::department).toList();
    assertThat(departments)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            supports.stream()
                .flatMap(unit -> DIRECTORY.members(unit).stream())
                .collect(Collectors.toCollection(HashSet::new)));
    for (Signatory signatory : all) {
      boolean own =
          leads.stream()
              .flatMap(lead -> DIRECTORY.members(lead).stream())
              .anyMatch(
                  lead -> DIRECTORY.topOf(lead).equals(DIRECTORY.topOf(signatory.department())));
      assertThat(signatory.signs()).isEqualTo(!own);
      assertThat(signatory.reason().isEmpty()).isEqualTo(signatory.signs());
    }
  }

  @Provide
  Arbitrary<List<Department>> named() {
    List<Department> any =
        Stream.concat(
                DIRECTORY.all().stream(),
                Stream.of("gjd", "gbm").map(code -> DIRECTORY.withCode(code).orElseThrow()))
            .toList();
    return Arbitraries.of(any).list().ofMaxSize(8);
  }

  private List<Signatory> decide(String leads, String supports) {
    return policy.decide(departments(leads), departments(supports));
  }

  private static List<Department> departments(String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> DIRECTORY.named(name, LocalDate.of(2021, 1, 1)).orElseThrow())
        .toList();
  }

  private static String signing(List<Signatory> all) {
    return names(all.stream().filter(Signatory::signs));
  }

  private static String silent(List<Signatory> all) {
    return names(all.stream().filter(signatory -> !signatory.signs()));
  }

  private static String names(Stream<Signatory> signatories) {
    return signatories
        .map(signatory -> signatory.department().name())
        .collect(Collectors.joining(" "));
  }

  private static String reasonOf(List<Signatory> all, String name) {
    return all.stream()
        .filter(signatory -> signatory.department().name().equals(name))
        .findFirst()
        .orElseThrow()
        .reason();
  }
}
