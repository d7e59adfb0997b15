package org.duban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.stream.Stream;
import org.duban.security.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** Which ways out the settings open, and which settings are refused. */
class LaneConfigurationTest {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(NotificationSettings.class)
  static class Bound {}

  private static final String GROUP = "duban.notification.groups.market.";

  private final ApplicationContextRunner program =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
          .withUserConfiguration(Bound.class, LaneConfiguration.class)
          .withBean(AddressBook.class, Correspondents::book)
          .withBean(Wording.class, () -> new Wording(""))
          .withBean(Posts.class, () -> new Posts(new ObjectMapper()))
          .withBean(LogChannel.class)
          .withBean(Clock.class, Clock::systemDefaultZone);

  @Test
  void withoutSettingsThereIsTheLog() {
    program.run(
        started -> {
          Lanes lanes = started.getBean(Lanes.class);
          assertThat(lanes.all()).hasSize(1);
          assertThat(lanes.channelTo("scjg")).isEqualTo("log");
        });
  }

  @Test
  void mailGoesToWhoeverHasAnAddress() {
    program
        .withPropertyValues("spring.mail.host=localhost", "duban.notification.from=d@example.cn")
        .run(
            started -> {
              Lanes lanes = started.getBean(Lanes.class);
              assertThat(lanes.channelTo("scjg")).isEqualTo("mail");
              assertThat(lanes.channelTo("duban")).isEqualTo("log");
            });
  }

  @Test
  void aGroupHearsWhatItsHoldersAreTold() {
    program
        .withPropertyValues(
            GROUP + "channel=dingtalk",
            GROUP + "url=https://oapi.dingtalk.com/robot/send?access_token=t",
            GROUP + "secret=s",
            GROUP + "holders=scjg,supervising-office")
        .run(
            started -> {
              Lane group = started.getBean(Lanes.class).groups().get(0);
              assertThat(group.concerns("scjg-head")).isTrue();
              assertThat(group.concerns("duban")).isTrue();
              assertThat(group.concerns("czjr")).isFalse();
              assertThat(started.getBean(NotificationSettings.class).toString())
                  .doesNotContain("access_token", "secret");
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "spring.mail.host=localhost | duban.notification.from",
        "duban.notification.from=d@example.cn | spring.mail.host",
        "G.channel=wecom;G.holders=scjg | DUBAN_NOTIFICATION_GROUPS_MARKET_URL",
        "G.channel=wecom;G.holders=scjg;G.url=http://robots.example.cn/ | https",
        "G.channel=wecom;G.url=https://robots.example.cn/ | holders",
        "G.channel=wecom;G.url=https://robots.example.cn/;G.holders=none | none",
        "G.channel=dingtalk;G.url=https://robots.example.cn/;G.holders=scjg"
            + " | DUBAN_NOTIFICATION_GROUPS_MARKET_SECRET",
        "G.channel=webhook;G.url=https://robots.example.cn/ | secret",
        "G.channel=pigeon;G.url=https://robots.example.cn/;G.holders=scjg | wecom",
        "G.channel=wecom;G.url=https://robots.example.cn/;G.holders=scjg;G.language=fr | language"
      })
  void whatIsSetHalfIsRefusedInASentence(String settings, String named) {
    program
        .withPropertyValues(settings.replace("G.", GROUP).split(";"))
        .run(
            refused ->
                assertThat(sentence(refused.getStartupFailure()))
                    .as("the sentence the program ends with")
                    .contains(named));
  }

  private static String sentence(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause)
        .filter(CannotStart.class::isInstance)
        .findFirst()
        .orElseThrow()
        .getMessage();
  }
}
