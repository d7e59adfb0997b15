package org.duban.workflow.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.duban.notice.NoticeReader;
import org.duban.programme.Programmes;
import org.duban.programme.Registration;
import org.duban.publication.Publications;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Registers and dispatches the sample list and opens its progress, once, as the supervising office
 * would.
 */
@Component
@ConditionalOnProperty("duban.demo.sample")
class SampleProgramme {

  private static final String OFFICER = "duban";

  private final NoticeReader reader;
  private final Programmes programmes;
  private final Publications publications;
  private final Resource sample;

  SampleProgramme(
      NoticeReader reader,
      Programmes programmes,
      Publications publications,
      @Value("${duban.demo.sample}") Resource sample) {
    this.reader = reader;
    this.programmes = programmes;
    this.publications = publications;
    this.sample = sample;
  }

  void register() {
    try {
      Registration registration =
          programmes.register(reader.read(sample.getContentAsByteArray()), OFFICER);
      String id = registration.programme().id();
      programmes.dispatch(id, OFFICER);
      if (registration.created()) {
        publications.open(id, OFFICER);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sample programme could not be read", e);
    }
  }
}
