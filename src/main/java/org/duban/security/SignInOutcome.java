package org.duban.security;

/** How an attempt to sign in ended; the names are kept in the table {@code sign_in}. */
enum SignInOutcome {
  SUCCEEDED,
  REFUSED,
  THROTTLED
}
