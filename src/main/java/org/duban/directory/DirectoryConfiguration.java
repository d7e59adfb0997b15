package org.duban.directory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the directory that {@code duban.directory} names, by default the one that comes along. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

  @Bean
  Directory directory(
      @Value("${duban.directory:classpath:config/directory.yml}") Resource directory) {
    return Directory.load(directory);
  }
}
