package org.duban.oversight.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.directory.Directory;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.notice.Operator;
import org.duban.oversight.Standing;
import org.duban.oversight.Terms;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;

/** What the board's pages call things. */
public class BoardWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.CHINESE);

  private final Directory directory;

  public BoardWords(Directory directory) {
    this.directory = directory;
  }

  public String of(Light light) {
    return Terms.of(light);
  }

  public String of(MilestoneKind kind) {
    return kind.label();
  }

  /** As 会签; the day itself is the term. */
  public String of(OwnTerm term) {
    return term.label().replace("时限", "");
  }

  /** Whether any of these stands on the ladder. */
  public boolean climbs(Board.TermCount term) {
    return term.levels().values().stream().anyMatch(count -> count > 0);
  }

  public boolean noTerms(List<Board.TermCount> terms) {
    return terms.stream().allMatch(term -> term.open() == 0);
  }

  public String of(MilestoneState state) {
    return Terms.of(state);
  }

  public String of(Role role) {
    return Terms.of(role);
  }

  public String of(Operator operator) {
    return switch (operator) {
      case EQ -> "";
      case GE -> "不少于";
      case LE -> "不超过";
      case APPROX -> "约";
    };
  }

  public String project(String state) {
    return switch (state) {
      case "REGISTERED" -> "已立项，未交办";
      case "DISPATCHED" -> "办理中";
      case "CLOSED" -> "已销号";
      default -> "已撤销";
    };
  }

  public String standing(Standing standing) {
    return standing.label();
  }

  public long behind(Map<Standing, Long> standings) {
    return standings.get(Standing.BEHIND);
  }

  public String day(LocalDate day) {
    return day == null ? "无固定日期" : DAY.format(day);
  }

  public String level(int level) {
    return List.of("", "一级督办", "二级督办", "三级督办").get(level);
  }

  public String names(List<String> holders) {
    return holders.isEmpty()
        ? "—"
        : holders.stream().map(directory::nameOf).collect(Collectors.joining("、"));
  }

  /** What a cell of the heat map says to whoever can't see its colour. */
  public String cell(String department, Board.Month month) {
    String when = department + Integer.parseInt(month.month().substring(5)) + "月：";
    return month.due() == 0
        ? when + "无到期"
        : when
            + "到期 "
            + month.due()
            + " 项"
            + month.standings().entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> "，" + one.getKey().label() + " " + one.getValue() + " 项")
                .collect(Collectors.joining());
  }

  /** The same for the sign-offs of one who supports. */
  public String signOffs(String department, Board.Month month) {
    String when = department + "会签" + Integer.parseInt(month.month().substring(5)) + "月：";
    return month.due() == 0
        ? when + "无到期"
        : when
            + "到期 "
            + month.due()
            + " 件"
            + late("，逾期未会签 ", month.standings().get(Standing.BEHIND))
            + late("，逾期会签 ", month.standings().get(Standing.LATE));
  }

  private static String late(String words, long count) {
    return count == 0 ? "" : words + count + " 件";
  }

  /** The colour of a cell: how the worst of it stands, and near its day where the light says so. */
  public String colour(Board.Month month) {
    if (month.worst() == null) {
      return "none";
    }
    return month.worst() == Standing.ON_TRACK && month.light() == Light.YELLOW
        ? "near"
        : month.worst().name().toLowerCase(Locale.ROOT);
  }

  /** To what the board is narrowed, empty when it shows everything. */
  String only(BoardFilter filter, Board board) {
    List<String> parts = new ArrayList<>();
    if (filter.programme() != null) {
      board.programmes().content().forEach(one -> parts.add(one.title()));
    }
    if (filter.department() != null) {
      parts.add(name(filter.department()) + "牵头");
    }
    if (filter.kind() != null) {
      parts.add(of(filter.kind()));
    }
    return String.join(" · ", parts);
  }

  /** The question that a list answers, in words. */
  String asked(MilestoneFilter filter, YearMonth month, LocalDate due) {
    List<String> parts = new ArrayList<>();
    if (filter.lead() != null) {
      parts.add(name(filter.lead()) + "牵头");
    }
    if (filter.holder() != null) {
      parts.add(
          filter.term() == null ? "现由" + name(filter.holder()) + "办理" : name(filter.holder()));
    }
    if (filter.term() != null) {
      parts.add("在办的" + of(filter.term()));
    }
    if (filter.overdue() != null) {
      parts.add(filter.overdue() ? "逾期" : "未逾期");
    }
    if (filter.kind() != null) {
      parts.add(of(filter.kind()));
    }
    if (due != null) {
      parts.add(day(due) + "到期");
    } else if (month != null) {
      parts.add(month.getYear() + "年" + month.getMonthValue() + "月到期");
    }
    if (filter.light() != null) {
      parts.add(of(filter.light()));
    }
    if (filter.standing() != null) {
      parts.add(filter.standing().label());
    }
    if (filter.level() != null && filter.level() >= 1 && filter.level() <= 3) {
      parts.add(level(filter.level()));
    }
    return parts.isEmpty() ? "全部节点" : String.join(" · ", parts);
  }

  private String name(String code) {
    return directory.withCode(code).isPresent()
            || code.equals(Directory.SUPERVISING_OFFICE)
            || code.equals(Directory.LEADER)
        ? directory.nameOf(code)
        : code;
  }
}
