package org.duban.programme.registration;

/** What can be done with a draft. */
enum DraftAct {
  CORRECT,
  DELETE,
  REGISTER,
  SUBMIT,
  APPROVE,
  RETURN
}
