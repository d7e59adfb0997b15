package org.duban.calendar;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** This node's place among the others, and its clock beside the database's. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

  @Bean
  ZoneCheck zoneCheck(JdbcClient jdbc, Clock clock) {
    return new ZoneCheck(jdbc, clock.getZone());
  }

  @Bean
  Nodes nodes(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
    return new Nodes(name(), clock.getZone(), jdbc, transaction);
  }

  /** The host's name, and something that tells two programs on it apart. */
  private static String name() {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    try {
      return InetAddress.getLocalHost().getHostName() + "-" + unique;
    } catch (UnknownHostException e) {
      return "node-" + unique;
    }
  }

  @Bean
  @Profile("!demo & !test")
  ClockComparison clockComparison(
      Clock clock, JdbcClient jdbc, @Value("${duban.clock.max-skew}") Duration most) {
    Supplier<Instant> database =
        () -> jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    return new ClockComparison(clock, database, new SkewPolicy(most));
  }

  @Bean
  NodeWatch nodeWatch(
      ZoneCheck zones,
      Nodes nodes,
      Optional<ClockComparison> comparison,
      ApplicationEventPublisher events) {
    return new NodeWatch(zones, nodes, comparison, events);
  }

  @Bean
  ClockHealth clockHealthIndicator(
      Clock clock, ZoneCheck zones, Nodes nodes, Optional<ClockComparison> comparison) {
    return new ClockHealth(clock, zones, nodes, comparison);
  }
}
