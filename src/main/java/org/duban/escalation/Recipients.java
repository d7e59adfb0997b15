package org.duban.escalation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.springframework.stereotype.Component;

/** The people behind the words of the policy. */
@Component
class Recipients {

  private final Directory directory;

  Recipients(Directory directory) {
    this.directory = directory;
  }

  /**
   * Each person once, handlers before heads, leaders and the office.
   *
   * @param holders the codes of those who have it in hand
   */
  List<Person> of(Collection<Audience> audience, List<String> holders) {
    return audience.stream().sorted().flatMap(one -> people(one, holders)).distinct().toList();
  }

  private Stream<Person> people(Audience audience, List<String> holders) {
    return switch (audience) {
      case HANDLER -> holders.stream().flatMap(holder -> directory.handlers(holder).stream());
      case HEAD -> holders.stream().flatMap(holder -> directory.heads(holder).stream());
      case LEADER -> directory.handlers(Directory.LEADER).stream();
      case OFFICE -> directory.handlers(Directory.SUPERVISING_OFFICE).stream();
    };
  }
}
