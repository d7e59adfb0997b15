package org.duban.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.directory.Account;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The directory's people by their ids. */
@Component
class AddressBook {

  private final Directory directory;
  private final Map<String, Person> people = new HashMap<>();

  AddressBook(Directory directory) {
    this.directory = directory;
    directory.accounts().stream()
        .map(Account::person)
        .forEach(person -> people.put(person.id(), person));
  }

  Optional<Person> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  Optional<String> mailOf(String id) {
    return person(id).map(Person::mail).filter(StringUtils::hasText);
  }

  /** Those of them that the directory knows. */
  List<Person> people(Collection<String> ids) {
    return ids.stream().map(people::get).filter(Objects::nonNull).toList();
  }

  /**
   * Who acts for any of these or answers for one.
   *
   * @throws IllegalArgumentException with a sentence, when the directory has no such holder
   */
  Set<String> of(List<String> holders) {
    return holders.stream()
        .flatMap(
            holder ->
                Stream.concat(
                    directory.handlers(holder).stream(), directory.heads(holder).stream()))
        .map(Person::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
