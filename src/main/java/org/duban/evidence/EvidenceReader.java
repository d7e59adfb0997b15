package org.duban.evidence;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * A stored file for PDFBox, which reads here and there. A piece is fetched when something in it is
 * asked for; the last few are kept.
 */
final class EvidenceReader implements RandomAccessRead {

  private static final int KEPT = 4;

  private final long length;
  private final IntFunction<byte[]> pieces;
  private final Map<Integer, byte[]> kept = new LinkedHashMap<>(KEPT, 1, true);
  private long position;
  private boolean closed;

  /**
   * @param pieces by number, from 0; all are as long as the first, the last one at most
   */
  EvidenceReader(long length, IntFunction<byte[]> pieces) {
    this.length = length;
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    Objects.checkFromIndexSize(offset, wanted, target.length);
    if (isEOF()) {
      return -1;
    }
    int size = piece(0).length;
    byte[] piece = piece((int) (position / size));
    int from = (int) (position % size);
    int count = Math.min(wanted, piece.length - from);
    System.arraycopy(piece, from, target, offset, count);
    position += count;
    return count;
  }

  private byte[] piece(int number) {
    byte[] piece = kept.computeIfAbsent(number, pieces::apply);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return piece;
  }

  @Override
  public long getPosition() throws IOException {
    checkOpen();
    return position;
  }

  /** Beyond the end is the end. */
  @Override
  public void seek(long to) throws IOException {
    checkOpen();
    if (to < 0) {
      throw new IOException("There is nothing before the beginning: " + to);
    }
    position = Math.min(to, length);
  }

  @Override
  public long length() throws IOException {
    checkOpen();
    return length;
  }

  @Override
  public boolean isEOF() throws IOException {
    checkOpen();
    return position >= length;
  }

  @Override
  public RandomAccessReadView createView(long start, long size) {
    return new RandomAccessReadView(this, start, size);
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    kept.clear();
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("Closed already");
    }
  }
}
