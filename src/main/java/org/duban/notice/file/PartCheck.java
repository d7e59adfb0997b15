package org.duban.notice.file;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duban.notice.FlagCode;
import org.duban.notice.NoticeRefused;
import org.duban.notice.line.Excerpt;

/**
 * Looks through one XML part of a file: well-formed, nested no deeper than any writer does, without
 * a document type, which is where entities are declared.
 */
final class PartCheck {

  private static final int DEEPEST = 500;

  private PartCheck() {}

  /** A reader that knows no document types and no entities. */
  static XMLStreamReader reader(byte[] part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  static void check(String name, byte[] part) {
    String place = "文件内部的“" + Excerpt.plain(name) + "”";
    int depth = 0;
    int line = 1;
    try {
      XMLStreamReader reader = reader(part);
      while (reader.hasNext()) {
        int event = reader.next();
        line = Math.max(1, reader.getLocation().getLineNumber());
        if (event == XMLStreamConstants.DTD) {
          throw new NoticeRefused(
              FlagCode.EXTERNAL_CONTENT, line, place, "声明了文档类型或外部实体,正常的文档里没有这样的内容,为安全起见不读取。");
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (depth > DEEPEST) {
          throw new NoticeRefused(
              FlagCode.TOO_LARGE, line, place, "嵌套超过 " + DEEPEST + " 层,不像正常的文档。");
        }
      }
    } catch (XMLStreamException broken) {
      throw new NoticeRefused(FlagCode.DAMAGED, line, place, "内容已损坏,无法读取。请重新保存后再上传。");
    }
  }
}
