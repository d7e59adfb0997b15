package org.duban.workflow.door;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Providers;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.duban.security.UnreadableJson;
import org.duban.workflow.command.TaskVariables;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Refuses a body that can't be read or says nothing, and one with variables that can't be what they
 * are said to be: the REST API answers the first in its own words and falls over the others.
 */
class BodyCheck implements ReaderInterceptor {

  private static final String ENGINES = "org.camunda.";

  private static final int LONGEST_SHOWN = 40;

  private static final Map<String, String> KINDS =
      Map.of(
          "Integer", "整数",
          "Short", "整数",
          "Long", "整数",
          "Double", "数字",
          "Boolean", "是否（true 或 false）",
          "String", "文字");

  @Context private Providers providers;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
    if (!reading.getType().getName().startsWith(ENGINES)) {
      return reading.proceed();
    }
    Object body = nothingSent() ? null : read(reading);
    if (body == null) {
      throw refused("没有收到内容：请以 JSON 对象提交。");
    }
    if (body instanceof CompleteTaskDto handedIn && handedIn.getVariables() != null) {
      handedIn.getVariables().forEach(this::check);
    }
    return body;
  }

  private static Object read(ReaderInterceptorContext reading) throws IOException {
    try {
      return reading.proceed();
    } catch (JacksonException unreadable) {
      throw refused(UnreadableJson.sentence(unreadable));
    }
  }

  /** One of the faces puts an empty object where nothing was sent, so the stream doesn't tell. */
  private static boolean nothingSent() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now)) {
      return false;
    }
    HttpServletRequest request = now.getRequest();
    long length = request.getContentLengthLong();
    boolean unannounced =
        request.getProtocol().equals("HTTP/1.1") && request.getHeader("Transfer-Encoding") == null;
    return length == 0 || length < 0 && unannounced;
  }

  private void check(String name, VariableValueDto given) {
    if (given == null || !TaskVariables.plain(converted(name, given))) {
      throw refused(TaskVariables.notPlain(name));
    }
  }

  private TypedValue converted(String name, VariableValueDto given) {
    ProcessEngine engine = EngineUtil.lookupProcessEngine(null);
    ObjectMapper json =
        providers
            .getContextResolver(ObjectMapper.class, MediaType.APPLICATION_JSON_TYPE)
            .getContext(VariableValueDto.class);
    try {
      return given.toTypedValue(engine, json);
    } catch (RuntimeException unfit) {
      throw refused(unfitting(name, given));
    }
  }

  private static String unfitting(String name, VariableValueDto given) {
    String kind = KINDS.get(String.valueOf(given.getType()));
    String value = String.valueOf(given.getValue());
    return kind == null || value.length() > LONGEST_SHOWN
        ? TaskVariables.notPlain(name)
        : "变量“" + name + "”的值“" + value + "”不是" + kind + "。";
  }

  private static InvalidRequestException refused(String sentence) {
    return new InvalidRequestException(Status.BAD_REQUEST, sentence);
  }
}
