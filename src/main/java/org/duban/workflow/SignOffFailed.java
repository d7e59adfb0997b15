package org.duban.workflow;

/** A sign-off that could not be given; the message says why, in Chinese. */
class SignOffFailed extends RuntimeException {

  SignOffFailed(String why) {
    super(why);
  }
}
