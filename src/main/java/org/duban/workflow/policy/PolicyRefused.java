package org.duban.workflow.policy;

/** A deadline policy that can't be put in force; the message says why, in Chinese. */
public class PolicyRefused extends RuntimeException {

  PolicyRefused(String why) {
    super(why);
  }
}
