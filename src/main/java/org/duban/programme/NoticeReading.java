package org.duban.programme;

import java.time.LocalDate;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.notice.KnownNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets notices be read with the directory's names. */
@Configuration(proxyBeanMethods = false)
public class NoticeReading {

  /** The names that the directory knows on the first day of the list's year. */
  @Bean
  public static KnownNames names(Directory directory) {
    return new KnownNames() {
      @Override
      public boolean knows(String printedName, int year) {
        return directory.named(printedName, LocalDate.of(year, 1, 1)).isPresent();
      }

      @Override
      public List<String> nearest(String printedName, int year) {
        return directory.nearest(printedName, LocalDate.of(year, 1, 1));
      }
    };
  }
}
