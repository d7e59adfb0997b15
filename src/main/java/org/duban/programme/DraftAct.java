package org.duban.programme;

/** What can be done with a draft. */
enum DraftAct {
  CORRECT,
  DELETE,
  REGISTER,
  SUBMIT,
  APPROVE,
  RETURN
}
