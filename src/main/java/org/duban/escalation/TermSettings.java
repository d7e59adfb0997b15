package org.duban.escalation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many working days people have for what a milestone's own date doesn't say, counted from the
 * day after they were asked. That of a sign-off stands with what its silence means, in {@link
 * SignOffSettings}.
 */
@Validated
@ConfigurationProperties("duban.terms")
record TermSettings(
    @DefaultValue("3") @Min(1) @Max(250) int acknowledge,
    @DefaultValue("5") @Min(1) @Max(250) int review,
    @DefaultValue("2") @Min(1) @Max(250) int endorseExtension,
    @DefaultValue("3") @Min(1) @Max(250) int decideExtension,
    @DefaultValue("3") @Min(1) @Max(250) int explain,
    @DefaultValue("3") @Min(1) @Max(250) int instruct,
    @DefaultValue("5") @Min(1) @Max(250) int close) {}
