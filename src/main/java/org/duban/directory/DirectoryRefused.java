package org.duban.directory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the sentence alone when the directory's file is broken. */
public class DirectoryRefused extends AbstractFailureAnalyzer<DirectoryBroken> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DirectoryBroken broken) {
    return new FailureAnalysis(broken.getMessage(), "请改正 directory.yml 后重新启动。", broken);
  }
}
