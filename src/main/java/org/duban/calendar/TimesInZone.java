package org.duban.calendar;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.JsonComponent;

/** Shows points in time as the office's clock would: ISO, with the zone's offset. */
@JsonComponent
class TimesInZone extends JsonSerializer<Instant> {

  private final ZoneId zone;

  TimesInZone(Clock clock) {
    this.zone = clock.getZone();
  }

  @Override
  public void serialize(Instant time, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone)));
  }
}
