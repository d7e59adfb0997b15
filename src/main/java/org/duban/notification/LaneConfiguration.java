package org.duban.notification;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duban.security.CannotStart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

/**
 * Opens the lanes that the settings name: the log always, mail where {@code spring.mail.host} is
 * given, and each group. What is set half is refused in a sentence.
 */
@Configuration(proxyBeanMethods = false)
class LaneConfiguration {

  private static final String GROUPS = "duban.notification.groups.";

  private final NotificationSettings settings;
  private final AddressBook addresses;
  private final Wording wording;
  private final Posts posts;
  private final Clock clock;

  LaneConfiguration(
      NotificationSettings settings,
      AddressBook addresses,
      Wording wording,
      Posts posts,
      Clock clock) {
    this.settings = settings;
    this.addresses = addresses;
    this.wording = wording;
    this.posts = posts;
    this.clock = clock;
  }

  /**
   * @throws CannotStart when a way out is set half
   */
  @Bean
  Lanes lanes(
      LogChannel log,
      ObjectProvider<JavaMailSender> mailServer,
      @Value("${spring.mail.host:}") String mailHost) {
    List<Lane> lanes = new ArrayList<>();
    lanes.add(Lane.toPersons(log, false));
    if (StringUtils.hasText(mailHost)) {
      lanes.add(Lane.toPersons(mail(mailServer.getObject()), true));
    } else if (StringUtils.hasText(settings.from())) {
      throw new CannotStart("设置了发件人 duban.notification.from，没有设置邮件服务器 spring.mail.host。");
    }
    settings.groups().forEach((name, group) -> lanes.add(lane(name, group)));
    return new Lanes(lanes, addresses);
  }

  private MailChannel mail(JavaMailSender server) {
    String from = settings.from();
    if (from == null || !from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
      throw new CannotStart(
          "设置了邮件服务器 spring.mail.host，没有设置发件人 duban.notification.from，例如 duban@example.cn。");
    }
    String host =
        StringUtils.hasText(settings.host())
            ? settings.host()
            : from.substring(from.indexOf('@') + 1);
    return new MailChannel(server, addresses, wording, from, host);
  }

  private Lane lane(String name, GroupSettings group) {
    URI url = checkedUrl(name, group);
    Set<String> people = people(name, group);
    String channel = group.channel() == null ? "" : group.channel();
    return switch (channel) {
      case WeComRobot.NAME ->
          new Lane(
              new WeComRobot(url, posts, addresses, wording, language(name, group)),
              name,
              people,
              true,
              Robot.PER_MINUTE);
      case DingTalkRobot.NAME ->
          new Lane(
              new DingTalkRobot(
                  url,
                  secret(name, group),
                  clock,
                  posts,
                  addresses,
                  wording,
                  language(name, group)),
              name,
              people,
              true,
              Robot.PER_MINUTE);
      case SignedWebhook.NAME ->
          new Lane(
              new SignedWebhook(url, secret(name, group), clock, posts, wording),
              name,
              people,
              false,
              0);
      default -> throw new CannotStart(GROUPS + name + ".channel 只能是 wecom、dingtalk 或 webhook。");
    };
  }

  private Set<String> people(String name, GroupSettings group) {
    if (group.holders().isEmpty() && !SignedWebhook.NAME.equals(group.channel())) {
      throw new CannotStart(GROUPS + name + ".holders 没有设置：须列出部门代码、supervising-office 或 leader。");
    }
    try {
      return addresses.of(group.holders());
    } catch (IllegalArgumentException e) {
      throw new CannotStart(GROUPS + name + ".holders 有误：" + e.getMessage(), e);
    }
  }

  /** Encrypted, unless it stays on this machine. */
  private static URI checkedUrl(String name, GroupSettings group) {
    URI url = group.url();
    boolean usable =
        url != null
            && url.getHost() != null
            && ("https".equals(url.getScheme())
                || "http".equals(url.getScheme())
                    && Set.of("localhost", "127.0.0.1").contains(url.getHost()));
    if (!usable) {
      throw new CannotStart(
          GROUPS + name + ".url 没有设置，或不是 https 网址；请用环境变量 " + variable(name, "URL") + " 给出。");
    }
    return url;
  }

  private static String secret(String name, GroupSettings group) {
    if (!StringUtils.hasText(group.secret())) {
      throw new CannotStart(
          GROUPS + name + ".secret 没有设置：签名需要密钥，请用环境变量 " + variable(name, "SECRET") + " 给出。");
    }
    return group.secret();
  }

  private static String language(String name, GroupSettings group) {
    if (!Set.of("zh", "en").contains(group.language())) {
      throw new CannotStart(GROUPS + name + ".language 只能是 zh 或 en。");
    }
    return group.language();
  }

  private static String variable(String name, String what) {
    return "DUBAN_NOTIFICATION_GROUPS_"
        + name.toUpperCase(Locale.ROOT).replace("-", "")
        + "_"
        + what;
  }
}
