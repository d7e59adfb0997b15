package org.duban.security;

import java.time.Instant;

/** One attempt that was written down. */
record SignInAttempt(SignInOutcome outcome, Instant at) {}
