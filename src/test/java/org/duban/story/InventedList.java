package org.duban.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A short published list, as it stands or as a revision has it. */
record InventedList(List<Item> items) {

  private static final List<String> NUMBERS = List.of("一", "二", "三", "四", "五", "六");
  private static final List<String> TITLES =
      List.of("保障食品药品安全", "加快水利设施建设", "推行网上政务服务", "整修农村公路", "设立职工书屋", "植树造林");
  private static final List<String> TARGETS =
      List.of(
          "新建放心消费示范药店5家。",
          "治理水土流失面积3平方公里。",
          "新增自助服务终端8台。",
          "整修农村公路12公里。",
          "设立职工书屋4个。",
          "植树20000棵。");

  static final List<String> DEADLINES =
      List.of(
          "2021年6月底",
          "2021年6月底取得阶段性成效,12月底前完成",
          "2021年7月底",
          "2021年9月底",
          "长期坚持",
          "2021年6月底取得阶段性成效,长期坚持",
          "2021年8月底取得阶段性成效,10月底前完成");

  static final List<String> LEADS =
      List.of("市场监督管理局", "行政审批服务局", "财政金融局", "发展软环境保障局(城乡统筹发展)", "党政办公室(宣传)");
  static final List<String> SUPPORTS =
      List.of("财政金融局", "经济发展局", "发展软环境保障局", "科技创新局", "党政办公室(政法)", "总工会");

  /**
   * One item.
   *
   * @param ordinal from 1
   * @param deadline as it is printed
   */
  record Item(int ordinal, String deadline, List<String> leads, List<String> supports) {

    private String print() {
      return NUMBERS.get(ordinal - 1)
          + "、"
          + TITLES.get(ordinal - 1)
          + "。\n"
          + TARGETS.get(ordinal - 1)
          + "\n完成时限:"
          + deadline
          + "\n牵头部门:"
          + String.join("、", leads)
          + (supports.isEmpty() ? "" : "\n配合部门:" + String.join("、", supports))
          + "\n";
    }

    @Override
    public String toString() {
      return ordinal
          + ": "
          + deadline
          + ", 牵头 "
          + String.join("、", leads)
          + (supports.isEmpty() ? "" : ", 配合 " + String.join("、", supports));
    }
  }

  static final int MOST = NUMBERS.size();

  InventedList {
    items = items.stream().sorted(Comparator.comparing(Item::ordinal)).toList();
  }

  static InventedList by(Random chance) {
    int size = 1 + chance.nextInt(3);
    return new InventedList(
        IntStream.rangeClosed(1, size).mapToObj(ordinal -> item(ordinal, chance)).toList());
  }

  static Item item(int ordinal, Random chance) {
    List<String> leads = some(LEADS, 1 + chance.nextInt(5) / 3 + chance.nextInt(6) / 5, chance);
    List<String> supports = some(SUPPORTS, chance.nextInt(3), chance);
    if (chance.nextInt(12) == 0) {
      supports = new ArrayList<>(List.of("各街道"));
    }
    supports.removeAll(leads);
    return new Item(ordinal, DEADLINES.get(chance.nextInt(DEADLINES.size())), leads, supports);
  }

  static List<String> some(List<String> of, int many, Random chance) {
    List<String> all = new ArrayList<>(of);
    Collections.shuffle(all, chance);
    return new ArrayList<>(all.subList(0, many));
  }

  /** The list with one item changed, left out or added; the same where the words change nothing. */
  InventedList revised(String edit) {
    String[] words = edit.split(" ");
    if (words[0].equals("same")) {
      return this;
    }
    int ordinal = Integer.parseInt(words[1]);
    List<Item> others = new ArrayList<>(items);
    others.removeIf(item -> item.ordinal() == ordinal);
    if (words[0].equals("drop")) {
      return others.isEmpty() ? this : new InventedList(others);
    }
    if (words[0].equals("add")) {
      others.add(new Item(ordinal, words[2], names(words[3]), names(words[4])));
      return new InventedList(others);
    }
    items.stream()
        .filter(item -> item.ordinal() == ordinal)
        .map(
            item ->
                switch (words[0]) {
                  case "deadline" -> new Item(ordinal, words[2], item.leads(), item.supports());
                  case "leads" ->
                      new Item(ordinal, item.deadline(), names(words[2]), item.supports());
                  case "supports" ->
                      new Item(ordinal, item.deadline(), item.leads(), names(words[2]));
                  default -> throw new IllegalArgumentException(edit);
                })
        .forEach(others::add);
    return new InventedList(others);
  }

  static String named(List<String> names) {
    return names.isEmpty() ? "-" : String.join("、", names);
  }

  private static List<String> names(String word) {
    return word.equals("-") ? List.of() : List.of(word.split("、"));
  }

  String print() {
    return "济宁高新区2021年度重点民生项目清单\n\n"
        + items.stream().map(Item::print).collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return items.stream().map(Item::toString).collect(Collectors.joining("\n"));
  }
}
