package org.duban.notice;

import java.util.List;
import java.util.Set;
import org.duban.notice.line.HalfWidth;

/** A directory of exactly the names that the sample prints. */
public record PrintedDepartments(Set<String> names) implements KnownNames {

  public static final PrintedDepartments OF_THE_SAMPLE =
      new PrintedDepartments(
          Set.of(
              "党政办公室",
              "党政办公室(宣传)",
              "党政办公室(政法)",
              "税务局",
              "发展软环境保障局",
              "发展软环境保障局(城乡统筹发展)",
              "财政金融局",
              "党工委组织部(人力资源部)",
              "市场监督管理局",
              "各街道",
              "生态环境分局",
              "城乡建设和交通局",
              "城乡建设和交通局(交通)",
              "经济发展局",
              "自然资源和规划分局",
              "应急管理局",
              "综合行政执法局",
              "公安分局",
              "济宁高新控股集团",
              "行政审批服务局",
              "总工会",
              "消防救援大队",
              "科技创新局",
              "各级各有关部门单位",
              "东城建设集团"));

  @Override
  public boolean knows(String printedName, int year) {
    return year == 2021 && names.contains(HalfWidth.of(printedName));
  }

  @Override
  public List<String> nearest(String printedName, int year) {
    return names.stream()
        .filter(name -> name.startsWith(printedName.substring(0, 1)))
        .sorted()
        .limit(3)
        .toList();
  }
}
