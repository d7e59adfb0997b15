package org.duban.notice.file;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.duban.notice.FlagCode;

/** Walks through an XML part that {@link PartCheck} has passed. Names are without their prefix. */
final class XmlPart {

  /** What a walk tells. Elements inside one that was left out are not told. */
  interface Visitor {

    /**
     * @return whether to go into it; {@link #end} is not told of one that was left out
     */
    boolean start(String name, XmlPart element);

    void end(String name);

    default void text(String text) {}
  }

  private final XMLStreamReader reader;

  private XmlPart(XMLStreamReader reader) {
    this.reader = reader;
  }

  static void walk(byte[] part, Visitor visitor) {
    try {
      XMLStreamReader reader = PartCheck.reader(part);
      XmlPart element = new XmlPart(reader);
      int leftOut = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          leftOut += leftOut > 0 || !visitor.start(reader.getLocalName(), element) ? 1 : 0;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (leftOut > 0) {
            leftOut--;
          } else {
            visitor.end(reader.getLocalName());
          }
        } else if (leftOut == 0
            && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
          visitor.text(reader.getText());
        }
      }
    } catch (XMLStreamException broken) {
      throw FileText.refused(FlagCode.DAMAGED, "文件内容已损坏,无法读取。请重新保存后再上传。");
    }
  }

  /** The attribute of that local name, null when there is none. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** The attribute as a whole number; the usual value when there is none, or none that fits. */
  int number(String name, int usual) {
    String value = attribute(name);
    if (value == null || !value.matches("-?\\d{1,8}")) {
      return usual;
    }
    return Integer.parseInt(value);
  }

  /** Whether a switch such as {@code <w:vanish/>} is on, which it is without a value. */
  boolean isOn() {
    String value = attribute("val");
    return value == null || value.equals("1") || value.equals("true") || value.equals("on");
  }
}
