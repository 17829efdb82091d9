package io.cloudsyncctl.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.state.NotificationState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is told what, and when. */
class NotifierTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "notifications");

  @TempDir private Path folder;
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private static RunReport sample(String name) {
    RunReport report = SampleReports.get(name);
    assertThat(report).isNotNull();
    return report;
  }

  private Optional<String> tell(NotificationKind kind, String sample) {
    Webhook webhook = new Webhook(new Secret(receiver.url()), Duration.ofSeconds(30));
    return new Notifier(
            kind, webhook, "env:HOOK", NotificationState.of(folder.resolve("told.json")))
        .tell(sample(sample));
  }

  @ParameterizedTest
  @EnumSource(NotificationKind.class)
  void everyFormSaysWhatDiffersWhereAndHowBad(NotificationKind kind) throws IOException {
    for (String sample : SampleReports.all().keySet()) {
      int before = receiver.bodies().size();
      Webhook webhook = new Webhook(new Secret(receiver.url()), Duration.ofSeconds(30));
      assertThat(
              new Notifier(kind, webhook, "env:HOOK", NotificationState.inMemory())
                  .tell(sample(sample)))
          .isEmpty();
      boolean quiet = List.of("in-sync", "applied", "all-ignored").contains(sample);
      assertThat(receiver.bodies()).as(sample).hasSize(quiet ? before : before + 1);
      if (!quiet) {
        check(kind.word() + "-" + sample + ".json", receiver.bodies().getLast());
      }
    }
  }

  private static void check(String file, String body) throws IOException {
    assertThat(body.codePoints().allMatch(Escaper::safe)).as(file).isTrue();
    String pretty =
        JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(JsonMapper.shared().readTree(body))
            + "\n";
    Path path = GOLDEN.resolve(file);
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(path, pretty);
    }
    assertThat(pretty).isEqualTo(Files.readString(path));
  }

  @Test
  void ourOwnFormKeepsToItsSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("schemas", "notification-v1.schema.json")),
                InputFormat.JSON);
    for (String sample : SampleReports.all().keySet()) {
      new Notifier(
              NotificationKind.JSON,
              new Webhook(new Secret(receiver.url()), Duration.ofSeconds(30)),
              "env:HOOK",
              NotificationState.inMemory())
          .tell(sample(sample));
    }
    assertThat(receiver.bodies()).isNotEmpty();
    for (String body : receiver.bodies()) {
      assertThat(schema.validate(body, InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void onlyAChangeIsTold() {
    assertThat(tell(NotificationKind.JSON, "in-sync")).isEmpty();
    assertThat(receiver.bodies()).as("all was well from the start").isEmpty();
    tell(NotificationKind.JSON, "one-setting");
    assertThat(receiver.bodies()).hasSize(1);
    tell(NotificationKind.JSON, "one-setting");
    assertThat(receiver.bodies()).as("nothing new").hasSize(1);
    tell(NotificationKind.JSON, "schedule");
    assertThat(receiver.bodies()).as("something else differs").hasSize(2);
    tell(NotificationKind.JSON, "in-sync");
    assertThat(receiver.bodies()).as("all is well again").hasSize(3);
    JsonNode last = JsonMapper.shared().readTree(receiver.bodies().getLast());
    assertThat(last.at("/news/0/state").stringValue()).isEqualTo("in sync");
    assertThat(last.at("/news/0/was").stringValue()).isEqualTo("differs");
    tell(NotificationKind.JSON, "in-sync");
    assertThat(receiver.bodies()).hasSize(3);
  }

  @Test
  void everyReceiverIsToldForItself() {
    tell(NotificationKind.JSON, "one-setting");
    Webhook webhook = new Webhook(new Secret(receiver.url()), Duration.ofSeconds(30));
    new Notifier(
            NotificationKind.JSON,
            webhook,
            "env:OTHER",
            NotificationState.of(folder.resolve("told.json")))
        .tell(sample("one-setting"));
    assertThat(receiver.bodies()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 404, 429, 500})
  void whatWasRefusedIsToldAgain(int status) {
    receiver.answers(status);
    assertThat(tell(NotificationKind.SLACK, "one-setting"))
        .contains("the receiver answered with HTTP " + status);
    receiver.answers(204);
    assertThat(tell(NotificationKind.SLACK, "one-setting")).isEmpty();
    assertThat(receiver.bodies()).hasSize(2);
  }

  @Test
  void aReceiverThatDoesNotAnswerIsNotWaitedForWithoutEnd() {
    receiver.fallsSilent();
    Webhook webhook = new Webhook(new Secret(receiver.url()), Duration.ofSeconds(1));
    assertThat(webhook.post("{}")).contains("the receiver did not answer within 1 s");
  }

  @Test
  void aReceiverThatIsNotThereIsSaidWithoutItsAddress() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Webhook webhook =
        new Webhook(new Secret("http://127.0.0.1:" + port + "/s3cr3t"), Duration.ofSeconds(30));
    assertThat(webhook.post("{}"))
        .contains("the receiver could not be reached (HttpHostConnectException)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://chat.example.org/s3cr3t", "ftp://chat.example.org/", "nothing"})
  void onlyHttpsLeavesTheMachine(String url) {
    assertThat(new Webhook(new Secret(url), Duration.ofSeconds(30)).post("{}"))
        .contains("what it names is no https URL");
  }

  @Test
  void aMemoryThatCannotBeReadCountsAsEmpty() throws IOException {
    Files.writeString(folder.resolve("told.json"), "{ not JSON");
    tell(NotificationKind.JSON, "one-setting");
    tell(NotificationKind.JSON, "one-setting");
    assertThat(receiver.bodies()).hasSize(1);
  }
}
