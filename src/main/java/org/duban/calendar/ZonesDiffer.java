package org.duban.calendar;

import java.time.ZoneId;

/**
 * The JVM, the database or another node counts in another zone than this node. The engine stores
 * due dates without a zone, so one of them would act hours early or late.
 */
public class ZonesDiffer extends RuntimeException {

  ZonesDiffer(String who, String theirs, ZoneId ours, String remedy) {
    super("时区不一致：" + who + "用的是 " + theirs + "，本节点用的是 " + ours + "，期限会早到或迟到，因此不启动。" + remedy);
  }
}
