package org.duban.notice.quantity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word after a number: what is counted, or why nothing is. */
record Unit(String printed, Kind kind) {

  enum Kind {
    /** Things, people, measures, money. */
    COUNT,
    /** A part of something, or a multiple of it. */
    RATIO,
    /** Kinds of things (种, 类): they sort what is promised, and seldom are it. */
    SORT,
    /** A span of time: promised only where the text binds it (压缩至3个工作日). */
    SPAN,
    /** Dates, ages, grades, versions: never a promise. */
    NAME
  }

  private static final String COUNTS =
      "微克/立方米 毫克/升 平方公里 平方千米 平方米 立方米 延米 公里 千米 公顷 万千瓦时 千瓦时 万千瓦 兆瓦时 兆瓦 千瓦 人次 人 名 户 个 家 处 所 座 条 口 张 套 场 件 项 次 路 台"
          + " 辆 部 支 只 盏 株 棵 对 批次 元 吨 公斤 千克 亩 米 间 栋 幢 门 篇 本 册 份 宗 起 例 床 位 片 面 块 根 眼 艘 架 组 队 趟 班次 班 单 笔 枚 顶"
          + " 站 县 镇 乡 村 街道 社区 校 学位 床位 车位 泊位 岗位 岗 企业 标方 立方 升 头 羽 辆次 车次 课时 卷 部次 场次 件次 户次 家次 万步 节 集 段 桶 杆"
          + " 盘 孔 樘 副 把 副 尾 匹 吨公里 标箱 箱 瓶 袋 款 幅 首 台次 台套";
  private static final String RATIOS = "个百分点 百分点 % ‰ 倍";
  private static final String SORTS = "种 类 大类 个种类 个门类 个类别";
  private static final String SPANS = "个工作日 工作日 个月 个小时 小时 分钟 秒 天 周 日 个季度 个学期";
  private static final String NAMES =
      "千伏 伏 赫兹 年 月 月份 号 时 点 周年 周岁 岁 级 期 届 版 代 度 大 号线 号楼 楼 层 后 个年 热线 平台 专线 政务 便民 电话 时段 世纪 年代 等奖 星级 线 式 维 分 刻 折";

  private static final List<Unit> LONGEST_FIRST =
      Stream.of(
              units(COUNTS, Kind.COUNT),
              units(RATIOS, Kind.RATIO),
              units(SORTS, Kind.SORT),
              units(SPANS, Kind.SPAN),
              units(NAMES, Kind.NAME))
          .flatMap(units -> units)
          .sorted(Comparator.comparingInt((Unit unit) -> -unit.printed.length()))
          .toList();

  private static Stream<Unit> units(String words, Kind kind) {
    return Stream.of(words.split(" ")).map(word -> new Unit(word, kind));
  }

  /** The unit that stands at a place of a half-width text. */
  static Optional<Unit> at(String text, int place) {
    return LONGEST_FIRST.stream().filter(unit -> text.startsWith(unit.printed, place)).findFirst();
  }

  /** Counts of one sign, as a character class. */
  static String singleSignCounts() {
    return LONGEST_FIRST.stream()
        .filter(unit -> unit.kind == Kind.COUNT && unit.printed.length() == 1)
        .map(Unit::printed)
        .collect(Collectors.joining("", "[", "]"));
  }
}
