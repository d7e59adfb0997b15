package org.duban.bulletin;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a bulletin as a Word file, after the office's template. */
@Component
class BulletinDocument {

  private static final List<String> TABLES =
      List.of("departments", "promises", "laggards", "extensions", "blamed", "signOffs", "coming");

  private final BulletinTemplate template;
  private final BulletinWords words;

  BulletinDocument(BulletinTemplate template, BulletinWords words) {
    this.template = template;
    this.words = words;
  }

  byte[] draft(MonthFigures figures, String foreword) {
    return write(words.of(figures, foreword, null));
  }

  byte[] released(MonthFigures figures, Bulletin bulletin) {
    return write(words.of(figures, bulletin.foreword(), bulletin.releasedAt()));
  }

  private byte[] write(Map<String, Object> words) {
    var configure = Configure.builder();
    TABLES.forEach(table -> configure.bind(table, new LoopRowTableRenderPolicy()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = template.open()) {
      XWPFTemplate.compile(in, configure.build()).render(words).writeAndClose(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
