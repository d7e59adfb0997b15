package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's traps that a setting closes, as the running engine has them. */
@DubanTest
class EngineSettingsTest {

  @Autowired ProcessEngineConfigurationImpl engine;
  @Autowired CamundaBpmProperties settings;
  @Autowired DataSource dataSource;
  @Autowired TestPeople people;

  @Test
  void engineChecksRightsAndTenants() {
    assertThat(engine.isAuthorizationEnabled()).isTrue();
    assertThat(engine.isTenantCheckEnabled()).isTrue();
  }

  @Test
  void engineEvaluatesNoExpressionsOfQueries() {
    assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
  }

  @Test
  void passwordXIsNotAccepted() {
    assertThat(engine.isEnablePasswordPolicy()).isTrue();
    var user = engine.getIdentityService().newUser("careless");
    user.setPassword("x");
    assertThatThrownBy(() -> engine.getIdentityService().saveUser(user))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void enginesOwnLockShutsNobodyOut() {
    String user = people.newIn("leader");
    for (int i = 0; i < 30; i++) {
      assertThat(engine.getIdentityService().checkPassword(user, "wrong")).isFalse();
    }
    assertThat(engine.getIdentityService().checkPassword(user, TestPeople.PASSWORD)).isTrue();
  }

  @Test
  void failedJobIsTriedAgainMoreThanAnHour() {
    assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT5M,PT15M,PT1H");
    assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(5);
  }

  @Test
  void historyCleanupHasAWindow() {
    assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
    assertThat(engine.getHistoryCleanupBatchWindowStartTimeAsDate()).isNotNull();
  }

  @Test
  void queriesAreBounded() {
    assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
  }

  @Test
  void engineChangesNoTables() {
    assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
  }

  @Test
  void webappsAskWithEachRequestWhoTheCallerIs() {
    var cache = settings.getWebapp().getAuth().getCache();
    assertThat(cache.isTtlEnabled()).isTrue();
    assertThat(cache.getTimeToLive()).isZero();
  }

  @Test
  void deadDatabaseServerHoldsNoThreadForEver() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
    }
    assertThat(dataSource.unwrap(HikariDataSource.class).getDataSourceProperties())
        .containsEntry("connectTimeout", "5")
        .containsEntry("tcpKeepAlive", "true");
  }
}
