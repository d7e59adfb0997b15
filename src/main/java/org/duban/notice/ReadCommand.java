package org.duban.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command {@code read FILE}. Both streams get UTF-8, whatever the terminal's own encoding. */
public class ReadCommand {

  private static final int READ = 0;
  private static final int READ_WITH_FLAGS = 1;
  private static final int REFUSED = 2;

  private final NoticeReader reader;
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
          .build();

  public ReadCommand(NoticeReader reader) {
    this.reader = reader;
  }

  /**
   * Prints the draft as JSON on {@code out} and its flags on {@code err}.
   *
   * @return the exit code: 0 read, 1 read with flags, 2 refused
   */
  public int run(Path file, PrintStream out, PrintStream err) {
    if (!Files.isRegularFile(file)) {
      print(err, "没有文件 " + file + "。");
      return REFUSED;
    }
    try {
      Draft draft = reader.read(contentOf(file));
      print(out, json.writeValueAsString(draft));
      List<Flag> flags = flagsOf(draft);
      flags.forEach(flag -> print(err, lineOf(flag)));
      return flags.isEmpty() ? READ : READ_WITH_FLAGS;
    } catch (NoticeRefused refused) {
      refused.flags().forEach(flag -> print(err, lineOf(flag)));
      return REFUSED;
    } catch (IOException unreadable) {
      print(err, "无法读取文件 " + file + "。");
      return REFUSED;
    }
  }

  private static byte[] contentOf(Path file) throws IOException {
    if (Files.size(file) > NoticeReader.LARGEST) {
      throw NoticeReader.tooLarge(Files.size(file));
    }
    return Files.readAllBytes(file);
  }

  private static List<Flag> flagsOf(Draft draft) {
    return Stream.concat(
            draft.flags().stream(),
            draft.projects().stream().flatMap(project -> project.flags().stream()))
        .toList();
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
