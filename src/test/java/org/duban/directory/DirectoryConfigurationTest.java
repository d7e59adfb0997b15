package org.duban.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DirectoryConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(DirectoryConfiguration.class);

  @Test
  void directoryThatComesAlongIsTheDefault() {
    application.run(
        context ->
            assertThat(context.getBean(Directory.class).publisher())
                .isEqualTo(new Publisher("jngxq", "济宁高新区")));
  }

  @Test
  void officeNamesADirectoryOfItsOwn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yml");
    Files.writeString(file, Sample.with(Sample.department("a", "甲局", "")));
    application
        .withPropertyValues("duban.directory=file:" + file)
        .run(
            context ->
                assertThat(context.getBean(Directory.class).publisher().name()).isEqualTo("某区"));
  }

  @Test
  void brokenDirectoryEndsTheStartWithTheSentence(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.yml");
    Files.writeString(file, Sample.with(Sample.department("a", "甲局", "parent: x")));
    application
        .withPropertyValues("duban.directory=file:" + file)
        .run(
            context ->
                assertThat(
                        new DirectoryRefused()
                            .analyze(context.getStartupFailure())
                            .getDescription())
                    .isEqualTo("部门目录有误。部门“甲局”(a):上级 x 不在目录中。"));
  }
}
