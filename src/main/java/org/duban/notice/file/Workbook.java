package org.duban.notice.file;

import java.util.ArrayList;
import java.util.List;
import org.duban.notice.FlagCode;

/**
 * The sheets of an Excel file in their order.
 *
 * @param since1904 whether dates count from 1904, as on old Macs
 */
record Workbook(List<Sheet> shown, List<Sheet> hidden, boolean since1904) {

  private static final int MOST_SHEETS = 300;

  /**
   * @param relation the name under which the file refers to the sheet's part
   */
  record Sheet(String name, String relation) {}

  static Workbook of(OfficePackage office) {
    Reading reading = new Reading();
    XmlPart.walk(office.part("xl/workbook.xml").orElseThrow(), reading);
    return new Workbook(reading.shown, reading.hidden, reading.since1904);
  }

  private static final class Reading implements XmlPart.Visitor {

    private final List<Sheet> shown = new ArrayList<>();
    private final List<Sheet> hidden = new ArrayList<>();
    private boolean since1904;

    @Override
    public boolean start(String name, XmlPart element) {
      if (name.equals("workbookPr")) {
        String value = element.attribute("date1904");
        since1904 = "1".equals(value) || "true".equals(value);
      } else if (name.equals("sheet")) {
        add(element);
      }
      return true;
    }

    private void add(XmlPart element) {
      String state = element.attribute("state");
      boolean isShown = state == null || state.equals("visible");
      (isShown ? shown : hidden)
          .add(new Sheet(String.valueOf(element.attribute("name")), element.attribute("id")));
      if (shown.size() + hidden.size() > MOST_SHEETS) {
        throw FileText.refused(FlagCode.TOO_LARGE, "工作表超过 " + MOST_SHEETS + " 张,不像任务清单。");
      }
    }

    @Override
    public void end(String name) {}
  }
}
