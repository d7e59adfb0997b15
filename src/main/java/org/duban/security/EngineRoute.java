package org.duban.security;

import java.util.List;

/**
 * What a path asks of the engine, whichever of its faces it goes through.
 *
 * @param face which part of the engine's web side answers
 * @param segments the rest of the path; for {@link Face#REST} without the engine's name
 */
record EngineRoute(Face face, List<String> segments) {

  enum Face {
    /** The REST API, at {@code /engine-rest} or mirrored inside the webapps. */
    REST,
    /** The webapps' own services. */
    WEBAPP_API,
    /** Pages, scripts and pictures of the webapps. */
    WEBAPP_FILES
  }

  /**
   * @param path starts with {@code /engine-rest} or {@code /camunda}
   */
  static EngineRoute of(String path) {
    List<String> all = List.of(path.replaceAll("^/+|/+$", "").split("/"));
    if (all.get(0).equals("engine-rest")) {
      return rest(all.subList(1, all.size()));
    }
    if (all.size() < 2 || !all.get(1).equals("api")) {
      return new EngineRoute(Face.WEBAPP_FILES, all.subList(1, all.size()));
    }
    if (all.size() > 2 && all.get(2).equals("engine")) {
      return rest(all.subList(3, all.size()));
    }
    return new EngineRoute(Face.WEBAPP_API, all.subList(2, all.size()));
  }

  private static EngineRoute rest(List<String> segments) {
    boolean named = segments.size() > 1 && segments.get(0).equals("engine");
    return new EngineRoute(Face.REST, named ? segments.subList(2, segments.size()) : segments);
  }

  /** {@code *} in the pattern stands for one segment. */
  boolean matches(String pattern) {
    String[] wanted = pattern.split("/");
    if (wanted.length != segments.size()) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!wanted[i].equals("*") && !wanted[i].equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean matchesAny(List<String> patterns) {
    return patterns.stream().anyMatch(this::matches);
  }

  boolean has(int index, String segment) {
    return segments.size() > index && segments.get(index).equalsIgnoreCase(segment);
  }
}
