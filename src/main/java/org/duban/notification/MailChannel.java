package org.duban.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.duban.directory.Person;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail by SMTP, to the address that the directory has on the day it is sent.
 *
 * <p>SMTP is at-least-once: when the line breaks, or this program stops, between the server's
 * acceptance and our note of it, the mail is sent again. Both copies then carry the same
 * Message-ID, by which servers and mail programs may know the second for what it is.
 */
final class MailChannel implements Channel {

  static final String NAME = "mail";

  private static final int PERMANENT = 500;

  private final JavaMailSender server;
  private final AddressBook addresses;
  private final Wording wording;
  private final String from;
  private final String host;

  /**
   * @param host the right half of Message-IDs
   */
  MailChannel(
      JavaMailSender server, AddressBook addresses, Wording wording, String from, String host) {
    this.server = server;
    this.addresses = addresses;
    this.wording = wording;
    this.from = from;
    this.host = host;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void send(Letter letter) throws Undelivered {
    String address =
        addresses
            .mailOf(letter.recipient())
            .orElseThrow(() -> Undelivered.forGood("部门目录中没有 " + letter.recipient() + " 的邮箱。"));
    MimeMessage mail = write(letter, address);
    try {
      server.send(mail);
    } catch (MailException e) {
      throw undelivered(e, address);
    }
  }

  private MimeMessage write(Letter letter, String address) throws Undelivered {
    Person person = addresses.person(letter.recipient()).orElseThrow();
    MimeMessage mail = server.createMimeMessage();
    try {
      MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(address);
      helper.setSubject(wording.subject(letter, person.language()));
      helper.setText(wording.body(letter, person.name(), person.language()));
      mail.setHeader("Message-ID", "<" + letter.key() + "@" + host + ">");
      mail.setHeader("Auto-Submitted", "auto-generated");
      return mail;
    } catch (AddressException e) {
      throw Undelivered.forGood("邮箱地址 " + address + " 写得不对。");
    } catch (MessagingException e) {
      throw Undelivered.now("邮件未能写成：" + e.getMessage());
    }
  }

  /** Only an address that was refused is about this letter; else the server is out. */
  private static Undelivered undelivered(MailException failure, String address) {
    if (failure instanceof MailSendException several) {
      for (Exception one : several.getMessageExceptions()) {
        for (Throwable e = one; e != null; e = next(e)) {
          if (e instanceof SMTPAddressFailedException refused) {
            String sentence = "邮件服务器拒收 " + address + "：" + refused.getMessage().strip();
            return refused.getReturnCode() >= PERMANENT
                ? Undelivered.forGood(sentence)
                : Undelivered.now(sentence);
          }
        }
      }
    }
    return Undelivered.laneDown("邮件服务器没有接收：" + failure.getMessage());
  }

  private static Throwable next(Throwable e) {
    return e instanceof MessagingException mail ? mail.getNextException() : e.getCause();
  }
}
