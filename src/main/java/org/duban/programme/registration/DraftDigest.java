package org.duban.programme.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.duban.notice.Draft;
import org.duban.notice.DraftProject;
import org.springframework.stereotype.Component;

/** Tells whether two lists are the same. */
@Component
public class DraftDigest {

  private final ObjectMapper json;

  DraftDigest(ObjectMapper json) {
    this.json = json;
  }

  /** The same list is the same whatever file it came in: where its lines stood doesn't matter. */
  public String of(Draft draft) {
    try {
      byte[] bytes = json.writeValueAsString(placeless(draft)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Draft placeless(Draft draft) {
    return new Draft(
        draft.title(),
        draft.year(),
        draft.projects().stream().map(DraftProject::placeless).toList(),
        List.of());
  }
}
