package org.duban.programme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.duban.directory.Directory;
import org.duban.programme.revision.Listing;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.util.ReflectionTestUtils;

/** Ends departments of the sample in the program that all tests share, and puts them back. */
@TestComponent
public class Merger {

  private final Directory directory;
  private final Successions successions;
  private final Listing listing;

  Merger(Directory directory, Successions successions, Listing listing) {
    this.directory = directory;
    this.successions = successions;
    this.listing = listing;
  }

  /**
   * @param lines what the entry of the department says besides
   */
  public void end(String code, String lines) throws IOException {
    String yaml =
        new ClassPathResource("config/directory.yml")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("  - code: " + code + "\n", "  - code: " + code + "\n" + lines.indent(4));
    know(Directory.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
  }

  public void undo() {
    know(directory);
  }

  private void know(Directory known) {
    ReflectionTestUtils.setField(successions, "directory", known);
    ReflectionTestUtils.setField(listing, "directory", known);
  }
}
