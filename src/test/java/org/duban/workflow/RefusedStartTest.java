package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.duban.Duban;
import org.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts the program as in production, where it must not start. */
@DubanTest
class RefusedStartTest {

  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @Test
  void productionWithoutADatabaseIsRefusedInASentence() throws Exception {
    String output = outputOfRefusedStart();
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "没有指定数据库", "SPRING_DATASOURCE_URL")
        .doesNotContain("\tat ");
  }

  @Test
  void programWithoutAnAdministratorIsRefusedBeforeItsPortIsOpen() throws Exception {
    String url = newDatabase("nobody");
    String output = outputOfRefusedStart("--spring.datasource.url=" + url);
    assertThat(output)
        .contains("APPLICATION FAILED TO START", "系统还没有管理员", "duban.administrator.id")
        .doesNotContain("\tat ", "Tomcat started on port");
  }

  @Test
  void databaseOfAnotherZoneIsRefusedInASentence() throws Exception {
    String url = newDatabase("elsewhere");
    jdbc.sql("alter database elsewhere set timezone = 'America/New_York'").update();

    String output = outputOfRefusedStart("--spring.datasource.url=" + url);

    assertThat(output)
        .contains("APPLICATION FAILED TO START", "时区不一致", "America/New_York", "Asia/Shanghai")
        .doesNotContain("\tat ", "Tomcat started on port");
  }

  private String newDatabase(String name) throws SQLException {
    jdbc.sql("create database " + name).update();
    try (var connection = dataSource.getConnection()) {
      return connection
          .getMetaData()
          .getURL()
          .replaceFirst("/[^/]+$", "/" + name + "?user=postgres");
    }
  }

  private String outputOfRefusedStart(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Duban.class.getName());
    command.add("--server.port=0");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
    File kept = folder.resolve("output.txt").toFile();
    Process process = builder.redirectOutput(kept).start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(1);
    return Files.readString(kept.toPath(), StandardCharsets.UTF_8);
  }
}
