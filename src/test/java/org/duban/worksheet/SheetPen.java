package org.duban.worksheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Somebody who fills the downloaded file in with Excel. */
public final class SheetPen {

  private final XSSFWorkbook workbook;

  public SheetPen(byte[] file) {
    try {
      workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> sheets() {
    List<String> names = new ArrayList<>();
    workbook.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  /** The items of a sheet, once each. */
  public List<String> items(String sheet) {
    List<String> items = new ArrayList<>();
    for (Row row : workbook.getSheet(sheet)) {
      String item = FilledCell.text(row.getCell(TaskPage.HIDDEN.size()));
      if (row.getRowNum() > 0 && !item.isEmpty()) {
        items.add(item);
      }
    }
    return items;
  }

  /**
   * @param line of the item, from 0: one for each of its commitments
   */
  public SheetPen type(String sheet, String item, int line, String title, Object typed) {
    write(cell(sheet, item, line, title), typed);
    return this;
  }

  public SheetPen type(String sheet, String item, String title, Object typed) {
    return type(sheet, item, 0, title, typed);
  }

  public String read(String sheet, String item, int line, String title) {
    return FilledCell.text(cell(sheet, item, line, title));
  }

  /** Puts another task in the place of an item's. */
  public SheetPen forge(String sheet, String item, String task) {
    row(sheet, item).getCell(0).setCellValue(task);
    return this;
  }

  public String task(String sheet, String item) {
    return FilledCell.text(row(sheet, item).getCell(0));
  }

  private Cell cell(String sheet, String item, int line, String title) {
    Row row = workbook.getSheet(sheet).getRow(row(sheet, item).getRowNum() + line);
    return row.getCell(column(workbook.getSheet(sheet), title));
  }

  private Row row(String sheet, String item) {
    for (Row row : workbook.getSheet(sheet)) {
      if (FilledCell.text(row.getCell(TaskPage.HIDDEN.size())).startsWith(item)) {
        return row;
      }
    }
    throw new AssertionError("no row " + item + " on " + sheet);
  }

  static int column(Sheet sheet, String title) {
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(title)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + title);
  }

  private static void write(Cell cell, Object typed) {
    if (typed instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else {
      cell.setCellValue((String) typed);
    }
  }

  public byte[] file() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
