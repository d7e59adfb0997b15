package org.duban.worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.notice.NoticeRefused;
import org.duban.notice.WorkbookFile;

/** Writes the file and reads what came back. */
public final class Worksheets {

  private static final long MOST_TEXT = 10L * 1024 * 1024;

  private Worksheets() {}

  /**
   * A sheet for each kind of task there is, after one that says how to fill them in.
   *
   * @param title whose tasks they are, and of when
   * @param refused what was handed in before and couldn't be taken: it stands in its cells again,
   *     with the reason beside it, or on the first sheet where the task is gone
   */
  public static byte[] write(String title, List<WorkItem> items, List<Refused> refused) {
    Map<String, Refused> byKey =
        refused.stream()
            .collect(Collectors.toMap(one -> one.answer().key(), Function.identity(), (a, b) -> a));
    List<Refused> gone = new ArrayList<>(refused);
    gone.removeIf(one -> items.stream().anyMatch(item -> item.key().equals(one.answer().key())));
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Styles styles = new Styles(workbook);
      new CoverPage(workbook, styles).write(title, items, gone);
      for (WorkKind kind : WorkKind.values()) {
        List<WorkItem> its = items.stream().filter(item -> item.kind() == kind).toList();
        if (!its.isEmpty()) {
          new TaskPage(workbook, styles, kind).write(its, byKey);
        }
      }
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One answer for each task in the file, in its order.
   *
   * @throws WorksheetRefused when it is no file that {@link #write} made, or its form was changed
   */
  public static List<Answer> read(byte[] content) {
    List<Answer> answers = new ArrayList<>();
    boolean known = false;
    try (InputStream safe = WorkbookFile.of(content, MOST_TEXT);
        XSSFWorkbook workbook = new XSSFWorkbook(safe)) {
      for (WorkKind kind : WorkKind.values()) {
        Sheet sheet = workbook.getSheet(kind.sheet());
        if (sheet != null) {
          known = true;
          answers.addAll(new FilledPage(sheet, kind).answers());
        }
      }
      known |= workbook.getSheet(CoverPage.NAME) != null;
    } catch (NoticeRefused refused) {
      throw new WorksheetRefused(refused.getMessage());
    } catch (IOException | POIXMLException | OpenXML4JRuntimeException broken) {
      throw new WorksheetRefused("这个 Excel 文件已损坏，无法读取。请重新保存后再上传。");
    }
    if (!known) {
      throw new WorksheetRefused("这不是从本系统下载的填报表。请先下载，在表内填好后再上传。");
    }
    return answers;
  }
}
