package org.duban.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds query parameters the engine would evaluate as code. It takes them also where they are
 * nested, so every name at every depth is looked at; and finds what is said twice.
 */
final class ExpressionPolicy {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ExpressionPolicy() {}

  /**
   * @throws IOException when this is not JSON, or says something twice
   */
  static boolean foundInJson(byte[] body) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && namesExpression(parser.currentName())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether an object has a field twice: readers differ on which of the two they take. */
  static boolean saysTwice(byte[] body) {
    try {
      foundInJson(body);
      return false;
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).startsWith("Duplicate field");
    }
  }

  /**
   * @param query as it stands in the address, may be null
   * @throws IllegalArgumentException when it is not encoded properly
   */
  static boolean foundInQuery(String query) {
    if (query == null) {
      return false;
    }
    for (String pair : query.split("[&;]")) {
      String name = pair.split("=", 2)[0];
      if (namesExpression(URLDecoder.decode(name, StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesExpression(String name) {
    return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
  }
}
