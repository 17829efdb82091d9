package io.cloudsyncctl.notify;

import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notifications as the JSON that a webhook takes. Names stand only where the receiver takes a text
 * as it is, without mark-up or mentions.
 */
final class NotificationBody {
  static final String FORMAT = "cloudsyncctl-notification";

  /** How many differences of one NAS are named; the rest is counted. */
  private static final int NAMED = 5;

  private static final int LONGEST_NAME = 150;

  /** As columns; a name may be made of characters that take none. */
  private static final int LONGEST_NAME_CHARACTERS = 600;

  /** Slack refuses a longer section than 3,000 characters, and a longer header than 150. */
  private static final int LONGEST_SECTION = 2_900;

  private static final int LONGEST_HEADER = 150;

  /** Discord refuses a longer description than 4,096 characters, escapes and all. */
  private static final int LONGEST_DESCRIPTION = 4_000;

  /** Teams refuses more than 28 KB; with what stands around each line this is below. */
  private static final int LONGEST_CARD = 2_900;

  /** In place of the lines for which there is no room. */
  private static final String MORE = "\n…";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private NotificationBody() {}

  static String of(NotificationKind kind, Notification notification) {
    ObjectNode body =
        switch (kind) {
          case JSON -> json(notification);
          case SLACK -> slack(notification);
          case TEAMS -> teams(notification);
          case DISCORD -> discord(notification);
        };
    return JsonMapper.shared().writeValueAsString(body);
  }

  private static ObjectNode json(Notification notification) {
    ObjectNode body = NODES.objectNode().put("format", FORMAT).put("version", 1);
    body.put(
        "verb", notification.report().verb().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    body.put("headline", Headline.of(notification.report()));
    body.put("exit_code", notification.report().facts().exitCode());
    body.put("started", notification.report().facts().started().toString());
    ArrayNode news = body.putArray("news");
    for (Notification.News one : notification.news()) {
      ObjectNode node = NODES.objectNode();
      if (!one.now().nas().isEmpty()) {
        node.put("nas", one.now().nas());
      }
      node.put("state", one.now().state().word());
      one.was().ifPresent(was -> node.put("was", was));
      node.put("worst_risk", one.now().worst().word());
      ArrayNode differences = node.putArray("differences");
      one.now().differences().forEach(difference -> differences.add(Escaper.escape(difference)));
      news.add(node);
    }
    return body;
  }

  /** In blocks of plain text Slack makes nothing of what it finds. */
  private static ObjectNode slack(Notification notification) {
    String headline = Headline.of(notification.report());
    ObjectNode body = NODES.objectNode().put("text", "cloudsyncctl: " + headline);
    ArrayNode blocks = body.putArray("blocks");
    blocks.add(slackBlock("header", cut(headline, LONGEST_HEADER)));
    String text =
        text(
            notification,
            LONGEST_SECTION,
            UnaryOperator.identity(),
            NotificationBody::lengthInSlack);
    blocks.add(slackBlock("section", text));
    return body;
  }

  /** Slack keeps three characters as entities, and may count them so. */
  private static int lengthInSlack(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      length +=
          switch (text.charAt(i)) {
            case '&' -> "&amp;".length();
            case '<', '>' -> "&lt;".length();
            default -> 1;
          };
    }
    return length;
  }

  private static ObjectNode slackBlock(String type, String text) {
    ObjectNode block = NODES.objectNode().put("type", type);
    block.set(
        "text", NODES.objectNode().put("type", "plain_text").put("text", text).put("emoji", false));
    return block;
  }

  /** A text run of an Adaptive Card is not read as Markdown, as a text block would be. */
  private static ObjectNode teams(Notification notification) {
    ObjectNode card =
        NODES
            .objectNode()
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("type", "AdaptiveCard")
            .put("version", "1.4");
    ArrayNode elements = card.putArray("body");
    elements.add(teamsText(Headline.of(notification.report()), true));
    text(notification, LONGEST_CARD, UnaryOperator.identity(), String::length)
        .lines()
        .forEach(line -> elements.add(teamsText(line, false)));
    ObjectNode body = NODES.objectNode().put("type", "message");
    body.putArray("attachments")
        .addObject()
        .put("contentType", "application/vnd.microsoft.card.adaptive")
        .set("content", card);
    return body;
  }

  private static ObjectNode teamsText(String text, boolean heading) {
    ObjectNode run = NODES.objectNode().put("type", "TextRun").put("text", text);
    if (heading) {
      run.put("weight", "bolder").put("size", "medium");
    }
    ObjectNode block = NODES.objectNode().put("type", "RichTextBlock");
    block.putArray("inlines").add(run);
    return block;
  }

  /** Nobody is mentioned whatever the text says, and every sign of Markdown is escaped. */
  private static ObjectNode discord(Notification notification) {
    ObjectNode body = NODES.objectNode();
    body.putObject("allowed_mentions").putArray("parse");
    body.putArray("embeds")
        .addObject()
        .put("title", Headline.of(notification.report()))
        .put(
            "description",
            text(
                notification,
                LONGEST_DESCRIPTION,
                NotificationBody::withoutMarkdown,
                String::length));
    return body;
  }

  private static String withoutMarkdown(String text) {
    return text.replaceAll("([\\\\`*_~|>#\\[\\]():<@-])", "\\\\$1");
  }

  /**
   * What is new, in the form of a receiver: whole lines, as many as it takes, so that nothing is
   * cut in the middle of an escape.
   */
  private static String text(
      Notification notification,
      int most,
      UnaryOperator<String> form,
      ToIntFunction<String> length) {
    List<String> lines = lines(notification, most);
    StringBuilder text = new StringBuilder();
    int used = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = (i == 0 ? "" : "\n") + form.apply(lines.get(i));
      used += length.applyAsInt(line);
      int reserved = i == lines.size() - 1 ? 0 : MORE.length();
      if (used + reserved > most) {
        return text.append(MORE).toString();
      }
      text.append(line);
    }
    return text.toString();
  }

  /** All lines, or more of them than there is room for: no form of a line is shorter than it. */
  private static List<String> lines(Notification notification, int most) {
    List<String> lines = new ArrayList<>();
    int length = 0;
    for (Notification.News one : notification.news()) {
      int before = lines.size();
      addLines(lines, one);
      length += lines.stream().skip(before).mapToInt(String::length).sum();
      if (length > most) {
        break;
      }
    }
    return lines;
  }

  private static void addLines(List<String> lines, Notification.News news) {
    Condition now = news.now();
    StringBuilder line = new StringBuilder(subject(now)).append(": ").append(word(now));
    if (now.worst() != Risk.NONE) {
      line.append(", worst risk ").append(now.worst().word());
    }
    news.was().ifPresent(was -> line.append(" (was ").append(name(was)).append(')'));
    lines.add(line.toString());
    now.differences().stream()
        .limit(NAMED)
        .forEach(difference -> lines.add("- " + name(difference)));
    if (now.differences().size() > NAMED) {
      lines.add("- and " + (now.differences().size() - NAMED) + " more");
    }
  }

  private static String subject(Condition condition) {
    return condition.nas().isEmpty() ? "the run" : name(condition.nas());
  }

  private static String word(Condition condition) {
    return condition.nas().isEmpty() && condition.state() == Condition.State.IN_SYNC
        ? "no longer fails"
        : condition.state().word();
  }

  private static String name(String text) {
    String name = Escaper.escape(text, LONGEST_NAME);
    return name.length() <= LONGEST_NAME_CHARACTERS
        ? name
        : Escaper.escape(cut(text, LONGEST_NAME), LONGEST_NAME);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
