package org.duban.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private Draft read(FileText file) {
    Places places = Places.of(file.lines());
    try {
      return places.said(read(file.lines()), file.doubts());
    } catch (NoticeRefused refused) {
      throw new NoticeRefused(places.said(refused.flags()));
    }
  }

  private Draft read(List<Line> lines) {
    LostColumnsPolicy.firstTornIn(lines)
        .ifPresent(
            heads -> {
              throw new NoticeRefused(
                  FlagCode.COLUMNS_LOST,
                  heads.number(),
                  "从这里起是表格,复制时各列散开了,不能确定哪个单位、哪个时限属于哪一项。请上传原来的文件,或逐行复制。");
            });
    RawList list =
        HeadingReader.fitting(lines)
            .map(headings -> RawList.of(lines, headings))
            .filter(cut -> !cut.items().isEmpty())
            .orElseThrow(NoticeReader::withoutItems);
    if (list.items().stream().allMatch(item -> item.labelled().isEmpty())) {
      throw new NoticeRefused(
          FlagCode.NOT_A_LIST,
          list.items().get(0).heading().line(),
          "有 " + list.items().size() + " 个编号段落,但都没有写明牵头部门、配合部门或完成时限,不是任务清单。");
    }
    return draftOf(list);
  }

  static NoticeRefused tooLarge(long size) {
    return new NoticeRefused(
        FlagCode.TOO_LARGE,
        1,
        "内容长 " + size / 1024 / 1024 + " MB,超过 " + LARGEST / 1024 / 1024 + " MB 的上限。");
  }

  private static NoticeRefused withoutItems() {
    return new NoticeRefused(FlagCode.NOT_A_LIST, 1, "全文没有以“一、”或“1.”编号的事项,不是任务清单。");
  }

  private Draft draftOf(RawList list) {
    List<Flag> flags = new ArrayList<>();
    int firstItem = list.items().get(0).heading().line();
    Optional<String> title = TitlePolicy.titleOf(list.preface());
    if (title.isEmpty()) {
      flags.add(FlagCode.NO_TITLE.at(firstItem, "第一项之前没有清单标题。"));
    }
    YearPolicy.Decision year = year(list, title.orElse(""));
    if (year.year() == 0) {
      flags.add(FlagCode.NO_YEAR.at(firstItem, "标题、前言和各项时限都不能确定清单年度。"));
    } else if (year.unclear()) {
      flags.add(FlagCode.YEAR_UNCLEAR.at(1, "标题中有多个年份,按 " + year.year() + " 年处理,请核对。"));
    }
    ItemReader reader = new ItemReader(new DepartmentReader(directory, year.year()), year.year());
    List<DraftProject> projects = new ArrayList<>();
    Map<Integer, Integer> lineOf = new HashMap<>();
    for (RawItem item : list.items()) {
      DraftProject project = reader.read(item);
      Integer earlier = lineOf.putIfAbsent(project.ordinal(), project.line());
      projects.add(earlier == null ? project : project.flagged(duplicate(item, earlier)));
    }
    NumberGapPolicy.missing(lineOf.keySet())
        .ifPresent(missing -> flags.add(FlagCode.NUMBER_GAP.at(firstItem, "缺少" + missing + "。")));
    return new Draft(title.orElse(""), year.year(), projects, flags);
  }

  private static YearPolicy.Decision year(RawList list, String title) {
    List<String> preface = list.preface().stream().map(Line::text).toList();
    List<String> deadlines =
        list.items().stream()
            .flatMap(item -> item.labelled(Label.DEADLINE).stream())
            .map(Labelled::value)
            .toList();
    return YearPolicy.decide(title, preface, deadlines);
  }

  private static Flag duplicate(RawItem item, int earlierLine) {
    return FlagCode.DUPLICATE_NUMBER.at(
        item.heading().line(),
        ItemReader.itemName(item.heading()) + "与第" + earlierLine + "行的编号重复。");
  }
}
