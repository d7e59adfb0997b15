package org.duban.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server at an address of its own, which is out until it is started. */
final class MailCatcher implements AutoCloseable {

  private final int port = freePort();
  private GreenMail server;

  void start() {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  MailChannel channel(AddressBook addresses, String publicUrl) {
    return channel(port, addresses, publicUrl);
  }

  static MailChannel channel(int port, AddressBook addresses, String publicUrl) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.setDefaultEncoding("UTF-8");
    sender.getJavaMailProperties().setProperty("mail.smtp.localhost", "localhost");
    return new MailChannel(
        sender, addresses, new Wording(publicUrl), "duban@example.cn", "duban.example.cn");
  }

  List<MimeMessage> mails() {
    return server == null ? List.of() : Stream.of(server.getReceivedMessages()).toList();
  }

  List<String> messageIds() {
    return mails().stream().map(MailCatcher::messageId).toList();
  }

  static String text(MimeMessage mail) {
    try {
      return ((String) mail.getContent()).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
