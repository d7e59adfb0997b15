package org.duban.workflow;

/** A deadline policy that can't be put in force; the message says why, in Chinese. */
class PolicyRefused extends RuntimeException {

  PolicyRefused(String why) {
    super(why);
  }
}
