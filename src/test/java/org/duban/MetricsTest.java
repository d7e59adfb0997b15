package org.duban;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator's dashboard is drawn from. */
@DubanTest
class MetricsTest {

  private static final Path DASHBOARD = Path.of("config/grafana/duban.json");
  private static final Pattern METRIC = Pattern.compile("duban_[a-z_]+");

  @Autowired private Office office;
  @Autowired private List<MeterBinder> binders;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void threeMissJune() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    office.moveTo("2021-07-01 09:00");
  }

  @Test
  void lightsStatesAndWhatWaitsAreCounted() {
    jdbc.sql("update notification set state = 'QUEUED', created_at = '2021-07-01T08:00:00+08:00'")
        .update();
    long waiting = jdbc.sql("select count(*) from notification").query(Long.class).single();

    assertThat(scrape())
        .contains(
            "duban_milestones{light=\"RED\"} 3.0",
            "duban_milestones{light=\"GREEN\"} 21.0",
            "duban_milestones_state{state=\"REPORTING\"} 24.0",
            "duban_milestones_state{state=\"CLOSED\"} 0.0",
            "duban_outbox{state=\"QUEUED\"} " + (double) waiting,
            "duban_outbox{state=\"DEAD\"} 0.0",
            "duban_outbox_age_seconds 3600.0",
            "duban_jobs_due 0.0",
            "duban_jobs_age_seconds 0.0",
            "duban_incidents 0.0");
    assertThat(waiting).isPositive();
  }

  @Test
  void theDashboardNamesNothingThatIsNotThere() throws IOException {
    String scrape = scrape();
    List<String> named =
        METRIC
            .matcher(Files.readString(DASHBOARD))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();

    assertThat(named)
        .hasSize(7)
        .allSatisfy(metric -> assertThat(scrape).containsPattern("\n" + metric + "[ {]"));
  }

  private String scrape() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    binders.stream()
        .filter(binder -> binder.getClass().getPackageName().startsWith("org.duban"))
        .forEach(binder -> binder.bindTo(registry));
    return registry.scrape();
  }
}
