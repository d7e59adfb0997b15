package org.duban.evidence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.dao.DataAccessException;

/**
 * The pages of a PDF as pictures. Tasklist's pages are sandboxed, so a browser's own viewer doesn't
 * open in them; and in a picture nothing runs.
 */
final class PagePictures {

  private static final float WIDTH_IN_PIXELS = 1000;
  private static final float LARGEST_SIDE_IN_POINTS = 14_400;

  private PagePictures() {}

  /** 0 for what turns out not to be readable. */
  static int count(RandomAccessRead file) {
    return read(file, PDDocument::getNumberOfPages).orElse(0);
  }

  /**
   * @param number from 1
   * @return empty when there is no such page, or it can't be drawn
   */
  static Optional<BufferedImage> page(RandomAccessRead file, int number) {
    return read(
        file, pdf -> number < 1 || number > pdf.getNumberOfPages() ? null : draw(pdf, number));
  }

  private static BufferedImage draw(PDDocument pdf, int number) throws IOException {
    PDRectangle size = pdf.getPage(number - 1).getCropBox();
    float longer = Math.max(size.getWidth(), size.getHeight());
    if (longer > LARGEST_SIDE_IN_POINTS || Math.min(size.getWidth(), size.getHeight()) < 1) {
      return null;
    }
    return new PDFRenderer(pdf).renderImage(number - 1, WIDTH_IN_PIXELS / longer);
  }

  private interface Reading<T> {
    T of(PDDocument pdf) throws IOException;
  }

  private static <T> Optional<T> read(RandomAccessRead file, Reading<T> reading) {
    try (PDDocument pdf = Loader.loadPDF(file)) {
      return Optional.ofNullable(reading.of(pdf));
    } catch (DataAccessException unreachable) {
      throw unreachable;
    } catch (IOException | RuntimeException unreadable) {
      // a broken or encrypted file is kept as evidence all the same, and downloaded instead
      return Optional.empty();
    }
  }

  static void write(BufferedImage page, OutputStream out) throws IOException {
    ImageIO.write(page, "png", out);
  }
}
