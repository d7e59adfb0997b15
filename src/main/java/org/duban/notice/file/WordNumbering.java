package org.duban.notice.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers that Word computes and no paragraph holds: 一、 （一） 1. and the like, from the
 * definitions of lists and styles. Counts as Word does: paragraphs of all lists of one definition
 * go on in one count, a deeper level starts anew under each higher one.
 */
final class WordNumbering {

  private static final int LEVELS = 9;

  private final Map<String, Level[]> definitions = new HashMap<>();
  private final Map<String, String> definitionOfList = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();
  private final Map<String, String> definitionOfListStyle = new HashMap<>();
  private final Map<String, String> linkedDefinitions = new HashMap<>();
  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();
  private String usualStyle = "";

  /** Which list a style or a paragraph belongs to; null and -1 where it doesn't say. */
  record Membership(String list, int level) {}

  private record Level(int start, String format, String text, boolean arabicOnly, int restart) {}

  private record Style(String basedOn, Membership membership) {}

  static WordNumbering of(OfficePackage office) {
    WordNumbering numbering = new WordNumbering();
    office
        .part("word/numbering.xml")
        .ifPresent(part -> XmlPart.walk(part, numbering.new Definitions()));
    office.part("word/styles.xml").ifPresent(part -> XmlPart.walk(part, numbering.new Styles()));
    return numbering;
  }

  /**
   * The number of the next paragraph, empty when it has none.
   *
   * @param style null for the usual one
   */
  String next(String style, Membership own) {
    Membership styled = ofStyle(style == null ? usualStyle : style);
    String list = own.list() != null ? own.list() : styled.list();
    int level = own.level() >= 0 ? own.level() : Math.max(0, styled.level());
    String definition = definitionOf(list);
    if (definition == null || level >= LEVELS) {
      return "";
    }
    Level[] levels = definitions.get(definition);
    if (levels[level] == null) {
      return "";
    }
    int[] counts = counters.computeIfAbsent(definition, any -> unset());
    restartIfFirst(list, counts);
    count(levels, counts, level);
    return printed(levels, counts, level);
  }

  private static int[] unset() {
    int[] counts = new int[LEVELS];
    Arrays.fill(counts, Integer.MIN_VALUE);
    return counts;
  }

  /** The first paragraph of a list with starts of its own begins there. */
  private void restartIfFirst(String list, int[] counts) {
    Map<Integer, Integer> starts = restarts.remove(list);
    if (starts != null) {
      starts.forEach((level, start) -> counts[level] = start - 1);
    }
  }

  private static void count(Level[] levels, int[] counts, int level) {
    for (int higher = 0; higher < level; higher++) {
      if (counts[higher] == Integer.MIN_VALUE && levels[higher] != null) {
        counts[higher] = levels[higher].start;
      }
    }
    counts[level] = counts[level] == Integer.MIN_VALUE ? levels[level].start : counts[level] + 1;
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      boolean goesOn = levels[deeper] != null && levels[deeper].restart == 0;
      counts[deeper] = goesOn ? counts[deeper] : Integer.MIN_VALUE;
    }
  }

  private static String printed(Level[] levels, int[] counts, int level) {
    String text = levels[level].text;
    StringBuilder printed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int named = i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
      if (text.charAt(i) != '%' || named < 0 || named >= LEVELS || levels[named] == null) {
        printed.append(text.charAt(i));
        continue;
      }
      String format = levels[level].arabicOnly ? "decimal" : levels[named].format;
      printed.append(NumberFormatPolicy.printed(counts[named], format));
      i++;
    }
    boolean bullet = levels[level].format.equals("bullet") || levels[level].format.equals("none");
    return bullet ? "" : printed.toString();
  }

  private String definitionOf(String list) {
    String definition = list == null ? null : definitionOfList.get(list);
    String link = linkedDefinitions.get(definition);
    if (link != null && definitionOfListStyle.containsKey(link)) {
      definition = definitionOfListStyle.get(link);
    }
    return definitions.containsKey(definition) ? definition : null;
  }

  private Membership ofStyle(String name) {
    String list = null;
    int level = -1;
    String at = name;
    for (int steps = 0; steps < 20 && styles.containsKey(at); steps++) {
      Style style = styles.get(at);
      list = list == null ? style.membership.list() : list;
      level = level < 0 ? style.membership.level() : level;
      at = style.basedOn;
    }
    return new Membership(list, level);
  }

  private final class Definitions implements XmlPart.Visitor {

    private String definition;
    private String list;
    private int level = -1;
    private int overridden = -1;
    private int start;
    private int restart;
    private String format;
    private String text;
    private boolean arabicOnly;

    @Override
    public boolean start(String name, XmlPart element) {
      switch (name) {
        case "abstractNum" -> {
          definition = element.attribute("abstractNumId");
          definitions.put(definition, new Level[LEVELS]);
        }
        case "styleLink" -> definitionOfListStyle.put(element.attribute("val"), definition);
        case "numStyleLink" -> linkedDefinitions.put(definition, element.attribute("val"));
        case "num" -> list = element.attribute("numId");
        case "abstractNumId" -> definitionOfList.put(list, element.attribute("val"));
        case "lvlOverride" -> overridden = element.number("ilvl", -1);
        case "startOverride" -> restartAt(element.number("val", 1));
        case "lvl" -> begin(element.number("ilvl", -1));
        case "start" -> start = element.number("val", 0);
        case "numFmt" -> format = String.valueOf(element.attribute("val"));
        case "lvlText" -> text = String.valueOf(element.attribute("val"));
        case "isLgl" -> arabicOnly = element.isOn();
        case "lvlRestart" -> restart = element.number("val", -1);
        default -> {}
      }
      return !name.equals("AlternateContent");
    }

    private void begin(int at) {
      level = at;
      start = 0;
      restart = -1;
      format = "decimal";
      text = "";
      arabicOnly = false;
    }

    private void restartAt(int value) {
      if (overridden >= 0 && overridden < LEVELS) {
        restarts.computeIfAbsent(list, any -> new HashMap<>()).put(overridden, value);
      }
    }

    @Override
    public void end(String name) {
      switch (name) {
        case "lvl" -> {
          boolean ofDefinition = definition != null && level >= 0 && level < LEVELS;
          if (ofDefinition) {
            definitions.get(definition)[level] =
                new Level(start, format, text, arabicOnly, restart);
          }
        }
        case "abstractNum" -> definition = null;
        case "lvlOverride" -> overridden = -1;
        default -> {}
      }
    }
  }

  private final class Styles implements XmlPart.Visitor {

    private String style;
    private String basedOn;
    private String list;
    private int level;

    @Override
    public boolean start(String name, XmlPart element) {
      switch (name) {
        case "style" -> {
          style = element.attribute("styleId");
          basedOn = null;
          list = null;
          level = -1;
          if ("paragraph".equals(element.attribute("type"))
              && "1".equals(element.attribute("default"))) {
            usualStyle = style;
          }
        }
        case "basedOn" -> basedOn = element.attribute("val");
        case "numId" -> list = element.attribute("val");
        case "ilvl" -> level = element.number("val", -1);
        default -> {}
      }
      return true;
    }

    @Override
    public void end(String name) {
      if (name.equals("style")) {
        styles.put(style, new Style(basedOn, new Membership(list, level)));
      }
    }
  }
}
