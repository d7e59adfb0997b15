package org.duban.escalation;

/** The steps of the ladder, the lowest first. The label is what people read. */
public enum Rung {
  NONE("催办"),
  REMINDER("催办"),
  WARNING("临期预警"),
  LEVEL_1("一级督办"),
  LEVEL_2("二级督办"),
  LEVEL_3("三级督办·列入通报");

  private final String label;

  Rung(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
