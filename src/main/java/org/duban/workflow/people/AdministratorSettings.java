package org.duban.workflow.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Who becomes the first administrator of an installation that has none yet.
 *
 * @param id the user id
 * @param password must satisfy the engine's password policy
 */
@ConfigurationProperties("duban.administrator")
public record AdministratorSettings(String id, String password) {

  boolean given() {
    return StringUtils.hasText(id) && StringUtils.hasText(password);
  }

  @Override
  public String toString() {
    return "AdministratorSettings[id=" + id + "]";
  }
}
