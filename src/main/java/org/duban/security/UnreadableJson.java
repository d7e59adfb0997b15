package org.duban.security;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of a body that could not be read what is wrong with it and where. */
public final class UnreadableJson {

  private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']{1,80})'");

  private UnreadableJson() {}

  public static String sentence(JacksonException failure) {
    Matcher twice = TWICE.matcher(String.valueOf(failure.getOriginalMessage()));
    if (twice.find()) {
      return "请求内容有误：“" + twice.group(1) + "”出现了不止一次。";
    }
    String place = failure instanceof JsonMappingException mapping ? placeOf(mapping) : "";
    return place.isEmpty() ? "请求内容不是有效的 JSON。" : "请求内容有误：" + place + " 的值不能识别。";
  }

  private static String placeOf(JsonMappingException failure) {
    return failure.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
