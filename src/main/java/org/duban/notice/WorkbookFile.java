package org.duban.notice;

import java.io.InputStream;
import org.duban.notice.file.FileKind;
import org.duban.notice.file.FileText;
import org.duban.notice.file.OfficePackage;

/** An Excel file that somebody handed in, looked through before a library reads it. */
public final class WorkbookFile {

  private WorkbookFile() {}

  /**
   * The file's cells, without what could do harm: no macro, no entity, no zip bomb.
   *
   * @param most bytes of text that the file may hold once it is unpacked
   * @throws NoticeRefused when it is another kind of file, broken, locked, or larger
   */
  public static InputStream of(byte[] content, long most) {
    FileKind kind = FileKind.of(content).orElse(null);
    if (kind == FileKind.OLD_OFFICE) {
      throw FileText.oldOffice(content);
    }
    if (kind != FileKind.ZIP) {
      throw FileText.refused(FlagCode.OTHER_KIND, "这不是 Excel 文件（.xlsx）。");
    }
    OfficePackage office = OfficePackage.open(content);
    if (office.kind() != OfficePackage.Kind.SHEETS) {
      throw FileText.refused(FlagCode.OTHER_KIND, "这不是 Excel 文件（.xlsx）。");
    }
    if (office.size() > most) {
      throw FileText.refused(
          FlagCode.TOO_LARGE, "表内的文字超过 " + most / 1024 / 1024 + " MB，未读取。请删去多余的行和工作表后再上传。");
    }
    return office.repacked();
  }
}
