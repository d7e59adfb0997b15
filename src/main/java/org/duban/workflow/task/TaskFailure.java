package org.duban.workflow.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * What a person is told when a task could not be done.
 *
 * @param status of HTTP
 * @param type a word for programs, as in the engine's own errors
 * @param message a sentence for people
 */
public record TaskFailure(int status, String type, String message) {

  /** Takes the place of what the engine's REST API answered. */
  public void answer(ContentCachingResponseWrapper answer, ObjectMapper json) throws IOException {
    answer.resetBuffer();
    answer.setStatus(status);
    answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    answer
        .getOutputStream()
        .write(json.writeValueAsBytes(Map.of("type", type, "message", message)));
  }
}
