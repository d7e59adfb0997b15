package org.duban.calendar;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * This node among those that run on the same database. It is there from its start until its end;
 * one that was killed is believed to run for a minute after it was last seen. All times are the
 * database's.
 */
final class Nodes {

  private static final String ALIVE = "seen_at > clock_timestamp() - interval '1 minute'";

  private record Node(String id, String zone) {}

  private final String id;
  private final ZoneId zone;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Nodes(String id, ZoneId zone, JdbcClient jdbc, TransactionTemplate transaction) {
    this.id = id;
    this.zone = zone;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * @throws ZonesDiffer when another running node counts in another zone; this one isn't among them
   *     then
   */
  void join() {
    transaction.executeWithoutResult(
        tx -> {
          // of two that start together the second sees the first
          jdbc.sql("lock table node in share row exclusive mode").update();
          others().forEach(this::agree);
          jdbc.sql("delete from node where seen_at < clock_timestamp() - interval '1 day'")
              .update();
          beat(null);
        });
  }

  private void agree(Node other) {
    if (!ZonePolicy.agree(zone, other.zone())) {
      throw new ZonesDiffer(
          "正在运行的节点 " + other.id() + " ",
          other.zone(),
          zone,
          "请把各节点的设置 duban.zone 改为一致；那个节点若已停止，一分钟后再启动。");
    }
  }

  private List<Node> others() {
    return jdbc.sql("select id, zone from node where id <> :id and " + ALIVE + " order by id")
        .param("id", id)
        .query(Node.class)
        .list();
  }

  /**
   * Still here.
   *
   * @param skew how far this node's clock is ahead of the database's, null when that isn't known
   */
  void beat(Duration skew) {
    jdbc.sql(
            """
            insert into node (id, zone, skew_ms) values (:id, :zone, :skew)
            on conflict (id) do update set seen_at = clock_timestamp(), skew_ms = excluded.skew_ms
            """)
        .param("id", id)
        .param("zone", zone.getId())
        .param("skew", skew == null ? null : skew.toMillis())
        .update();
  }

  /** The ids of all nodes that run, this one among them. */
  List<String> running() {
    return jdbc.sql("select id from node where " + ALIVE + " order by id")
        .query(String.class)
        .list();
  }

  void leave() {
    jdbc.sql("delete from node where id = :id").param("id", id).update();
  }
}
