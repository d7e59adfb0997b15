package org.duban.workflow.door;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.duban.programme.InvalidSubmission;
import org.duban.workflow.task.TaskFailure;
import org.glassfish.jersey.server.ParamException;

/**
 * Tells what was wrong with a request to the engine that its REST API answers with a server error,
 * or with a text for programmers.
 */
final class RestFaultPolicy {

  /**
   * How it was asked, and what was answered.
   *
   * @param byId whether one thing was asked for
   * @param act whether it was an act on a task, in which our own rules run: what goes wrong in them
   *     is not the caller's doing
   */
  record Asked(String method, boolean byId, boolean act, int status) {}

  /** How every sentence of ours ends, and none of the engine's. */
  static final String END = "。";

  private static final Pattern PARAMETER =
      Pattern.compile("Cannot set query parameter '(\\w{1,60})' to value '(.{0,60}?)'.*");

  private static final Map<String, String> KNOWN =
      Map.of(
          "Password does not match policy",
          "密码不符合规则：要够长，含大小写字母、数字和特殊字符，且不含用户名、姓名、邮箱。",
          "The given authenticated user password is not valid.",
          "您自己的密码不对，未作改动。",
          "An unbound number of results is forbidden!",
          "查询须以 maxResults 限定条数。",
          "The user already exists",
          "已有这个编号的用户。",
          "The group already exists",
          "已有这个编号的组。");

  /** Characters that the database has no place for. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

  private static final String DATA = "22";
  private static final String TWICE = "23505";

  private RestFaultPolicy() {}

  /** Empty when it was the server's, or is said in Chinese already. */
  static Optional<TaskFailure> explain(Throwable failure, Asked asked) {
    return asAddressed(failure)
        .or(() -> asStored(failure, asked))
        .or(() -> asked.act() ? Optional.empty() : asTakenByTheEngine(failure, asked))
        .or(() -> asked.status() < 500 ? said(failure, asked) : Optional.empty());
  }

  private static Optional<TaskFailure> asAddressed(Throwable failure) {
    if (failure instanceof ParamException.PathParamException) {
      return none();
    }
    if (failure instanceof ParamException wrong) {
      return because(400, "InvalidRequestException", "参数 " + wrong.getParameterName() + " 的值不能识别。");
    }
    return Optional.empty();
  }

  private static Optional<TaskFailure> asStored(Throwable failure, Asked asked) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (UNSTORABLE.contains(state)) {
          return because(400, "InvalidRequestException", "请求内容含有不能保存的字符。");
        }
        if (!asked.act() && state.startsWith(DATA)) {
          return because(400, "InvalidRequestException", "请求内容有误：有的值过长或超出范围。");
        }
        if (!asked.act() && state.equals(TWICE)) {
          return because(409, "InvalidRequestException", "已有这一项，不能重复建立。");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<TaskFailure> asTakenByTheEngine(Throwable failure, Asked asked) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidSubmission refused) {
        return because(400, "InvalidSubmission", refused.getMessage());
      }
      if (cause instanceof OptimisticLockingException) {
        return because(409, "OptimisticLockingException", "内容刚刚已被他人改动，或与地址所指的不是同一项，请刷新后再试。");
      }
      if (cause instanceof NullValueException
          || cause instanceof NotFoundException
          || cause instanceof NotValidException && asked.method().equals("GET")) {
        return asked.byId() ? none() : unclear(cause);
      }
    }
    if (!asked.method().equals("GET") && trippedOver(failure)) {
      return because(400, "InvalidRequestException", "请求内容不全或有误，未处理。");
    }
    boolean refused = failure.getClass() == ProcessEngineException.class;
    return refused && failure.getCause() == null ? unclear(failure) : Optional.empty();
  }

  /** Whether the engine or its REST API, rather than a rule of ours, missed what wasn't given. */
  private static boolean trippedOver(Throwable failure) {
    return failure instanceof NullPointerException
        && Arrays.stream(failure.getStackTrace())
            .map(StackTraceElement::getClassName)
            .filter(place -> !place.startsWith("java."))
            .findFirst()
            .filter(place -> place.startsWith("org.camunda."))
            .isPresent();
  }

  private static Optional<TaskFailure> said(Throwable failure, Asked asked) {
    String message = String.valueOf(failure.getMessage());
    if (message.endsWith(END)) {
      return Optional.empty();
    }
    String type = failure.getClass().getSimpleName();
    return switch (asked.status()) {
      case 403 -> because(403, type, "您无权查看或改动这项内容。");
      case 404 -> failure instanceof RestException ? none() : because(404, type, "没有这个地址。");
      case 405 -> because(405, type, "这个地址不能这样使用（" + asked.method() + "）。");
      case 406 -> because(406, type, "不能以所要的格式答复。");
      case 415 -> because(415, type, "此接口只接受 JSON 内容。");
      case 400 -> unclear(failure);
      default -> Optional.empty();
    };
  }

  private static Optional<TaskFailure> unclear(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher parameter = PARAMETER.matcher(message);
    if (parameter.matches()) {
      return because(
          400,
          "InvalidRequestException",
          "参数 " + parameter.group(1) + " 的值“" + parameter.group(2) + "”不能识别。");
    }
    return because(
        400,
        failure.getClass().getSimpleName(),
        KNOWN.getOrDefault(message, "请求内容有误，未处理（引擎的说明：" + message + "）。"));
  }

  private static Optional<TaskFailure> none() {
    return because(404, "NotFound", "没有这项内容。");
  }

  private static Optional<TaskFailure> because(int status, String type, String sentence) {
    return Optional.of(new TaskFailure(status, type, sentence));
  }
}
