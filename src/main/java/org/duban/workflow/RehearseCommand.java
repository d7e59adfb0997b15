package org.duban.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.directory.DirectoryBroken;
import org.duban.notice.Draft;
import org.duban.notice.Flag;
import org.duban.notice.NoticeReader;
import org.duban.notice.NoticeRefused;
import org.duban.oversight.Forecast;
import org.duban.oversight.ForecastTable;
import org.duban.oversight.Forecasts;
import org.duban.programme.DraftNotRegistrable;
import org.duban.programme.NoticeReading;
import org.duban.workflow.rehearsal.Rehearsal;
import org.duban.workflow.rehearsal.RehearsalOrder;
import org.duban.workflow.rehearsal.RehearsalPeriod;
import org.duban.workflow.rehearsal.RehearsalRefused;
import org.duban.workflow.rehearsal.ThrowAwayProgram;

/**
 * The command {@code rehearse}: shows a list's year before anything is sent out. Both streams get
 * UTF-8, whatever the terminal's own encoding.
 */
public final class RehearseCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 2;

  /** What {@code --json} prints. */
  record Rehearsed(LocalDate from, LocalDate to, boolean everyoneActs, Forecast forecast) {}

  private final Class<?> application;

  /**
   * @param application the class that starts the program
   */
  public RehearseCommand(Class<?> application) {
    this.application = application;
  }

  /**
   * Prints the year on {@code out}; whatever keeps it from being held, on {@code err}.
   *
   * @param arguments what follows the command's name
   * @return the exit code: 0 done, 2 refused
   */
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      rehearse(RehearsalOrder.of(arguments)).forEach(line -> print(out, line));
      return DONE;
    } catch (DraftNotRegistrable refused) {
      print(err, refused.getMessage());
      refused.flags().forEach(flag -> print(err, lineOf(flag)));
    } catch (NoticeRefused refused) {
      refused.flags().forEach(flag -> print(err, lineOf(flag)));
    } catch (RehearsalRefused | DirectoryBroken refused) {
      print(err, refused.getMessage());
    } catch (RuntimeException failed) {
      print(err, "未能预演：" + failed.getMessage());
    }
    return REFUSED;
  }

  private List<String> rehearse(RehearsalOrder order) {
    Directory directory = directory(order.directory());
    Draft draft = new NoticeReader(NoticeReading.names(directory)).read(content(order.file()));
    DraftNotRegistrable.check(draft);
    RehearsalPeriod period = RehearsalPeriod.of(order, draft, WorkingCalendar.load());
    try (var program = ThrowAwayProgram.start(application, order.directory(), period.from())) {
      String programme = program.get(Rehearsal.class).run(draft, period.to(), order.nobodyActs());
      Forecast forecast = program.get(Forecasts.class).of(programme);
      return order.json()
          ? List.of(
              json(
                  program.get(ObjectMapper.class),
                  new Rehearsed(period.from(), period.to(), !order.nobodyActs(), forecast)))
          : ForecastTable.lines(forecast, directory);
    }
  }

  private Directory directory(Path given) {
    if (given != null && !Files.isRegularFile(given)) {
      throw new RehearsalRefused("没有部门目录文件 " + given + "。");
    }
    try (InputStream yaml =
        given == null
            ? application.getResourceAsStream("/config/directory.yml")
            : Files.newInputStream(given)) {
      return Directory.load(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException("无法读取部门目录。", e);
    }
  }

  private static byte[] content(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new RehearsalRefused("没有文件 " + file + "。");
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(NoticeReader.LARGEST + 1);
    } catch (IOException e) {
      throw new RehearsalRefused("无法读取文件 " + file + "。");
    }
  }

  private static String json(ObjectMapper mapper, Rehearsed rehearsed) {
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(rehearsed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String lineOf(Flag flag) {
    return flag.message() + " [" + flag.code() + "]";
  }

  private static void print(PrintStream stream, String line) {
    byte[] bytes = (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    stream.write(bytes, 0, bytes.length);
    stream.flush();
  }
}
