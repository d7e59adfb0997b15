package org.duban.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code directory.yml} says, before anyone has checked it. */
record DirectoryFile(
    Publisher publisher,
    Office supervisingOffice,
    List<Person> leaders,
    Map<String, Person> duties,
    List<Entry> departments) {

  record Office(String name, Person handler, Person head) {}

  record Entry(
      String code,
      String name,
      List<String> aliases,
      String parent,
      List<String> members,
      LocalDate validFrom,
      LocalDate validTo,
      @JsonProperty("class") DepartmentClass departmentClass,
      String successor,
      Person handler,
      Person head) {

    Entry {
      departmentClass = departmentClass == null ? DepartmentClass.DEPARTMENT : departmentClass;
      aliases = aliases == null ? List.of() : aliases;
      members = members == null ? List.of() : members;
    }

    Department department() {
      return new Department(code, name, aliases, parent, members, validFrom, validTo, successor);
    }
  }

  DirectoryFile {
    leaders = leaders == null ? List.of() : leaders;
    duties = duties == null ? Map.of() : duties;
    departments = departments == null ? List.of() : departments;
  }

  static DirectoryFile read(InputStream yaml) {
    ObjectMapper mapper =
        new ObjectMapper(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .registerModule(new JavaTimeModule());
    try {
      DirectoryFile file = mapper.readValue(yaml, DirectoryFile.class);
      if (file == null) {
        throw new DirectoryBroken("部门目录是空的。");
      }
      return file;
    } catch (JsonProcessingException e) {
      throw new DirectoryBroken("部门目录" + where(e) + "读不懂:" + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("The directory can't be read", e);
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String line = at == null || at.getLineNr() < 1 ? "" : "第" + at.getLineNr() + "行";
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return line;
    }
    return line
        + mapping.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "第" + (step.getIndex() + 1) + "项"
                        : step.getFieldName())
            .collect(Collectors.joining(" ", "(", ")"));
  }
}
