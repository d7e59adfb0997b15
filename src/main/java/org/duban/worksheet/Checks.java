package org.duban.worksheet;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** What Excel itself refuses while somebody types. It is all checked again when it comes back. */
final class Checks {

  private final XSSFSheet sheet;
  private final List<Column> columns;

  Checks(XSSFSheet sheet, List<Column> columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  void apply(int lastRow) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.isOpen()) {
        int at = TaskPage.HIDDEN.size() + i;
        CellRangeAddressList cells = new CellRangeAddressList(1, lastRow, at, at);
        sheet.addValidationData(checked(column, cells));
      }
    }
  }

  private DataValidation checked(Column column, CellRangeAddressList cells) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation check = helper.createValidation(constraint(column, helper), cells);
    check.setEmptyCellAllowed(true);
    check.setShowErrorBox(true);
    check.createErrorBox(column.title(), wanted(column));
    return check;
  }

  private static DataValidationConstraint constraint(Column column, DataValidationHelper helper) {
    return switch (column.entry()) {
      case CHOICE -> helper.createExplicitListConstraint(column.choices().toArray(String[]::new));
      case PERCENT -> helper.createIntegerConstraint(OperatorType.BETWEEN, "0", "100");
      case NUMBER ->
          helper.createDecimalConstraint(
              OperatorType.BETWEEN, "-1000000000000000", "1000000000000000");
      case DATE ->
          helper.createDateConstraint(
              OperatorType.GREATER_OR_EQUAL, "DATE(2000,1,1)", null, "yyyy-mm-dd");
      case TEXT, NONE -> helper.createTextLengthConstraint(OperatorType.BETWEEN, "0", "4000");
    };
  }

  private static String wanted(Column column) {
    return switch (column.entry()) {
      case CHOICE -> "请从下拉列表选择：" + String.join("、", column.choices()) + "。";
      case PERCENT -> "请填 0 到 100 之间的整数。";
      case NUMBER -> "请填数字，不带单位。";
      case DATE -> "请填日期，例如 2021-07-31。";
      case TEXT, NONE -> "最多 4000 字。";
    };
  }
}
