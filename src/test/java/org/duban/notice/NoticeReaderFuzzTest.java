package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * The bytes of a list, changed by a fuzzer that follows which code they reach: {@code JAZZER_FUZZ=1
 * mvn test -Dtest=NoticeReaderFuzzTest}. Without it the inputs kept beside this test are read,
 * those of earlier findings too.
 */
class NoticeReaderFuzzTest {

  private final NoticeReader reader = new NoticeReader(PrintedDepartments.OF_THE_SAMPLE);

  @FuzzTest(maxDuration = "10m")
  void textIsReadOrRefused(byte[] content) {
    try {
      Draft draft = reader.read(content);
      assertSentences(draft.flags());
      draft.projects().forEach(project -> assertSentences(project.flags()));
    } catch (NoticeRefused refused) {
      assertThat(refused.flags()).isNotEmpty();
      assertSentences(refused.flags());
    }
  }

  private static void assertSentences(List<Flag> flags) {
    for (Flag flag : flags) {
      if (flag.line() < 1 || !flag.message().matches("(?s)[^:]{2,80}:.+")) {
        throw new AssertionError(flag.toString());
      }
    }
  }
}
