package org.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** What is taken as evidence and what isn't, by the content of the file. */
class FileTypeTest {

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of("情况.doc", OldOfficeFiles.doc(), "application/msword"),
        Arguments.of("台账.xls", OldOfficeFiles.xls(), "application/vnd.ms-excel"),
        Arguments.of("汇报.ppt", OldOfficeFiles.ppt(false), "application/vnd.ms-powerpoint"),
        Arguments.of("情况.docx", Attachments.docx(), OfficeType.WORD),
        Arguments.of("台账.xlsx", Attachments.xlsx(), OfficeType.EXCEL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void officeFilesOldAndNewAreTaken(String name, byte[] file, String type) throws IOException {
    assertThat(typeOf(name, file)).contains(type);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void whatIsCutOffIsNot(String name, byte[] file, String type) throws IOException {
    for (int length : new int[] {file.length / 3, file.length / 2, file.length * 4 / 5}) {
      assertThat(typeOf(name, Arrays.copyOf(file, length))).as("%d bytes", length).isEmpty();
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("宏.doc", OldOfficeFiles.withStorage(OldOfficeFiles.doc(), "Macros")),
        Arguments.of("宏.xls", OldOfficeFiles.withStorage(OldOfficeFiles.xls(), "_VBA_PROJECT_CUR")),
        Arguments.of("宏表.xls", OldOfficeFiles.xlsWithMacroSheet()),
        Arguments.of("宏.ppt", OldOfficeFiles.ppt(true)),
        Arguments.of("密码.doc", OldOfficeFiles.encryptedDoc()),
        Arguments.of("密码.xls", OldOfficeFiles.encryptedXls()),
        Arguments.of("密码.ppt", OldOfficeFiles.encryptedPpt()),
        Arguments.of("密码.docx", OldOfficeFiles.encryptedDocx()),
        Arguments.of("表格.doc", OldOfficeFiles.xls()),
        Arguments.of("旧格式.docx", OldOfficeFiles.doc()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void macrosPasswordsAndWrongNamesAreRefused(String name, byte[] file) throws IOException {
    assertThat(typeOf(name, file)).isEmpty();
  }

  @Test
  void aSourceThatCannotBeReadIsNoFaultOfTheFile() {
    InputStreamSource broken =
        () -> {
          throw new IOException("disk");
        };

    assertThatThrownBy(() -> FileType.of(broken, FileName.of("情况.docx")))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
  }

  private static Optional<String> typeOf(String name, byte[] file) throws IOException {
    return FileType.of(new ByteArrayResource(file), FileName.of(name));
  }
}
