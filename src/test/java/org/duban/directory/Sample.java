package org.duban.directory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The directory that comes along, and small ones written in a test. */
final class Sample {

  static final Directory JINING = Directory.load(new ClassPathResource("config/directory.yml"));

  private static final String HEAD =
      """
      publisher: { code: p, name: 某区 }
      supervisingOffice:
        name: 督查室
        handler: { id: duban, name: 甲 }
        head: { id: duban-head, name: 乙 }
      leaders: [{ id: leader, name: 丙 }]
      duties:
        system-admin: { id: sysadmin, name: 丁 }
        security-admin: { id: secadmin, name: 戊 }
        auditor: { id: auditor, name: 己 }
      departments:
      """;

  private Sample() {}

  /** A whole directory with the given list of departments, written flush left. */
  static Directory of(String departments) {
    return load(HEAD + departments.indent(2));
  }

  static Directory load(String yaml) {
    return Directory.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  static String with(String departments) {
    return HEAD + departments.indent(2);
  }

  /** One entry with a handler and a head of its own; more is added in flow style. */
  static String department(String code, String name, String more) {
    return ("- { code: %1$s, name: '%2$s', handler: { id: %1$s, name: 员 },"
            + " head: { id: %1$s-head, name: 长 } %3$s}\n")
        .formatted(code, name, more.isEmpty() ? "" : ", " + more);
  }
}
