package org.duban.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.duban.directory.Sample.department;

import org.junit.jupiter.api.Test;

class DirectoryBrokenTest {

  private static final String A = department("a", "甲局", "");

  @Test
  void soundDirectoryIsTaken() {
    assertThat(Sample.of(A).all()).hasSize(1);
  }

  @Test
  void unknownParentIsNamed() {
    refused(department("b", "乙科", "parent: x"), "部门“乙科”(b):上级 x 不在目录中。");
  }

  @Test
  void collectiveParentIsRefused() {
    refused(
        A + "- { code: all, name: 各局, members: [a] }\n" + department("b", "乙科", "parent: all"),
        "部门“乙科”(b):上级 all 是集合单位。");
  }

  @Test
  void ringOfParentsIsRefused() {
    refused(
        department("a", "甲局", "parent: b") + department("b", "乙局", "parent: a"),
        "部门“甲局”(a):上级关系成环。");
    refused(department("a", "甲局", "parent: a"), "部门“甲局”(a):上级关系成环。");
  }

  @Test
  void doubledCodeIsRefused() {
    refused(A + department("a", "乙局", ""), "部门“乙局”(a):代码与“甲局”重复。");
  }

  @Test
  void doubledNameIsRefusedInWhateverWidth() {
    refused(
        department("a", "甲局(一)", "") + department("b", "甲局(一)", ""),
        "部门“甲局(一)”(b):名称或别名“甲局(一)”与 a 重复,且有效期重叠。");
    refused(A + department("b", "乙局", "aliases: [甲局]"), "部门“乙局”(b):名称或别名“甲局”与 a 重复,且有效期重叠。");
  }

  @Test
  void unknownMemberIsNamed() {
    refused(A + "- { code: all, name: 各局, members: [a, x] }\n", "部门“各局”(all):成员 x 不在目录中。");
  }

  @Test
  void collectiveUnitsDontNest() {
    refused(
        A + "- { code: one, name: 各局, members: [a] }\n- { code: two, name: 各单位, members: [one] }\n",
        "部门“各单位”(two):成员 one 也是集合单位,请直接列出部门。");
  }

  @Test
  void collectiveUnitHasNoPeople() {
    refused(A + department("all", "各局", "members: [a]"), "部门“各局”(all):集合单位不能有经办人、负责人或上级,由其成员承担。");
  }

  @Test
  void departmentWithoutHeadIsRefused() {
    refused(
        "- { code: a, name: 甲局, handler: { id: a, name: 员 } }\n",
        "部门“甲局”(a):缺少负责人(head),或没有写明 id 和姓名。");
  }

  @Test
  void departmentWithoutHandlerIsRefused() {
    refused(
        "- { code: a, name: 甲局, head: { id: a, name: 长 } }\n",
        "部门“甲局”(a):缺少经办人(handler),或没有写明 id 和姓名。");
  }

  @Test
  void turnedValidityIsRefused() {
    refused(
        department("a", "甲局", "validFrom: 2021-07-01, validTo: 2021-06-30"),
        "部门“甲局”(a):validFrom 晚于 validTo。");
  }

  @Test
  void successorMustBeThereOnTheMorningAfter() {
    String ended = "validTo: 2021-06-30, successor: ";
    refused(department("a", "甲局", "successor: b"), "部门“甲局”(a):写了承接单位(successor),却没有写 validTo。");
    refused(department("a", "甲局", ended + "x"), "部门“甲局”(a):承接单位 x 不在目录中。");
    refused(department("a", "甲局", ended + "a"), "部门“甲局”(a):承接单位是它自己。");
    refused(
        department("a", "甲局", ended + "all")
            + department("b", "乙局", "")
            + "- { code: all, name: 各局, members: [b] }\n",
        "部门“甲局”(a):承接单位 all 是集合单位。");
    refused(
        department("a", "甲局", ended + "b") + department("b", "乙局", "validFrom: 2021-07-02"),
        "部门“甲局”(a):承接单位 b 在 2021-07-01 不在有效期内。");
    refused(
        department("a", "甲局", ended + "b") + department("b", "乙局", "validTo: 2021-06-30"),
        "部门“甲局”(a):承接单位 b 在 2021-07-01 不在有效期内。");
  }

  @Test
  void ringOfSuccessorsIsRefused() {
    refused(
        department("a", "甲局", "validTo: 2021-06-30, successor: b")
            + department("b", "乙局", "validTo: 2022-06-30, successor: a"),
        "部门“甲局”(a):承接关系成环。");
  }

  @Test
  void collectiveUnitLeavesNothingToASuccessor() {
    refused(
        A + "- { code: all, name: 各局, members: [a], validTo: 2021-06-30, successor: a }\n",
        "部门“各局”(all):集合单位不能有承接单位");
  }

  @Test
  void codeThatIsTakenByTheOfficeIsRefused() {
    refused(department("leader", "甲局", ""), "部门“甲局”(leader):代码是系统保留的,不能用于部门。");
  }

  @Test
  void codeThatWouldntMakeAGroupIsRefused() {
    refused(department("甲", "甲局", ""), "部门“甲局”(甲):代码只能用小写字母、数字和连字符,并以字母开头。");
  }

  @Test
  void idOfTwoPersonsIsRefused() {
    refused(
        A + "- { code: b, name: 乙局, handler: { id: a, name: 别人 }, head: { id: b, name: 长 } }\n",
        "人员 id “a”同时用于员和别人。");
  }

  @Test
  void dutyBesideADepartmentIsRefused() {
    refused(
        "- { code: a, name: 甲局, handler: { id: a, name: 员 }, head: { id: auditor, name: 己 } }\n",
        "三员须分设:“auditor”还属于 department-a、head-a、auditor。");
  }

  @Test
  void languageWithoutTemplatesIsRefused() {
    refused(
        "- { code: a, name: 甲局, handler: { id: a, name: 员, language: fr }, head: { id: b, name: 己 } }\n",
        "人员 a:language 只能是 en 或 zh。");
  }

  @Test
  void missingDutyIsRefused() {
    refusedFile(
        Sample.with(A).replaceFirst(".*auditor:.*\n", ""),
        "duties:应当正好是 auditor、security-admin、system-admin 三项。");
  }

  @Test
  void missingPublisherIsRefused() {
    refusedFile(Sample.with(A).replaceFirst("publisher.*\n", ""), "publisher:缺少发布单位的代码或名称。");
  }

  @Test
  void missingOfficeAndLeadersAreRefused() {
    refusedFile(
        Sample.with(A).replaceFirst("(?s)supervisingOffice.*?(?=leaders)", ""),
        "supervisingOffice:缺少督查室或其名称。");
    refusedFile(Sample.with(A).replaceFirst("leaders.*\n", ""), "leaders:至少要有一位领导。");
  }

  @Test
  void misspeltKeyIsRefusedWithItsLine() {
    assertThatExceptionOfType(DirectoryBroken.class)
        .isThrownBy(() -> Sample.of("- { code: a, nmae: 甲局 }\n"))
        .withMessageContaining("第12行")
        .withMessageContaining("nmae");
  }

  @Test
  void impossibleDateIsRefusedWithItsLine() {
    assertThatExceptionOfType(DirectoryBroken.class)
        .isThrownBy(() -> Sample.of(department("a", "甲局", "validFrom: 2021-02-30")))
        .withMessageContaining("第12行")
        .withMessageContaining("2021-02-30");
  }

  @Test
  void emptyFileAndRubbishAreRefused() {
    refusedFile("", "读不懂");
    refusedFile("~\n", "是空的");
    refusedFile("departments: [", "读不懂");
  }

  private static void refused(String departments, String sentence) {
    refusedFile(Sample.with(departments), sentence);
  }

  private static void refusedFile(String yaml, String sentence) {
    assertThatExceptionOfType(DirectoryBroken.class)
        .isThrownBy(() -> Sample.load(yaml))
        .withMessageStartingWith("部门目录")
        .withMessageContaining(sentence);
  }
}
