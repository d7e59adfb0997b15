package org.duban.calendar;

import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the JVM and the database count in the node's zone.
 *
 * <p>The driver tells the database the JVM's zone with each connection, and that zone governs every
 * date in our SQL: something between them that drops it, such as a pooler, is found here. A zone
 * that somebody set for this database or its user is another decision than ours. The server's own
 * default governs nothing that we or the engine store, so it may differ.
 */
final class ZoneCheck {

  private static final String REMEDY = "请把设置 duban.zone 与它改为一致后重新启动。";

  private final JdbcClient jdbc;
  private final ZoneId zone;

  ZoneCheck(JdbcClient jdbc, ZoneId zone) {
    this.jdbc = jdbc;
    this.zone = zone;
  }

  /**
   * @throws ZonesDiffer when one of them does
   */
  void check() {
    agree("本节点的 Java 虚拟机", TimeZone.getDefault().getID());
    agree("数据库会话", sessionZone());
    zonesSetForThisDatabase().forEach(set -> agree("数据库（ALTER DATABASE 或 ALTER ROLE 所设）", set));
  }

  String sessionZone() {
    return jdbc.sql("show timezone").query(String.class).single();
  }

  private List<String> zonesSetForThisDatabase() {
    return jdbc.sql(
            """
            select split_part(setting, '=', 2)
            from pg_db_role_setting s cross join unnest(s.setconfig) setting
            where lower(setting) like 'timezone=%'
              and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
              and s.setrole in (0, (select oid from pg_roles where rolname = current_user))
            """)
        .query(String.class)
        .list();
  }

  private void agree(String who, String theirs) {
    if (!ZonePolicy.agree(zone, theirs)) {
      throw new ZonesDiffer(who, theirs, zone, REMEDY);
    }
  }
}
