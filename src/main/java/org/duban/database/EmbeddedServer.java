package org.duban.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own. Its data stays in the given folder across restarts, and one
 * program at a time may hold that folder.
 *
 * <p>It registers no shutdown hook: whoever started it closes it, after everything that still talks
 * to it.
 */
class EmbeddedServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

  private final EmbeddedPostgres postgres;
  private final FileChannel lockFile;

  private EmbeddedServer(EmbeddedPostgres postgres, FileChannel lockFile) {
    this.postgres = postgres;
    this.lockFile = lockFile;
  }

  /**
   * @throws DataFolderInUse when another running program holds the folder
   */
  static EmbeddedServer startIn(Path dataFolder) {
    try {
      Path folder = dataFolder.toAbsolutePath().normalize();
      Files.createDirectories(folder.getParent());
      FileChannel lockFile = hold(folder);
      endOrphan(folder.resolve("postmaster.pid"));
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("encoding", "UTF8")
              .setServerConfig("max_connections", "100")
              .start();
      log.info("Embedded PostgreSQL on port {}, data in {}", postgres.getPort(), folder);
      return new EmbeddedServer(postgres, lockFile);
    } catch (IOException e) {
      throw new UncheckedIOException("The embedded PostgreSQL could not start in " + dataFolder, e);
    }
  }

  private static FileChannel hold(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolveSibling(folder.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new DataFolderInUse(folder);
    }
    return channel;
  }

  /** A killed program leaves its server running; we hold the lock, so nobody uses it any more. */
  private static void endOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
    ProcessHandle.of(pid)
        .filter(process -> process.info().command().orElse("").contains("postgres"))
        .ifPresent(
            orphan -> {
              log.info("Ending the PostgreSQL server (pid {}) that a killed program left", pid);
              orphan.destroy();
              orphan.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            });
    Files.deleteIfExists(pidFile);
  }

  /** Creates the database if this server doesn't have it yet. */
  String urlOf(String database) {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + database + "'");
      if (!found.next()) {
        statement.execute("create database \"" + database + "\"");
      }
      return postgres.getJdbcUrl("postgres", database);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("No database " + database + " on the embedded server", e);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    lockFile.close();
  }
}
