package org.duban.bulletin;

/** A draft may change; what is released never does. */
enum BulletinState {
  DRAFT("草稿"),
  RELEASED("已发布");

  private final String label;

  BulletinState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
