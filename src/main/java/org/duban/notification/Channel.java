package org.duban.notification;

/** A way to tell people. */
interface Channel {

  /** As outbox rows name it. */
  String name();

  /**
   * Returns once the other side has taken the letter over. Whoever calls again with the same letter
   * after an unclear end hands it over under the same key, by which the other side may know it.
   *
   * @throws Undelivered when it has not, with what that means for the next try
   */
  void send(Letter letter) throws Undelivered;
}
