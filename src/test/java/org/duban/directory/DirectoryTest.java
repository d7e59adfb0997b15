package org.duban.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DirectoryTest {

  private static final LocalDate DAY = LocalDate.of(2021, 1, 1);

  private final Directory directory = Sample.JINING;

  @Test
  void everyNameOfTheListIsKnown() {
    String names =
        """
        党政办公室 党政办公室(宣传) 党政办公室(政法) 税务局 发展软环境保障局 发展软环境保障局(城乡统筹发展)
        财政金融局 党工委组织部(人力资源部) 市场监督管理局 生态环境分局 城乡建设和交通局 城乡建设和交通局(交通)
        经济发展局 自然资源和规划分局 应急管理局 公安分局 综合行政执法局 济宁高新控股集团 行政审批服务局 总工会
        消防救援大队 科技创新局 东城建设集团 各街道 各级各有关部门单位
        """;
    for (String name : names.split("\\s+")) {
      assertThat(directory.named(name, DAY).map(Department::name)).contains(name);
    }
  }

  @Test
  void fixedCodesAreThoseTheContractNames() {
    assertThat(code("市场监督管理局")).isEqualTo("scjg");
    assertThat(code("财政金融局")).isEqualTo("czjr");
    assertThat(code("行政审批服务局")).isEqualTo("xzsp");
    assertThat(code("发展软环境保障局(城乡统筹发展)")).isEqualTo("frhj-cxtc");
    assertThat(code("发展软环境保障局")).isEqualTo("frhj");
    assertThat(code("党政办公室")).isEqualTo("dzb");
  }

  @Test
  void widthOfBracketsAndSpacesDontMatter() {
    assertThat(code("党政办公室(宣传)")).isEqualTo("dzb-xc");
    assertThat(code(" 党政办公室 ( 宣传 ) ")).isEqualTo("dzb-xc");
    assertThat(code("发展软环境保障局 (城乡统筹发展)")).isEqualTo("frhj-cxtc");
  }

  @Test
  void aliasFindsTheDepartment() {
    assertThat(code("市场监管局")).isEqualTo("scjg");
    assertThat(code("党工委组织部")).isEqualTo("zzb");
  }

  @Test
  void unknownNameIsNeverGuessed() {
    assertThat(directory.named("市监局", DAY)).isEmpty();
    assertThat(directory.named("党政办公室(保密)", DAY)).isEmpty();
    assertThat(directory.named("", DAY)).isEmpty();
  }

  @Test
  void misprintedNameHasANearOne() {
    assertThat(directory.nearest("市场监督管里局", DAY)).first().isEqualTo("市场监督管理局");
    assertThat(directory.nearest("财政局", DAY)).first().isEqualTo("财政金融局");
  }

  @Test
  void abbreviationHasTheNameItShortens() {
    assertThat(directory.nearest("市监局", DAY)).contains("市场监督管理局");
    assertThat(directory.nearest("组织部", DAY)).contains("党工委组织部(人力资源部)");
  }

  @Test
  void unknownSubUnitHasItsDepartmentAmongTheNearest() {
    assertThat(directory.nearest("发展软环境保障局(农业)", DAY)).contains("发展软环境保障局");
    assertThat(directory.nearest("党政办公室(保密)", DAY)).contains("党政办公室").hasSize(3);
  }

  @Test
  void nothingIsNearANameThatSharesNothing() {
    assertThat(directory.nearest("教育局", DAY)).isEmpty();
    assertThat(directory.nearest("局", DAY)).isEmpty();
  }

  @Test
  void subUnitsRollUpToTheirDepartment() {
    assertThat(topOf("党政办公室(政法)")).isEqualTo("dzb");
    assertThat(topOf("城乡建设和交通局(交通)")).isEqualTo("cxjs");
    assertThat(topOf("发展软环境保障局(城乡统筹发展)")).isEqualTo("frhj");
    assertThat(topOf("财政金融局")).isEqualTo("czjr");
  }

  @Test
  void dualNameIsOneDepartmentOfItsOwn() {
    Department department = directory.named("党工委组织部(人力资源部)", DAY).orElseThrow();
    assertThat(department.parent()).isNull();
  }

  @Test
  void allStreetsAreFive() {
    assertThat(directory.members(directory.named("各街道", DAY).orElseThrow()))
        .extracting(Department::name)
        .containsExactly("洸河街道", "柳行街道", "黄屯街道", "王因街道", "接庄街道");
  }

  @Test
  void allDepartmentsAndUnitsAreTheTopLevelAndTheStreetsWithoutTheCompanies() {
    Set<String> expected =
        directory.all().stream()
            .filter(department -> department.parent() == null)
            .map(Department::code)
            .filter(code -> !Set.of("gxkg", "dcjs").contains(code))
            .collect(Collectors.toSet());
    assertThat(directory.members(directory.named("各级各有关部门单位", DAY).orElseThrow()))
        .extracting(Department::code)
        .containsExactlyInAnyOrderElementsOf(expected)
        .hasSize(22);
  }

  @Test
  void departmentStandsForItselfOnly() {
    Department department = directory.withCode("scjg").orElseThrow();
    assertThat(directory.members(department)).containsExactly(department);
  }

  @Test
  void everyDepartmentHasAHandlerAndAHeadOfItsOwn() {
    assertThat(directory.all()).hasSize(28);
    for (Department department : directory.all()) {
      String code = department.code();
      assertThat(directory.handlers(code)).extracting(Person::id).containsExactly(code);
      assertThat(directory.heads(code)).extracting(Person::id).containsExactly(code + "-head");
    }
  }

  @Test
  void officeAndLeadersHoldToo() {
    assertThat(directory.nameOf("supervising-office")).isEqualTo("督查室");
    assertThat(directory.handlers("supervising-office"))
        .extracting(Person::id)
        .containsExactly("duban");
    assertThat(directory.heads("supervising-office"))
        .extracting(Person::id)
        .containsExactly("duban-head");
    assertThat(directory.heads("leader")).extracting(Person::id).containsExactly("leader");
    assertThat(directory.handlers("leader")).isEqualTo(directory.heads("leader"));
    assertThat(directory.nameOf("scjg")).isEqualTo("市场监督管理局");
  }

  @Test
  void unknownHolderIsRefusedByItsCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory.heads("nobody"))
        .withMessage("部门目录中没有代码 nobody。");
  }

  @Test
  void accountsCarryTheGroupsOfTheirPosts() {
    assertThat(groupsOf("scjg")).containsExactly("department-scjg");
    assertThat(groupsOf("scjg-head")).containsExactlyInAnyOrder("department-scjg", "head-scjg");
    assertThat(groupsOf("duban")).containsExactly("supervising-office");
    assertThat(groupsOf("duban-head"))
        .containsExactlyInAnyOrder("supervising-office", "head-supervising-office");
    assertThat(groupsOf("leader")).containsExactly("leader");
    assertThat(groupsOf("sysadmin")).containsExactly("system-admin");
    assertThat(groupsOf("secadmin")).containsExactly("security-admin");
    assertThat(groupsOf("auditor")).containsExactly("auditor");
    assertThat(directory.accounts()).hasSize(2 * 28 + 6);
  }

  @Test
  void oneWhoHeadsTwoDepartmentsHasOneAccount() {
    Directory two =
        Sample.of(
            """
            - { code: a, name: 甲局, handler: { id: a, name: 员 }, head: { id: h, name: 长 } }
            - { code: b, name: 乙局, handler: { id: b, name: 员 }, head: { id: h, name: 长 } }
            """);
    assertThat(two.accounts())
        .filteredOn(account -> account.person().id().equals("h"))
        .singleElement()
        .satisfies(
            account ->
                assertThat(account.groups())
                    .containsExactlyInAnyOrder("department-a", "head-a", "department-b", "head-b"));
  }

  @Test
  void renamedDepartmentIsFoundByTheNameOfTheDay() {
    Directory renamed =
        Sample.of(
            Sample.department("old", "质监局", "aliases: [监管局], validTo: 2021-06-30")
                + Sample.department("new", "市监局", "aliases: [监管局], validFrom: 2021-07-01"));
    LocalDate last = LocalDate.of(2021, 6, 30);
    assertThat(renamed.named("监管局", last).map(Department::code)).contains("old");
    assertThat(renamed.named("监管局", last.plusDays(1)).map(Department::code)).contains("new");
    assertThat(renamed.named("市监局", last)).isEmpty();
    assertThat(renamed.nearest("质监", last.plusDays(1))).doesNotContain("质监局");
  }

  private String code(String printed) {
    return directory.named(printed, DAY).orElseThrow().code();
  }

  private String topOf(String printed) {
    return directory.topOf(directory.named(printed, DAY).orElseThrow()).code();
  }

  private Set<String> groupsOf(String person) {
    return directory.accounts().stream()
        .filter(account -> account.person().id().equals(person))
        .findFirst()
        .orElseThrow()
        .groups();
  }

  @Test
  void whoStandsInAnEndedDepartmentsPlaceIsTheLastOfItsSuccessors() {
    Directory directory =
        Sample.of(
            Sample.department("a", "甲局", "validTo: 2021-06-30, successor: b")
                + Sample.department("b", "乙局", "validTo: 2021-12-31, successor: c")
                + Sample.department("c", "丙局", "validFrom: 2022-01-01")
                + Sample.department("d", "丁局", "validTo: 2021-06-30"));
    Department first = directory.withCode("a").orElseThrow();

    assertThat(directory.standing(first, LocalDate.of(2021, 6, 30))).contains(first);
    assertThat(directory.standing(first, LocalDate.of(2021, 7, 1)).map(Department::code))
        .contains("b");
    assertThat(directory.standing(first, LocalDate.of(2022, 1, 1)).map(Department::code))
        .contains("c");
    Department leftNobody = directory.withCode("d").orElseThrow();
    assertThat(directory.standing(leftNobody, LocalDate.of(2021, 7, 1))).isEmpty();
  }
}
