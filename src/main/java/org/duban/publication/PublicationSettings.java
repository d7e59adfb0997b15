package org.duban.publication;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param maxAge how long browsers and proxies may keep the public page before they ask again
 */
@Validated
@ConfigurationProperties("duban.publication")
record PublicationSettings(@DefaultValue("5m") @NotNull Duration maxAge) {}
