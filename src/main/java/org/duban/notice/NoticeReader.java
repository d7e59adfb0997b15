package org.duban.notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.notice.file.FileText;
import org.duban.notice.language.DepartmentReader;
import org.duban.notice.language.Label;
import org.duban.notice.language.Labelled;
import org.duban.notice.language.LeadRule;
import org.duban.notice.language.YearPolicy;
import org.duban.notice.line.Line;
import org.duban.notice.line.PageFurniture;
import org.duban.notice.outline.Block;
import org.duban.notice.outline.Blocks;
import org.duban.notice.outline.HeadingReader;
import org.duban.notice.outline.ItemReader;
import org.duban.notice.outline.LostColumnsPolicy;
import org.duban.notice.outline.Places;
import org.duban.notice.outline.RawItem;
import org.duban.notice.outline.RawList;
import org.duban.notice.outline.TitlePolicy;
import org.springframework.stereotype.Component;

/**
 * Reads a published list into a draft. It asks instead of guessing: what the text doesn't say
 * becomes a {@link Flag}, and all flags of a list are shown at once.
 */
@Component
public class NoticeReader {

  /** A file longer than this, in bytes, is refused unread. */
  public static final int LARGEST = 30 * 1024 * 1024;

  private final KnownNames directory;

  public NoticeReader(KnownNames directory) {
    this.directory = directory;
  }

  /**
   * Reads a file: plain text or a saved page in UTF-8, UTF-16 or GB18030; a .docx, an .xlsx, or a
   * PDF with a text in it.
   *
   * @throws NoticeRefused when it is no list at all
   */
  public Draft read(byte[] content) {
    if (content.length > LARGEST) {
      throw tooLarge(content.length);
    }
    return read(FileText.of(content));
  }

  /**
   * Reads a text, or a page when it is one. Lines of a page are those of the text taken from it.
   *
   * @throws NoticeRefused when it is no list at all
   */
  public Draft read(String text) {
    if (text.length() > LARGEST) {
      throw tooLarge(text.length());
    }
    return read(FileText.of(text));
  }

  /**
   * Reads a file and gives the draft together with the lines it was read from.
   *
   * @throws NoticeRefused when it is no list at all
   */
  public Reading readWithSource(byte[] content) {
    if (content.length > LARGEST) {
      throw tooLarge(content.length);
    }
    FileText file = FileText.of(content);
    return new Reading(printed(file.lines()), read(file));
  }

  private static List<String> printed(List<Line> lines) {
    List<String> printed = new ArrayList<>();
    for (Line line : lines) {
      while (printed.size() < line.number() - 1) {
        printed.add("");
      }
      printed.add(line.text());
    }
    return printed;
  }

  private Draft read(FileText file) {
    Places places = Places.of(file.lines());
    try {
      return places.said(draftOf(file.lines()), file.doubts());
    } catch (NoticeRefused refused) {
      throw new NoticeRefused(places.said(refused.flags()));
    }
  }

  static NoticeRefused tooLarge(long size) {
    return new NoticeRefused(
        FlagCode.TOO_LARGE,
        1,
        "内容长 " + size / 1024 / 1024 + " MB,超过 " + LARGEST / 1024 / 1024 + " MB 的上限。");
  }

  private Draft draftOf(List<Line> lines) {
    LostColumnsPolicy.firstTornIn(lines)
        .ifPresent(
            heads -> {
              throw new NoticeRefused(
                  FlagCode.COLUMNS_LOST,
                  heads.number(),
                  "从这里起是表格,复制时各列散开了,不能确定哪个单位、哪个时限属于哪一项。请上传原来的文件,或逐行复制。");
            });
    List<Block> blocks = Blocks.of(lines);
    RawList list = RawList.of(blocks);
    if (list.items().isEmpty()) {
      Blocks.refuseLostColumns(lines);
      throw withoutItems(list);
    }
    return draftOf(lines, blocks, list);
  }

  private static NoticeRefused withoutItems(RawList list) {
    return list.numbered() == 0
        ? new NoticeRefused(FlagCode.NOT_A_LIST, 1, "全文没有以“一、”或“1.”编号的事项,也没有任务表格,不是任务清单。")
        : new NoticeRefused(
            FlagCode.NOT_A_LIST,
            list.firstNumbered(),
            "有 " + list.numbered() + " 个编号段落,但都没有写明牵头部门、配合部门或完成时限,不是任务清单。");
  }

  private Draft draftOf(List<Line> lines, List<Block> blocks, RawList list) {
    List<Flag> flags = new ArrayList<>();
    int firstItem = list.items().get(0).line();
    List<Line> preface = prefaceOf(blocks, firstItem);
    Optional<String> title = TitlePolicy.titleOf(preface);
    if (title.isEmpty()) {
      flags.add(FlagCode.NO_TITLE.at(firstItem, "第一项之前没有清单标题。"));
    }
    YearPolicy.Decision year = year(list, preface, title.orElse(""));
    if (year.year() == 0) {
      flags.add(FlagCode.NO_YEAR.at(firstItem, "标题、前言和各项时限都不能确定清单年度。"));
    } else if (year.unclear()) {
      flags.add(FlagCode.YEAR_UNCLEAR.at(1, "标题中有多个年份,按 " + year.year() + " 年处理,请核对。"));
    }
    ItemReader reader =
        new ItemReader(
            new DepartmentReader(directory, year.year()), year, LeadRule.isStatedIn(lines));
    boolean printedNumbers = numbersDiffer(list.items());
    List<DraftProject> projects = new ArrayList<>();
    for (RawItem item : list.items()) {
      projects.add(reader.read(item, printedNumbers ? item.value() : projects.size() + 1));
    }
    flags.addAll(list.flags());
    return new Draft(title.orElse(""), year.year(), projects, flags);
  }

  private static boolean numbersDiffer(List<RawItem> items) {
    Set<Integer> seen = new HashSet<>();
    return items.stream().allMatch(item -> item.value() > 0 && seen.add(item.value()));
  }

  /** The lines before the first item, without the headings of chapters. */
  private static List<Line> prefaceOf(List<Block> blocks, int firstItem) {
    return blocks.stream()
        .map(Block::line)
        .filter(line -> line != null && line.number() < firstItem)
        .filter(line -> !PageFurniture.is(line) && HeadingReader.read(line).isEmpty())
        .toList();
  }

  private static YearPolicy.Decision year(RawList list, List<Line> preface, String title) {
    List<String> deadlines =
        list.items().stream()
            .flatMap(item -> item.labelled(Label.DEADLINE).stream())
            .map(Labelled::value)
            .toList();
    return YearPolicy.decide(title, preface.stream().map(Line::text).toList(), deadlines);
  }
}
