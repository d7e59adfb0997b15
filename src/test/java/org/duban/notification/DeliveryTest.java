package org.duban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.duban.DubanTest;
import org.duban.calendar.TimeMachine;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a message, on the real database and by real SMTP. */
@DubanTest
class DeliveryTest {

  /** Stands for whatever kills a sender. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Autowired private Office office;
  @Autowired private TimeMachine time;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Letters letters;
  @Autowired private Digests digests;
  @Autowired private TestRestTemplate http;

  private final AddressBook addresses = Correspondents.book();
  private final MailCatcher catcher = new MailCatcher();
  private final MailChannel mail = catcher.channel(addresses, "https://duban.example.cn/");

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-07-01 09:00");
  }

  @AfterEach
  void closeTheCatcher() {
    catcher.close();
  }

  @Test
  void whatWaitedWhileTheMailServerWasOutForAnHourArrivesOnce() {
    PostOffice post = with(20, toPersons(mail));
    queueEachAtATimeOfItsOwn(post, 500);
    for (int minute = 0; minute < 60; minute++) {
      post.send();
      time.forward(Duration.ofMinutes(1));
    }
    assertThat(states()).containsOnly("QUEUED").hasSize(500);

    catcher.start();
    for (int tries = 0; tries < 12 && states().contains("QUEUED"); tries++) {
      post.send();
      time.forward(Duration.ofMinutes(10));
    }

    assertThat(states()).containsOnly("SENT").hasSize(500);
    assertThat(catcher.messageIds()).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void aMailAcceptedJustBeforeTheSenderDiedComesOnceMoreUnderTheSameId() {
    catcher.start();
    PostOffice dying =
        with(
            20,
            toPersons(
                new Channel() {
                  @Override
                  public String name() {
                    return MailChannel.NAME;
                  }

                  @Override
                  public void send(Letter letter) throws Undelivered {
                    mail.send(letter);
                    throw new Killed();
                  }
                }));
    dying.queue(PostOffice.message("LEVEL_1", "scjg", 1));
    assertThatThrownBy(dying::send).isInstanceOf(Killed.class);

    PostOffice other = with(20, toPersons(mail));
    other.send();
    assertThat(catcher.mails()).as("the dead sender's lease still runs").hasSize(1);
    time.forward(OutboxSender.LEASE);
    other.send();
    other.send();

    assertThat(catcher.messageIds()).hasSize(2);
    assertThat(new HashSet<>(catcher.messageIds())).hasSize(1);
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void twoNodesSendEachMessageOnce() throws Exception {
    List<String> sent = Collections.synchronizedList(new ArrayList<>());
    Channel noted = channel(MailChannel.NAME, letter -> sent.add(letter.key()));
    PostOffice one = with(20, toPersons(noted));
    PostOffice other = with(20, toPersons(noted));
    queueEachAtATimeOfItsOwn(one, 300);

    ExecutorService nodes = Executors.newFixedThreadPool(2);
    List<Future<?>> ends = List.of(nodes.submit(one::send), nodes.submit(other::send));
    for (Future<?> end : ends) {
      end.get(60, TimeUnit.SECONDS);
    }
    nodes.shutdown();

    assertThat(sent).hasSize(300).doesNotHaveDuplicates();
    assertThat(states()).containsOnly("SENT");
  }

  @Test
  void twelveRemindersComeInOneMailOfTheDay() throws Exception {
    catcher.start();
    office.openOn("2021-06-10 00:00");
    PostOffice post = with(20, toPersons(mail));
    post.queue(
        IntStream.rangeClosed(1, 12)
            .mapToObj(number -> PostOffice.message("REMINDER", "scjg", number))
            .toList());
    goTo(post, "2021-06-10 08:30");
    assertThat(catcher.mails()).as("the sheet runs at this time").isEmpty();

    post.queue(PostOffice.message("WARNING", "scjg", 13));
    goTo(post, "2021-06-10 08:35");
    post.queue(PostOffice.message("WARNING", "scjg", 14));
    goTo(post, "2021-06-10 19:00");

    assertThat(catcher.mails()).hasSize(1);
    MimeMessage digest = catcher.mails().get(0);
    assertThat(digest.getSubject()).isEqualTo("【督办】今日汇总：13 项");
    assertThat(MailCatcher.text(digest))
        .startsWith("王一，您好：")
        .contains("1. [催办] 十三、保障食品药品安全", "【REMINDER】事实 milestone-12。", "13. [临期预警]")
        .contains("https://duban.example.cn/tasks?milestone=milestone-1\n");
    assertThat(
            jdbc.sql(
                    "select count(*) from notification n join notification d on d.id = n.digest_id"
                        + " where n.state = 'SENT' and d.kind = 'DIGEST' and d.state = 'SENT'")
                .query(Integer.class)
                .single())
        .isEqualTo(13);

    goTo(post, "2021-06-11 08:35");
    assertThat(catcher.mails()).as("the fourteenth waited for the next day's").hasSize(2);
    assertThat(states()).containsOnly("SENT");
  }

  @Test
  void whatComesAtOneTickIsOneLetterWithTheGravestFirst() throws Exception {
    catcher.start();
    office.openOn("2021-07-01 08:30");
    PostOffice post = with(20, toPersons(mail));
    for (int number = 1; number <= 18; number++) {
      post.queue(PostOffice.message("LEVEL_1", "scjg", number));
    }
    post.queue(
        PostOffice.message("LEVEL_3", "scjg", 19),
        PostOffice.message("LEVEL_2", "scjg", 20),
        PostOffice.message("LEVEL_1", "czjr", 21));
    post.send();
    post.send();

    assertThat(catcher.mails()).hasSize(2);
    MimeMessage letter = letterTo("scjg");
    assertThat(letter.getSubject()).isEqualTo("【督办】20 项，其中最重：三级督办·列入通报");
    assertThat(MailCatcher.text(letter))
        .contains("1. [三级督办·列入通报]", "2. [二级督办]", "3. [一级督办]", "【LEVEL_1】事实 milestone-18。");
    assertThat(letterTo("czjr").getSubject()).isEqualTo("【一级督办】十三、保障食品药品安全");
    assertThat(states()).containsOnly("SENT");
  }

  @Test
  void whatCameAtAnotherTickIsAnotherLetter() {
    catcher.start();
    office.openOn("2021-07-01 00:00");
    PostOffice post = with(20, toPersons(mail));
    post.queue(PostOffice.message("LEVEL_1", "scjg", 1), PostOffice.message("LEVEL_1", "scjg", 2));
    post.send();
    time.forward(Duration.ofMinutes(4));
    post.queue(PostOffice.message("LEVEL_1", "scjg", 3));
    goTo(post, "2021-07-01 07:00");
    post.queue(PostOffice.message("LEVEL_1", "scjg", 4), PostOffice.message("LEVEL_1", "scjg", 5));
    goTo(post, "2021-07-01 08:00");

    assertThat(catcher.mails()).hasSize(2);
    assertThat(states()).containsOnly("SENT").hasSize(7);
  }

  @Test
  void aLetterOfSeveralThatFailsIsTriedAgainWholeUnderTheSameId() {
    List<Letter> tried = new ArrayList<>();
    Channel out =
        new Channel() {
          @Override
          public String name() {
            return MailChannel.NAME;
          }

          @Override
          public void send(Letter letter) throws Undelivered {
            tried.add(letter);
            if (tried.size() == 1) {
              throw Undelivered.now("还没有。");
            }
          }
        };
    PostOffice post = with(20, toPersons(out));
    post.queue(PostOffice.message("LEVEL_1", "scjg", 1), PostOffice.message("LEVEL_2", "scjg", 2));
    post.send();
    assertThat(states()).containsOnly("QUEUED").hasSize(3);
    post.queue(PostOffice.message("LEVEL_1", "scjg", 3));
    time.forward(Duration.ofMinutes(1));
    post.send();

    assertThat(tried).hasSize(3);
    Letter first = tried.get(0);
    assertThat(tried.stream().filter(letter -> letter.key().equals(first.key())))
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.items()).isEqualTo(first.items()).hasSize(2));
    assertThat(states()).containsOnly("SENT").hasSize(4);
  }

  @Test
  void nobodyIsWrittenToInTheQuietHours() {
    catcher.start();
    office.openOn("2021-07-01 00:00");
    PostOffice post = with(20, toPersons(mail));
    post.queue(PostOffice.message("LEVEL_1", "scjg", 1), PostOffice.message("LEVEL_1", "duban", 1));

    goTo(post, "2021-07-01 07:59");
    assertThat(catcher.mails()).isEmpty();
    assertThat(stateOf("duban")).as("who has no address gets a line in the log").isEqualTo("SENT");
    goTo(post, "2021-07-01 08:00");
    assertThat(catcher.mails()).hasSize(1);
  }

  @Test
  void aLetterIsInTheLanguageOfItsReader() throws Exception {
    catcher.start();
    PostOffice post = with(20, toPersons(mail));
    post.queue(PostOffice.message("LEVEL_2", "leader", 1));
    post.send();

    MimeMessage english = catcher.mails().get(0);
    assertThat(english.getSubject()).isEqualTo("[Overdue, level 2] 十三、保障食品药品安全");
    assertThat(MailCatcher.text(english))
        .contains("Dear Gao Zhanyue,", "Due: 2021-06-30 (working days left: 10)");
  }

  @Test
  void theSameOccasionIsToldOnceAndAReminderNotTwiceInThreeDays() {
    PostOffice post = with(20, toPersons(mail));
    post.queue(PostOffice.message("REMINDER", "scjg", "m", "m/2021-07-15/REMINDER"));
    post.queue(PostOffice.message("REMINDER", "scjg", "m", "m/2021-07-15/REMINDER"));
    assertThat(states()).hasSize(1);

    time.forward(Duration.ofDays(2));
    post.queue(PostOffice.message("REMINDER", "scjg", "m", "m/2021-07-20/REMINDER"));
    post.queue(PostOffice.message("REMINDER", "czjr", "m", "m/2021-07-20/REMINDER"));
    assertThat(states()).as("the other one wasn't reminded yet").hasSize(2);

    time.forward(Duration.ofDays(1));
    post.queue(PostOffice.message("REMINDER", "scjg", "m", "m/2021-07-25/REMINDER"));
    assertThat(states()).hasSize(3);
  }

  @Test
  void aLetterThatNeverGetsThroughIsDeadAfterTheLastTry() {
    PostOffice post = with(3, toPersons(mail));
    post.queue(PostOffice.message("LEVEL_1", "scjg", 1));
    post.send();
    post.send();
    assertThat(attempts()).as("it waits a minute").isEqualTo(1);
    time.forward(Duration.ofMinutes(1));
    post.send();
    time.forward(Duration.ofMinutes(1));
    post.send();
    assertThat(attempts()).as("now it waits two").isEqualTo(2);
    time.forward(Duration.ofMinutes(1));
    post.send();

    assertThat(states()).containsExactly("DEAD");
    assertThat(attempts()).isEqualTo(3);
  }

  @Test
  void anAddressPutOffForNowIsTriedAgain() throws Exception {
    try (RefusingMailServer busy = new RefusingMailServer("450 come back later")) {
      PostOffice post = with(20, toPersons(MailCatcher.channel(busy.port(), addresses, "")));
      post.queue(
          PostOffice.message("LEVEL_1", "scjg", 1), PostOffice.message("LEVEL_1", "czjr", 1));
      post.send();
    }

    assertThat(states()).containsOnly("QUEUED");
    assertThat(attemptsOfAll()).as("one put off doesn't hold up the other").containsOnly(1);
  }

  @Test
  void aRefusedAddressIsDeadAtOnceAndItsLetterIsResentWhenTheAddressIsRight() throws Exception {
    try (RefusingMailServer refusing = new RefusingMailServer("550 no such user")) {
      PostOffice post = with(20, toPersons(MailCatcher.channel(refusing.port(), addresses, "")));
      post.queue(PostOffice.message("LEVEL_1", "scjg", 1));
      post.send();
    }
    assertThat(states()).containsExactly("DEAD");

    JsonNode dead = dead("duban").get(0);
    assertThat(dead.get("recipient").asText()).isEqualTo("scjg");
    assertThat(dead.get("lastError").asText()).contains("scjg@example.cn", "550");
    assertThat(dead.get("message").asText()).contains("事实");
    assertThat(dead("sysadmin").get(0).get("message").isNull()).isTrue();
    assertThat(dead("zgh")).isEmpty();

    long id = dead.get("id").asLong();
    assertThat(resend("scjg", id)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(resend("leader", id)).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(resend("duban", id + 1)).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(resend("sysadmin", id)).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(resend("duban", id)).isEqualTo(HttpStatus.CONFLICT);

    catcher.start();
    AddressBook corrected = Correspondents.bookWith("wang@example.cn");
    with(20, toPersons(catcher.channel(corrected, ""))).send();
    assertThat(catcher.mails()).hasSize(1);
    assertThat(states()).containsExactly("SENT");
    assertThat(dead("duban")).isEmpty();
  }

  @Test
  void aDeadDigestIsResentWithAllThatIsInIt() {
    office.openOn("2021-06-10 00:00");
    PostOffice post = with(1, toPersons(mail));
    post.queue(
        PostOffice.message("REMINDER", "scjg", 1), PostOffice.message("REMINDER", "scjg", 2));
    goTo(post, "2021-06-10 09:00");
    assertThat(states()).containsOnly("DEAD").hasSize(3);

    catcher.start();
    long digest =
        jdbc.sql("select id from notification where kind = 'DIGEST'").query(Long.class).single();
    assertThat(resend("duban", digest)).isEqualTo(HttpStatus.ACCEPTED);
    post.send();

    assertThat(states()).containsOnly("SENT").hasSize(3);
    assertThat(MailCatcher.text(catcher.mails().get(0))).contains("milestone-1", "milestone-2");
  }

  @Test
  void aGroupIsToldOnceAndNoMoreThanTwentyTimesAMinute() {
    List<Letter> posted = new ArrayList<>();
    Lane group =
        new Lane(
            channel(WeComRobot.NAME, posted::add),
            "market",
            addresses.of(List.of("scjg")),
            true,
            Robot.PER_MINUTE);
    PostOffice post = with(20, group);
    List<Message> messages = new ArrayList<>();
    for (int number = 0; number < 25; number++) {
      messages.add(PostOffice.message("LEVEL_1", "scjg", number));
      messages.add(PostOffice.message("LEVEL_1", "scjg-head", number));
      messages.add(PostOffice.message("LEVEL_1", "czjr", number));
    }
    post.queue(messages);
    post.send();
    post.send();
    assertThat(posted).hasSize(20);
    assertThat(Set.copyOf(posted.get(0).people())).containsExactlyInAnyOrder("scjg", "scjg-head");

    time.forward(Duration.ofMinutes(1));
    post.send();
    assertThat(posted).hasSize(25);
  }

  @Test
  void whatWaitsForAGroupThatIsGoneIsDead() {
    Lane gone =
        new Lane(channel(WeComRobot.NAME, letter -> {}), "market", Set.of("scjg"), true, 20);
    with(20, gone).queue(PostOffice.message("LEVEL_1", "scjg", 1));

    with(20).send();

    assertThat(stateOf("market")).isEqualTo("DEAD");
    assertThat(stateOf("scjg")).isEqualTo("SENT");
  }

  private void queueEachAtATimeOfItsOwn(PostOffice post, int messages) {
    for (int number = 0; number < messages; number++) {
      post.queue(PostOffice.message("LEVEL_1", "scjg", number));
      time.forward(Duration.ofMinutes(6));
    }
  }

  private MimeMessage letterTo(String person) throws Exception {
    for (MimeMessage letter : catcher.mails()) {
      if (letter.getAllRecipients()[0].toString().startsWith(person + "@")) {
        return letter;
      }
    }
    throw new AssertionError("no letter to " + person);
  }

  private interface Taking {
    void take(Letter letter);
  }

  private static Channel channel(String name, Taking taking) {
    return new Channel() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void send(Letter letter) {
        taking.take(letter);
      }
    };
  }

  private static Lane toPersons(Channel channel) {
    return Lane.toPersons(channel, true);
  }

  /** With the log, as always, and these ways. */
  private PostOffice with(int attempts, Lane... ways) {
    List<Lane> all = new ArrayList<>(List.of(Lane.toPersons(new LogChannel(), false)));
    all.addAll(List.of(ways));
    return new PostOffice(jdbc, clock, transaction, letters, digests, addresses, attempts, all);
  }

  private void goTo(PostOffice post, String localTime) {
    time.goTo(Office.at(localTime));
    post.send();
  }

  private List<String> states() {
    return jdbc.sql("select state from notification order by id").query(String.class).list();
  }

  private String stateOf(String recipient) {
    return jdbc.sql("select state from notification where recipient = :recipient")
        .param("recipient", recipient)
        .query(String.class)
        .single();
  }

  private int attempts() {
    return attemptsOfAll().get(0);
  }

  private List<Integer> attemptsOfAll() {
    return jdbc.sql("select attempts from notification").query(Integer.class).list();
  }

  private JsonNode dead(String user) {
    ResponseEntity<JsonNode> answer =
        http.withBasicAuth(user, "demo")
            .getForEntity("/api/v1/notifications?state=DEAD", JsonNode.class);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    return answer.getBody();
  }

  private HttpStatusCode resend(String user, long id) {
    return http.withBasicAuth(user, "demo")
        .postForEntity("/api/v1/notifications/" + id + "/resend", null, JsonNode.class)
        .getStatusCode();
  }
}
