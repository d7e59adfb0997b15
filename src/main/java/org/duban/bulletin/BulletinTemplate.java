package org.duban.bulletin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** The Word file with the placeholders, as it is on disk now, in the fonts that are set. */
@Component
class BulletinTemplate {

  private final BulletinSettings settings;

  BulletinTemplate(BulletinSettings settings) {
    this.settings = settings;
  }

  InputStream open() throws IOException {
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(settings.template().getInputStream());
        ZipOutputStream out = new ZipOutputStream(copy)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        byte[] content = in.readAllBytes();
        out.write(part.getName().endsWith(".xml") ? inFonts(content) : content);
      }
    }
    return new ByteArrayInputStream(copy.toByteArray());
  }

  private byte[] inFonts(byte[] part) {
    return settings
        .fonts()
        .in(new String(part, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }
}
