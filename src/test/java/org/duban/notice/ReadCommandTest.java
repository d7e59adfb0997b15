package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

  private static final String LIST =
      "某区2021年民生实事清单\n\n十七、加快建设。\n治理面积0.30平方公里,新建公园100处。\n"
          + "完成时限:2021年6月底取得阶段性成效,长期坚持\n牵头部门:公安分局\n配合部门:财政金融局\n";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void draftIsPrintedInTheFormOfTheContract() throws IOException {
    int code = run(Files.writeString(folder.resolve("list.txt"), LIST));

    JsonNode draft = new ObjectMapper().readTree(out.toByteArray());
    assertThat(code).isEqualTo(1);
    assertThat(draft.fieldNames())
        .toIterable()
        .containsExactly("title", "year", "projects", "flags");
    JsonNode project = draft.at("/projects/0");
    assertThat(project.fieldNames())
        .toIterable()
        .containsExactly(
            "number",
            "ordinal",
            "title",
            "text",
            "line",
            "leads",
            "supports",
            "deadlinePhrase",
            "milestones",
            "commitments",
            "flags",
            "parents",
            "leaders",
            "places");
    assertThat(project.at("/milestones/0"))
        .hasToString(
            "{\"kind\":\"STAGE\",\"due\":\"2021-06-30\",\"phrase\":\"2021年6月底取得阶段性成效\",\"rule\":\"MONTH_END\",\"yearFrom\":\"PRINTED\"}");
    assertThat(project.at("/milestones/1"))
        .hasToString(
            "{\"kind\":\"ONGOING\",\"due\":null,\"phrase\":\"长期坚持\",\"rule\":\"WITHOUT_END\",\"yearFrom\":null}");
    assertThat(project.at("/commitments/0"))
        .hasToString(
            "{\"metric\":\"治理面积\",\"operator\":\"EQ\",\"target\":0.3,\"unit\":\"平方公里\",\"text\":\"治理面积0.30平方公里\"}");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"target\" : 100,");
    assertThat(draft.at("/flags/0").fieldNames())
        .toIterable()
        .containsExactly("code", "line", "message");
  }

  @Test
  void flagsGoToTheOtherStream() throws IOException {
    run(Files.writeString(folder.resolve("list.txt"), LIST));

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("第3行:缺少第1至16项。")
        .contains("NUMBER_GAP");
  }

  @Test
  void listWithoutFlagsGivesZero() throws IOException {
    assertThat(run(Files.writeString(folder.resolve("list.txt"), LIST.replace("十七", "一"))))
        .isZero();
    assertThat(err.size()).isZero();
  }

  @Test
  void refusedFilePrintsNoDraft() throws IOException {
    assertThat(run(Files.writeString(folder.resolve("empty.txt"), ""))).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("第1行:");
  }

  @Test
  void fileThatIsNotThereIsRefused() {
    assertThat(run(folder.resolve("none.txt"))).isEqualTo(2);
    assertThat(run(folder)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("没有文件");
  }

  private int run(Path file) {
    return new ReadCommand(new NoticeReader(PrintedDepartments.OF_THE_SAMPLE))
        .run(file, new PrintStream(out), new PrintStream(err));
  }
}
