package org.duban.security;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to sign in, on record. */
@Repository
class SignIns {

  private static final int LONGEST_USER = 100;

  private final JdbcClient jdbc;

  SignIns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String user, String address, SignInOutcome outcome, Instant at) {
    jdbc.sql("insert into sign_in (user_id, address, outcome, at) values (?, ?, ?, ?)")
        .params(asKept(user), address, outcome.name(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Newest first, without the throttled ones, as many as the throttle needs to know. */
  List<SignInAttempt> of(String user, String address, Instant since) {
    return jdbc.sql(
            """
            select outcome, at from sign_in
            where user_id = ? and address = ? and at > ? and outcome <> 'THROTTLED'
            order by at desc, id desc limit ?
            """)
        .params(asKept(user), address, since.atOffset(ZoneOffset.UTC), ThrottlePolicy.TRIES)
        .query(
            (row, n) ->
                new SignInAttempt(
                    SignInOutcome.valueOf(row.getString("outcome")),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  int failuresAt(String address, Instant since) {
    return jdbc.sql(
            "select count(*) from sign_in where address = ? and at > ? and outcome = 'REFUSED'")
        .params(address, since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  boolean succeeded(String user, String address, Instant since) {
    return jdbc.sql(
            """
            select exists (select 1 from sign_in
                           where user_id = ? and address = ? and at > ? and outcome = 'SUCCEEDED')
            """)
        .params(asKept(user), address, since.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private static String asKept(String user) {
    String printable = user.replaceAll("\\p{Cntrl}", "\uFFFD");
    return printable.length() > LONGEST_USER ? printable.substring(0, LONGEST_USER) : printable;
  }
}
