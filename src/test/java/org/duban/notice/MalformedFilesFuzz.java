package org.duban.notice;

import org.duban.notice.MalformedFiles.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All ten thousand malformed files. */
class MalformedFilesFuzz {

  @ParameterizedTest
  @EnumSource(Fault.class)
  void areReadOrRefused(Fault fault) {
    MalformedFilesTest.readOrRefuse(fault, 1);
  }
}
