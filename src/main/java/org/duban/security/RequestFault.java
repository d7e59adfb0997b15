package org.duban.security;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/**
 * What is wrong with a request before any rule of the business looks at it: where and why, in
 * Chinese.
 */
record RequestFault(HttpStatusCode status, String sentence) {

  private static final String TOO_LONG_HEADER = "Header section";
  private static final int LONGEST_SHOWN = 40;

  /**
   * @param mostReceived the largest file that is received at all
   * @return empty for a failure that isn't the request's
   */
  static Optional<RequestFault> of(Exception failure, DataSize mostReceived) {
    if (failure instanceof MultipartException unreceived) {
      return Optional.of(unreceived(unreceived, mostReceived));
    }
    if (failure instanceof MissingServletRequestPartException missing) {
      return bad("没有收到文件：请选择文件后提交（表单字段 " + missing.getRequestPartName() + "）。");
    }
    if (failure instanceof MissingServletRequestParameterException missing) {
      return bad("缺少参数 " + missing.getParameterName() + "。");
    }
    if (failure instanceof MethodArgumentTypeMismatchException wrong) {
      return bad(named(wrong.getName(), wrong.getValue()) + form(wrong) + "。");
    }
    if (failure instanceof HandlerMethodValidationException outside
        && !outside.isForReturnValue()) {
      return bad(
          outside.getParameterValidationResults().stream()
              .map(RequestFault::outside)
              .collect(Collectors.joining()));
    }
    if (failure instanceof HttpMessageNotReadableException unreadable) {
      return bad(unreadable(unreadable));
    }
    if (failure instanceof HttpMediaTypeNotSupportedException wrong) {
      return Optional.of(
          new RequestFault(
              wrong.getStatusCode(),
              "不接受这种格式的内容" + list("，请以 ", wrong.getSupportedMediaTypes(), " 提交") + "。"));
    }
    if (failure instanceof HttpRequestMethodNotSupportedException wrong) {
      return Optional.of(
          new RequestFault(wrong.getStatusCode(), "这个地址不能这样使用（" + wrong.getMethod() + "）。"));
    }
    return Optional.empty();
  }

  private static Optional<RequestFault> bad(String sentence) {
    return Optional.of(new RequestFault(HttpStatus.BAD_REQUEST, sentence));
  }

  private static RequestFault unreceived(MultipartException failure, DataSize mostReceived) {
    String other = otherThanSize(failure);
    if (other != null) {
      return new RequestFault(HttpStatus.BAD_REQUEST, other);
    }
    if (failure instanceof MaxUploadSizeExceededException) {
      return new RequestFault(
          HttpStatus.PAYLOAD_TOO_LARGE, "上传的文件超过 " + mostReceived.toMegabytes() + " MB，未接收。");
    }
    return new RequestFault(HttpStatus.BAD_REQUEST, "没有收到文件：请选择文件后，以表单（multipart/form-data）提交。");
  }

  /** Whatever is too much is reported as too large; only the innermost cause tells what was. */
  private static String otherThanSize(MultipartException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FileCountLimitExceededException) {
        return "一次提交的内容项太多，请每次只上传一个文件。";
      }
      if (String.valueOf(cause.getMessage()).startsWith(TOO_LONG_HEADER)) {
        return "文件名太长，请改短（150 字以内）后再上传。";
      }
    }
    return null;
  }

  /** Whether a file, or all of them together, was really larger than is received. */
  static boolean tooLarge(Exception failure) {
    return failure instanceof MaxUploadSizeExceededException unreceived
        && otherThanSize(unreceived) == null;
  }

  private static String named(String parameter, Object value) {
    return "参数 " + parameter + " 的值“" + shown(value) + "”不对";
  }

  private static String form(TypeMismatchException wrong) {
    Class<?> type = wrong.getRequiredType();
    if (type == null) {
      return "";
    }
    if (type.isEnum()) {
      return list("：应为 ", Arrays.asList(type.getEnumConstants()), " 之一");
    }
    if (type == LocalDate.class) {
      return "：应为日期，例如 2021-06-30";
    }
    if (type == YearMonth.class) {
      return "：应为月份，例如 2021-06";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "：应为 true 或 false";
    }
    boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
    return number ? "：应为整数" : "";
  }

  private static String outside(ParameterValidationResult result) {
    MethodParameter parameter = result.getMethodParameter();
    Min least = parameter.getParameterAnnotation(Min.class);
    Max most = parameter.getParameterAnnotation(Max.class);
    String range =
        least == null || most == null ? "" : "：应在 " + least.value() + " 到 " + most.value() + " 之间";
    return named(parameter.getParameterName(), result.getArgument()) + range + "。";
  }

  private static String unreadable(HttpMessageNotReadableException failure) {
    return failure.getCause() instanceof JacksonException json
        ? UnreadableJson.sentence(json)
        : "没有收到内容，或内容不能识别。";
  }

  private static String list(String before, List<?> all, String after) {
    return all.isEmpty()
        ? ""
        : before + all.stream().map(String::valueOf).collect(Collectors.joining("、")) + after;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }
}
