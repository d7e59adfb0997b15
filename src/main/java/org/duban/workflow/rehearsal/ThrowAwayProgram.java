package org.duban.workflow.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The whole program on a database of its own in a temporary folder, in simulated time, without a
 * web server. Both are gone when it is closed, also when it is interrupted. Settings of the
 * environment that name a real database don't reach it, and no message leaves it.
 */
public final class ThrowAwayProgram implements AutoCloseable {

  private final Path folder;
  private final Thread interrupted = new Thread(this::end);
  private volatile ConfigurableApplicationContext context;

  private ThrowAwayProgram(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(interrupted);
  }

  /**
   * @param application the class that is started
   * @param directory null for the directory that comes along
   * @param day the day on whose morning the clock stands
   */
  public static ThrowAwayProgram start(Class<?> application, Path directory, LocalDate day) {
    ThrowAwayProgram program = new ThrowAwayProgram(temporaryFolder());
    try {
      SpringApplication spring = new SpringApplication(application);
      spring.setWebApplicationType(WebApplicationType.NONE);
      spring.setBannerMode(Banner.Mode.OFF);
      spring.setRegisterShutdownHook(false);
      program.context = spring.run(settings(program.folder, directory, day));
      return program;
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("duban-rehearsal");
    } catch (IOException e) {
      throw new UncheckedIOException("没有可用的临时目录。", e);
    }
  }

  private static String[] settings(Path folder, Path directory, LocalDate day) {
    List<String> settings =
        List.of(
            "--spring.profiles.active=demo",
            "--spring.datasource.url=none",
            "--spring.autoconfigure.exclude="
                + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "--logging.level.root=OFF",
            "--duban.demo.sample=false",
            "--duban.outbox.pause=P1000D",
            "--duban.data-dir=" + folder.resolve("postgres"),
            "--duban.clock.start=" + day + "T08:30",
            "--duban.directory="
                + (directory == null
                    ? "classpath:config/directory.yml"
                    : directory.toAbsolutePath().toUri()));
    return settings.toArray(String[]::new);
  }

  public <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(interrupted);
    end();
  }

  private void end() {
    if (context != null) {
      context.close();
    }
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("临时目录 " + folder + " 未能删除。", e);
    }
  }
}
