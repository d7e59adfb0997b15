package org.duban.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxSize of one file
 */
@ConfigurationProperties("duban.evidence")
record EvidenceSettings(@DefaultValue("30MB") DataSize maxSize) {}
