package io.cloudsyncctl.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a chat would refuse is never sent. */
class NotificationBodyTest {
  private static final int SLACK_SECTION = 3_000;
  private static final int SLACK_HEADER = 150;
  private static final int DISCORD_DESCRIPTION = 4_096;
  private static final int DISCORD_TITLE = 256;
  private static final int TEAMS_MESSAGE = 28 * 1024;

  /** Names that grow when they are escaped, and names that a careless cut would break. */
  static Stream<String> names() {
    return Stream.of(
        "_".repeat(140),
        "_".repeat(4_000),
        "😀".repeat(4_000),
        "x" + "😀".repeat(75),
        "<&>".repeat(50),
        "\\".repeat(150),
        "\u202E".repeat(150),
        "a" + "\u0301".repeat(4_000),
        "文".repeat(4_000),
        "\"".repeat(140),
        "a");
  }

  private static Notification notification(String name, int nas) {
    RunReport report = Objects.requireNonNull(SampleReports.get("one-setting"));
    return new Notification(
        report,
        IntStream.range(0, nas)
            .mapToObj(i ->
                new Notification.News(
                    new Condition(
                        name,
                        Condition.State.DIFFERS,
                        i % 2 == 0
                            ? ImmutableList.of(name, name, name, name, name, name)
                            : ImmutableList.of(),
                        Risk.DATA_LOSS),
                    Optional.of(name)))
            .collect(ImmutableList.toImmutableList()));
  }

  private static JsonNode body(NotificationKind kind, String name, int nas) {
    return JsonMapper.shared().readTree(NotificationBody.of(kind, notification(name, nas)));
  }

  private static void isWhole(String text) {
    assertThat(text.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c))).isTrue();
    assertThat(text.replaceAll("\\\\u\\{[0-9A-F]+}", "")).doesNotContain("\\u{");
  }

  @ParameterizedTest
  @MethodSource("names")
  void discordTakesTheDescription(String name) {
    for (int nas : new int[] {1, 3, 60}) {
      JsonNode embed = body(NotificationKind.DISCORD, name, nas).at("/embeds/0");
      String text = embed.path("description").asString();
      assertThat(text.length()).isBetween(1, DISCORD_DESCRIPTION);
      assertThat(embed.path("title").asString().length()).isLessThan(DISCORD_TITLE);
      String unescaped = text.replaceAll("\\\\([^\\n])", "$1");
      assertThat(text.replaceAll("\\\\[^\\n]", "")).as("no half escape").doesNotContain("\\", "_");
      isWhole(unescaped);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void slackTakesTheSection(String name) {
    for (int nas : new int[] {1, 3, 60}) {
      JsonNode blocks = body(NotificationKind.SLACK, name, nas).path("blocks");
      String text = blocks.at("/1/text/text").asString();
      String kept = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      assertThat(kept.length()).isBetween(1, SLACK_SECTION);
      assertThat(blocks.at("/0/text/text").asString().length()).isLessThanOrEqualTo(SLACK_HEADER);
      isWhole(text);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void teamsTakesTheMessage(String name) {
    for (int nas : new int[] {1, 3, 60, 2_000}) {
      String body = NotificationBody.of(NotificationKind.TEAMS, notification(name, nas));
      assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(TEAMS_MESSAGE);
      JsonMapper.shared()
          .readTree(body)
          .at("/attachments/0/content/body")
          .forEach(block -> isWhole(block.at("/inlines/0/text").asString()));
    }
  }

  @Test
  void whatFindsNoRoomIsToldAsMore() {
    String text =
        body(NotificationKind.DISCORD, "_".repeat(140), 60).at("/embeds/0/description").asString();
    assertThat(text).endsWith("\n…");
    assertThat(body(NotificationKind.DISCORD, "office", 2).at("/embeds/0/description").asString())
        .isEqualTo(
            """
            office\\: differs, worst risk data\\-loss \\(was office\\)
            \\- office
            \\- office
            \\- office
            \\- office
            \\- office
            \\- and 1 more
            office\\: differs, worst risk data\\-loss \\(was office\\)\
            """);
  }
}
