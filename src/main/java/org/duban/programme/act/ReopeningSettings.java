package org.duban.programme.act;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the departments have for what is opened again, where the office names no day.
 *
 * @param workingDays counted from the day after it is opened
 */
@Validated
@ConfigurationProperties("duban.reopening")
public record ReopeningSettings(@DefaultValue("10") @Min(1) @Max(250) int workingDays) {}
