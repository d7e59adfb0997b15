package org.duban.workflow.start;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Lays the tables of Camunda 7.24 with the scripts that come with it, as one step of the migration:
 * the engine itself never changes a table.
 */
@Component
class EngineTables implements JavaMigration {

  private static final String SCRIPTS =
      "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("10");
  }

  @Override
  public String getDescription() {
    return "camunda 7.24";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    for (String part :
        List.of(
            "engine",
            "identity",
            "history",
            "case.engine",
            "case.history",
            "decision.engine",
            "decision.history")) {
      ScriptUtils.executeSqlScript(
          context.getConnection(), new ClassPathResource(SCRIPTS.formatted(part)));
    }
  }
}
