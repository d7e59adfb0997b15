package org.duban.oversight.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.escalation.OwnTerm;
import org.duban.notice.Operator;
import org.duban.oversight.HeldDays;
import org.duban.oversight.HeldDays.Holding;
import org.duban.oversight.HeldDays.Nobodys;
import org.duban.oversight.HeldDays.Span;
import org.duban.oversight.milestone.Attribution;
import org.duban.programme.Role;
import org.springframework.stereotype.Component;

/**
 * What belongs to a row of the ledger and comes gathered in it: promises, reports, holdings. A null
 * text is an empty list.
 */
@Component
class LedgerFacts {

  private record Promise(
      int number, String metric, Operator operator, BigDecimal target, String unit) {}

  private static final TypeReference<List<Promise>> PROMISES = new TypeReference<>() {};
  private static final TypeReference<Map<Integer, BigDecimal>> ACTUALS = new TypeReference<>() {};
  private static final TypeReference<List<List<String>>> TUPLES = new TypeReference<>() {};

  private final ObjectMapper json;
  private final Directory directory;
  private final HeldDays days;

  LedgerFacts(ObjectMapper json, Directory directory, WorkingCalendar calendar) {
    this.json = json;
    this.directory = directory;
    this.days = new HeldDays(calendar::isWorkingDay);
  }

  List<LedgerRow.Measured> measured(String promises, String actuals) {
    if (promises == null) {
      return List.of();
    }
    Map<Integer, BigDecimal> reached = actuals == null ? Map.of() : read(actuals, ACTUALS);
    return read(promises, PROMISES).stream()
        .map(
            one ->
                new LedgerRow.Measured(
                    one.metric(),
                    one.operator(),
                    one.target(),
                    one.unit(),
                    reached.get(one.number())))
        .toList();
  }

  List<Attribution.Share> held(
      String holdings, String suspensions, String extensions, LocalDate due) {
    Nobodys nobodys = new Nobodys(spans(suspensions), spans(extensions));
    List<Holding> held =
        tuples(holdings).stream()
            .map(
                one ->
                    new Holding(
                        one.get(0),
                        Role.valueOf(one.get(1)),
                        span(one.get(2), one.get(3)),
                        one.get(4) == null ? null : LocalDate.parse(one.get(4)),
                        Span.listOf(one.get(5))))
            .toList();
    return days.of(held, nobodys, due).stream()
        .map(
            one ->
                new Attribution.Share(
                    one.holder(),
                    directory.nameOf(one.holder()),
                    one.role(),
                    one.workingDays(),
                    one.pastDue()))
        .toList();
  }

  List<LedgerRow.OverdueTerm> overdueTerms(String terms, LocalDate today) {
    return tuples(terms).stream()
        .map(
            one ->
                new LedgerRow.OverdueTerm(
                    OwnTerm.valueOf(one.get(0)),
                    directory.nameOf(one.get(1)),
                    ChronoUnit.DAYS.between(LocalDate.parse(one.get(2)), today)))
        .toList();
  }

  int count(String tuples) {
    return tuples(tuples).size();
  }

  private List<Span> spans(String tuples) {
    return tuples(tuples).stream().map(one -> span(one.get(0), one.get(1))).toList();
  }

  private static Span span(String after, String upTo) {
    return new Span(LocalDate.parse(after), LocalDate.parse(upTo));
  }

  private List<List<String>> tuples(String text) {
    return text == null ? List.of() : read(text, TUPLES);
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
