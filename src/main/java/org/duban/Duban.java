package org.duban;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.notice.NoticeReader;
import org.duban.notice.ReadCommand;
import org.duban.programme.NoticeReading;
import org.duban.workflow.RehearseCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Starts the server, or answers one of the commands that serve nobody. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Duban {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("read")) {
      System.exit(read(args));
    }
    if (args.length > 0 && args[0].equals("rehearse")) {
      List<String> order = List.of(args).subList(1, args.length);
      System.exit(new RehearseCommand(Duban.class).run(order, System.out, System.err));
    }
    SpringApplication.run(Duban.class, args);
  }

  private static int read(String[] args) {
    if (args.length != 2) {
      System.err.println("用法：java -jar duban.jar read FILE");
      return 2;
    }
    withoutLog();
    try (InputStream directory = Duban.class.getResourceAsStream("/config/directory.yml")) {
      NoticeReader reader = new NoticeReader(NoticeReading.names(Directory.load(directory)));
      return new ReadCommand(reader).run(Path.of(args[1]), System.out, System.err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The output of a command is its answer alone, whatever a library has to say of a file. */
  private static void withoutLog() {
    LoggingSystem.get(Duban.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
  }
}
