package org.duban.workflow.rehearsal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param directory null for the directory that comes along
 * @param from the day on which the list is sent out; null for the first of its year
 * @param to the last day; null for as long as the list's last deadline can still escalate
 */
public record RehearsalOrder(
    Path file, Path directory, LocalDate from, LocalDate to, boolean nobodyActs, boolean json) {

  private static final String USAGE =
      "用法：java -jar duban.jar rehearse FILE [--directory D] [--from DATE] [--to DATE]"
          + " [--nobody-acts] [--json]";

  /**
   * @throws RehearsalRefused when an option is unknown or lacks its value, or the file is missing
   */
  public static RehearsalOrder of(List<String> arguments) {
    Path file = null;
    Path directory = null;
    LocalDate from = null;
    LocalDate to = null;
    boolean nobodyActs = false;
    boolean json = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "--directory" -> directory = Path.of(value(argument, rest));
        case "--from" -> from = date(argument, rest);
        case "--to" -> to = date(argument, rest);
        case "--nobody-acts" -> nobodyActs = true;
        case "--json" -> json = true;
        default -> {
          if (argument.startsWith("--") || file != null) {
            throw new RehearsalRefused("不认识参数 " + argument + "。" + USAGE);
          }
          file = Path.of(argument);
        }
      }
    }
    if (file == null) {
      throw new RehearsalRefused(USAGE);
    }
    return new RehearsalOrder(file, directory, from, to, nobodyActs, json);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new RehearsalRefused("参数 " + option + " 缺少取值。" + USAGE);
    }
    return rest.next();
  }

  private static LocalDate date(String option, Iterator<String> rest) {
    String value = value(option, rest);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new RehearsalRefused("参数 " + option + " 应为日期，例如 2021-05-20，收到的是“" + value + "”。");
    }
  }
}
