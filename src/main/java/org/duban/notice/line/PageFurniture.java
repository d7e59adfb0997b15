package org.duban.notice.line;

import java.util.regex.Pattern;

/** Lines that belong to the page and not to the list printed on it. */
public final class PageFurniture {

  private static final int LONGEST = 120;

  private static final Pattern NUMBER_ALONE =
      Pattern.compile(
          "[-—–\\s]{0,4}(?:第\\s?)?\\d{1,5}(?:\\s?页)?(?:\\s?/\\s?\\d{1,5})?[-—–\\s]{0,4}");

  private static final Pattern KNOWN =
      Pattern.compile(
          "[【\\[(\\s]{0,3}(?:上一(?:篇|条|页|则)|下一(?:篇|条|页|则)|网友(?:留言|评论)|抄送\\s?:|主送\\s?:|此件(?:主动|依申请|可)?公开|验证码|文明上网"
              + "|相关(?:阅读|链接|新闻|文章|信息)|责任编辑|编辑\\s?:|来源\\s?:|分享(?:到|至|:)|扫一扫|打印|关闭(?:窗口|本页)"
              + "|版权(?:所有|声明)|网站(?:地图|标识码|首页)|点击(?:量|数|次数)?\\s?:|浏览(?:量|次数)?\\s?:|阅读(?:量|次数)?\\s?:"
              + "|当前位置|您(?:的|现在的|所在的)?位置|返回(?:顶部|首页|列表)|发布(?:时间|日期|机构)|信息来源|字体|字号|【字体)"
              + "|.{0,40}(?:ICP备|公网安备)");

  private PageFurniture() {}

  public static boolean is(Line line) {
    if (line.text().length() > LONGEST) {
      return false;
    }
    String half = HalfWidth.of(line.text());
    return NUMBER_ALONE.matcher(half).matches() || KNOWN.matcher(half).lookingAt();
  }

  public static boolean isPageNumber(String text) {
    return text.length() <= LONGEST && NUMBER_ALONE.matcher(HalfWidth.of(text)).matches();
  }

  /** After the last item such a line says that the page's own foot begins. */
  public static boolean beginsFoot(Line line) {
    return is(line) && !NUMBER_ALONE.matcher(HalfWidth.of(line.text())).matches();
  }
}
