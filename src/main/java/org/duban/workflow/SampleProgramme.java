package org.duban.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.duban.notice.NoticeReader;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Registers and dispatches the sample list, once, as the supervising office would. */
@Component
@ConditionalOnProperty("duban.demo.sample")
class SampleProgramme {

  private static final String OFFICER = "duban";

  private final NoticeReader reader;
  private final Programmes programmes;
  private final Resource sample;

  SampleProgramme(
      NoticeReader reader, Programmes programmes, @Value("${duban.demo.sample}") Resource sample) {
    this.reader = reader;
    this.programmes = programmes;
    this.sample = sample;
  }

  void register() {
    try {
      Programme programme =
          programmes.register(reader.read(sample.getContentAsByteArray()), OFFICER).programme();
      programmes.dispatch(programme.id(), OFFICER);
    } catch (IOException e) {
      throw new UncheckedIOException("The sample programme could not be read", e);
    }
  }
}
