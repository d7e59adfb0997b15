package org.duban.notice.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duban.notice.NoticeRefused;
import org.junit.jupiter.api.Test;

class PageTextTest {

  @Test
  void blocksAndBreaksBecomeLinesAndScriptsVanish() {
    String html =
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>"
            + "<script>var a='一、';</script><p>一、甲。</p><p>牵头部门:<b>财政局</b><br>配合部门:教育局</p></body></html>";

    assertThat(PageText.isPage(html)).isTrue();
    assertThat(PageText.of(html).strip()).isEqualTo("一、甲。\n牵头部门:财政局\n配合部门:教育局");
  }

  @Test
  void lineBreakInTheSourceDoesNotBreakASentence() {
    assertThat(PageText.of("<p>新建食堂\n      5家</p>").strip()).isEqualTo("新建食堂5家");
    assertThat(PageText.of("<p>open the\n door</p>").strip()).isEqualTo("open the door");
    assertThat(PageText.of("<pre>一、甲\n二、乙</pre>").strip()).isEqualTo("一、甲\n二、乙");
  }

  @Test
  void cellsOfARowStayInOneLine() {
    assertThat(PageText.of("<table><tr><td>牵头部门</td><td>财政局</td></tr></table>").strip())
        .isEqualTo("| 牵头部门 | 财政局 |");
  }

  @Test
  void mergedCellsRepeatTheirValueInEveryRowAndColumn() {
    String html =
        "<table><tr><td colspan=3>2021年任务分解表</td></tr>"
            + "<tr><th>序号</th><th>任务</th><th>责任单位</th></tr>"
            + "<tr><td rowspan='2'>1</td><td>甲</td><td>财政局、<br>教育局</td></tr>"
            + "<tr><td colspan='2'>乙|丙<p>丁</p></td></tr>"
            + "<tr><td>2</td><td></td><td rowspan=0>公安局</td></tr><tr><td>3</td></tr></table>";

    assertThat(PageText.of(html).strip().lines())
        .containsExactly(
            "2021年任务分解表",
            "| 序号 | 任务 | 责任单位 |",
            "| 1 | 甲 | 财政局、教育局 |",
            "| 1 | 乙｜丙 / 丁 | 乙｜丙 / 丁 |",
            "| 2 |  | 公安局 |",
            "| 3 |  | 公安局 |");
  }

  @Test
  void tableThatOnlyArrangesThePageIsNoTable() {
    String article = "<p>一、甲。</p><p>牵头部门:财政局</p>";

    assertThat(PageText.of("<table><tr><td>" + article + "</td></tr></table>").strip())
        .isEqualTo("一、甲。\n牵头部门:财政局");
    assertThat(
            PageText.of(
                    "<table><tr><td>首页</td><td><table><tr><td>1</td><td>甲</td></tr></table>尾</td></tr></table>")
                .strip())
        .isEqualTo("首页\n| 1 | 甲 |\n尾");
    assertThat(
            PageText.of("<table><tr><td>首页</td><td>" + article.repeat(20) + "</td></tr></table>")
                .lines())
        .hasSize(41)
        .contains("牵头部门:财政局");
  }

  @Test
  void spansBeyondAnyListAreRefused() {
    assertThatThrownBy(() -> PageText.of("<table><tr><td colspan=99999>甲<td>乙</table>"))
        .isInstanceOf(NoticeRefused.class)
        .hasMessageContaining("列");
  }

  @Test
  void plainTextWithASmallerSignIsNoPage() {
    assertThat(PageText.isPage("浓度 < 45 微克")).isFalse();
    assertThat(PageText.isPage("首页 > 新闻")).isFalse();
  }
}
