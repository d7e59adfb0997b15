package org.duban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.duban.notice.MalformedFiles.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Malformed files: each is read or refused with a sentence, and none takes long. Of the ten
 * thousand one in ten is tried here, and all in {@link MalformedFilesFuzz}.
 */
class MalformedFilesTest {

  private static final int ONE_IN = 10;

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final MalformedFiles FILES = new MalformedFiles();

  private static final NoticeReader READER = new NoticeReader(PrintedDepartments.OF_THE_SAMPLE);

  @ParameterizedTest
  @EnumSource(Fault.class)
  @Timeout(value = 170, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void areReadOrRefused(Fault fault) {
    readOrRefuse(fault, ONE_IN);
  }

  static void readOrRefuse(Fault fault, int oneIn) {
    for (int number = 0; number < fault.many; number += oneIn) {
      String what = fault + " " + number;
      byte[] file = FILES.make(fault, number);
      assertThat(OwnTime.of(() -> readOrRefuse(file, what))).as(what).isLessThan(LONGEST);
    }
  }

  @Test
  void areTenThousand() {
    assertThat(Arrays.stream(Fault.values()).mapToInt(fault -> fault.many).sum()).isEqualTo(10_000);
  }

  private static void readOrRefuse(byte[] file, String what) {
    try {
      Draft draft = READER.read(file);
      assertSentences(draft.flags(), what);
      draft.projects().forEach(project -> assertSentences(project.flags(), what));
    } catch (NoticeRefused refused) {
      assertThat(refused.flags()).as(what).isNotEmpty();
      assertSentences(refused.flags(), what);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      throw new AssertionError(what + " broke the reader", broken);
    }
  }

  private static void assertSentences(List<Flag> flags, String what) {
    for (Flag flag : flags) {
      boolean said =
          flag.line() > 0
              && flag.message().length() < 1_000
              && flag.message().matches("(?s)(?:第|整个文件|文件内部|表“)[^:]{0,120}:.+");
      if (!said) {
        throw new AssertionError(what + ": " + flag);
      }
    }
  }
}
