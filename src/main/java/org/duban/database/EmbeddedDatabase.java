package org.duban.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Gives the data source the embedded server, unless a server is named by {@code
 * spring.datasource.url}. The data source depends on these details and they on the server, so the
 * server is closed last.
 */
@Configuration(proxyBeanMethods = false)
@Profile({"demo", "test"})
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

  @Bean(destroyMethod = "close")
  EmbeddedServer embeddedServer(@Value("${duban.data-dir}") Path dataFolder) {
    return EmbeddedServer.startIn(dataFolder);
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
    String url = server.urlOf("duban");
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}
