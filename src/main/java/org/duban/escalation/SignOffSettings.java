package org.duban.escalation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a supporting department has to sign a report off, and what its silence means.
 *
 * @param workingDays counted from the day after it was asked
 */
@Validated
@ConfigurationProperties("duban.sign-off")
record SignOffSettings(
    @DefaultValue("5") @Min(1) @Max(250) int workingDays,
    @DefaultValue("ESCALATE") @NotNull Silence silence) {

  enum Silence {
    /** The deadline policy says who is told. */
    ESCALATE,

    /** The report counts as agreed to, recorded as such. */
    DEEMED_AGREEMENT
  }
}
