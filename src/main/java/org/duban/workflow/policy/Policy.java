package org.duban.workflow.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** The decision tables that an office may change. */
public enum Policy {
  DEADLINE(PolicyCheck.KEY, "期限策略", PolicyCheck::check),
  SCORE(ScoreRow.KEY, "考核规则", ScoreRow::check);

  private final String key;
  private final String label;
  private final Consumer<String> check;

  Policy(String key, String label, Consumer<String> check) {
    this.key = key;
    this.label = label;
    this.check = check;
  }

  /** The decision's id, and the name under which the office's own is deployed. */
  String key() {
    return key;
  }

  String label() {
    return label;
  }

  String file() {
    return key + ".dmn";
  }

  /**
   * @throws PolicyRefused when the table can't be in force
   */
  void check(String xml) {
    check.accept(xml);
  }

  static Policy of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst().orElseThrow();
  }

  public static Optional<Policy> in(String file) {
    return Arrays.stream(values()).filter(one -> one.file().equals(file)).findFirst();
  }
}
