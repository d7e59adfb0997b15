package org.duban.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that says the same of every address. */
final class RefusingMailServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String answer;

  RefusingMailServer(String answerToAddress) throws IOException {
    this.answer = answerToAddress;
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "refusing-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket visitor = socket.accept()) {
        talk(visitor);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket visitor) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
    say(visitor, "220 here");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        say(visitor, answer);
      } else if (line.startsWith("QUIT")) {
        say(visitor, "221 bye");
        return;
      } else {
        say(visitor, "250 ok");
      }
    }
  }

  private static void say(Socket visitor, String line) throws IOException {
    visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    visitor.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
