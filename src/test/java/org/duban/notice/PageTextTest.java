package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

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
        .isEqualTo("牵头部门\t财政局");
  }

  @Test
  void plainTextWithASmallerSignIsNoPage() {
    assertThat(PageText.isPage("浓度 < 45 微克")).isFalse();
    assertThat(PageText.isPage("首页 > 新闻")).isFalse();
  }
}
