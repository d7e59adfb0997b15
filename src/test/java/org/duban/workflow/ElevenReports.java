package org.duban.workflow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Eleven items whose reports wait for the sign-off of czjr; the last says that it isn't done. */
public final class ElevenReports {

  private static final List<String> NUMBERS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一");

  private ElevenReports() {}

  public static void waitIn(Office office) {
    office.openOn("2021-05-20 08:30");
    office.dispatch(
        "济宁高新区2021年度重点民生项目清单\n\n"
            + NUMBERS.stream().map(ElevenReports::item).collect(Collectors.joining("\n")));
    List<String> reports =
        office.tasksOf("scjg").stream()
            .filter(task -> task.getTaskDefinitionKey().equals("Activity_FileProgressReport"))
            .map(task -> task.getName() + "|" + task.getId())
            .toList();
    IntStream.range(0, NUMBERS.size())
        .forEach(i -> report(office, reports, NUMBERS.get(i), i == NUMBERS.size() - 1));
  }

  private static String item(String number) {
    return number
        + "、建设放心消费药店第"
        + number
        + "批。\n\n新建放心消费示范药店5家。\n\n完成时限:2021年6月底\n\n牵头部门:市场监督管理局\n\n配合部门:财政金融局\n";
  }

  private static void report(Office office, List<String> reports, String number, boolean halfDone) {
    String id =
        reports.stream()
            .filter(one -> one.contains("：" + number + "、"))
            .map(one -> one.substring(one.indexOf('|') + 1))
            .findFirst()
            .orElseThrow();
    office.tasksOf("scjg").stream()
        .filter(task -> task.getId().equals(id))
        .forEach(
            task ->
                office.complete(
                    "scjg",
                    task,
                    Map.of(
                        "narrative",
                        halfDone ? "建成3家。" : "5家药店全部建成并授牌。",
                        "percent",
                        halfDone ? 60 : 100,
                        "actuals",
                        halfDone ? "{\"1\": 3}" : "{\"1\": 5}")));
  }
}
