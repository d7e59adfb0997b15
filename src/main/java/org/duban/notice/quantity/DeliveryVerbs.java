package org.duban.notice.quantity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verbs by which a list says that something will be there afterwards. */
final class DeliveryVerbs {

  static final String ANY =
      "(?:新建成|新开工|新开通|新增加|新打造|新成立|新建|新增|新设|新招|新改|改建|扩建|续建|迁建|共建|建成|建设|建立|建好|创建|筹建|打造"
          + "|培育|培养|改造|提升|完成|开展|举办|组织|设立|开设|设置|增设|增加|开工|竣工|交付|治理|修复|修缮|打通|疏通|安装|加装|配置|配备|配发|派发|赠送|聘请|聘用|购置|添置"
          + "|发放|发展|培训|救助|帮扶|资助|推出|推广|引进|招聘|招引|提供|整治|升级|更新|更换|拓宽|铺设|种植|栽植|绿化|实施|办好|办结|受理|解决|化解"
          + "|排查|整理|检查|抽检|检测|筛查|走访|服务|慰问|投放|投入|投用|开通|优化|调整|新辟|评选|选派|选聘|招录|认定|签约|演出|放映|创作|接入|覆盖|接种|体检|购买|缴纳|代缴|减免|维修|维护|养护|配送"
          + "|启动|推进|盘活|收储|供应|筹集|分配|回迁|安置|搬迁|拆除|清理|压减|减少|降低|提高|增长|达到|实现)";

  /** A verb that makes the set before it the thing worked on: 对6座公厕进行改造. */
  static final Pattern LIGHT = Pattern.compile("进行|开展|实施|予以|给予|加以|实行|完成|落实|组织");

  private static final Pattern VERB = Pattern.compile(ANY);
  private static final Pattern RUN = Pattern.compile("(?:" + ANY + "){1,3}");
  private static final Pattern AT_END =
      Pattern.compile(ANY + "(?:了|出|好)?(?:不少于|不低于|不超过|至少|超过|约|近|各)?$");
  private static final Pattern NOTHING_BUT = Pattern.compile("(?:" + ANY + "|并|和|及|、|任务|工作)+");
  private static final int LONGEST_VERB_END = 12;
  private static final int LONGEST_BARE = 12;

  private DeliveryVerbs() {}

  static boolean in(String text) {
    return VERB.matcher(text).find();
  }

  static boolean endsWithOne(String text) {
    return AT_END.matcher(text.substring(Math.max(0, text.length() - LONGEST_VERB_END))).find();
  }

  /** Where the last verb begins, with those right before it (竣工交付); -1 when there is none. */
  static int startOfLastRun(String text) {
    Matcher run = RUN.matcher(text);
    int start = -1;
    while (run.find()) {
      start = run.start();
    }
    return start;
  }

  static boolean areAll(String text) {
    return text.length() <= LONGEST_BARE && NOTHING_BUT.matcher(text).matches();
  }
}
