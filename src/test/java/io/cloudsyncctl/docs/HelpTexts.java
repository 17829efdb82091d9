package io.cloudsyncctl.docs;

import io.cloudsyncctl.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the program and its commands print with {@code --help}.
 *
 * @param byCommand in the order in which the program lists them
 */
record HelpTexts(String ofProgram, Map<String, String> byCommand) {
  private static final Pattern COMMAND = Pattern.compile("^ {2}([a-z]+) {2,}", Pattern.MULTILINE);
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z0-9-]*");

  static HelpTexts read(Path home) {
    String program = help(home, "--help");
    Map<String, String> commands = new LinkedHashMap<>();
    add(commands, home, program, "");
    return new HelpTexts(program, commands);
  }

  /** The commands that a help text lists, and theirs. */
  private static void add(Map<String, String> commands, Path home, String text, String before) {
    int list = text.indexOf("Commands:");
    Matcher command = COMMAND.matcher(list < 0 ? "" : text.substring(list));
    while (command.find()) {
      String name = before + command.group(1);
      String its = help(home, (name + " --help").split(" ", -1));
      commands.put(name, its);
      add(commands, home, its, name + " ");
    }
  }

  /** Every option of every command. */
  Set<String> options() {
    return OPTION
        .matcher(ofProgram + String.join("", byCommand.values()))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static String help(Path home, String... arguments) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    new Terminal(Map.of(), home, Instant.EPOCH)
        .run(out, out, InputStream.nullInputStream(), false, arguments);
    out.flush();
    return text.toString(StandardCharsets.UTF_8);
  }
}
