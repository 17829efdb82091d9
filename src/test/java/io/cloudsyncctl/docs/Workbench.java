package io.cloudsyncctl.docs;

import io.cloudsyncctl.cli.Terminal;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where the commands of one page run, one after the other: a simulated NAS that stands for the one
 * that the page names, and files of the page's own.
 *
 * <p>A plan is laid out by the length of its file names, and a process cannot change its folder. So
 * a file that the page names lies below {@code target} under a name of exactly the same length.
 */
final class Workbench implements AutoCloseable {
  static final String NAS_URL = "https://nas.example.lan:5001";
  static final String FINGERPRINT =
      "3ad7e2528538f07122675306908af92dddf20002bb903fa4c2dcf6995c2ebc9f";

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** A line of progress, which a slow machine shows for a while and then erases. */
  private static final Pattern PROGRESS =
      Pattern.compile("(\\r\\u001b\\[2K[^\\r\\n]*(?=\\r\\u001b\\[2K))*\\r\\u001b\\[2K");

  private static final Pattern FILE = Pattern.compile("[A-Za-z][\\w./-]*\\.(yaml|json|pem)");
  private static final String FOLDER = "target/";

  private final SimulatedNas nas =
      SimulatedNas.start(
          SimulatedState.demo(),
          SimulatorOptions.builder()
              .tls(true)
              .nonAdministrators(Map.of("lena", "simulated"))
              .build());
  private final Path home;
  private final Map<String, String> standIns = new LinkedHashMap<>();
  private int lastExitCode;

  Workbench(Path home) {
    this.home = home;
  }

  /** Puts a file in place that the page shows. */
  void write(String name, String text) throws IOException {
    Path file = Path.of(real(name));
    String content =
        FILE.matcher(text)
            .replaceAll(found ->
                found.group().length() > FOLDER.length()
                    ? real(found.group()).substring(FOLDER.length())
                    : found.group());
    Files.writeString(file, toReal(content));
  }

  /** From now on the NAS has a Cloud Sync that cannot report all task settings. */
  void makeNasOld() {
    nas.state().becomeOldPackage();
  }

  /**
   * Changes a number on the NAS, as somebody would in DSM.
   *
   * @param change a place in the NAS's state and the new value, such as {@code /a/b = 5}
   */
  void moveNas(String change) {
    String[] parts = change.split(" = ", 2);
    JsonPointer place = JsonPointer.compile(parts[0]);
    nas.state()
        .edit(state ->
            ((ObjectNode) state.at(place.head()))
                .put(place.last().getMatchingProperty(), Long.parseLong(parts[1])));
  }

  /**
   * What a terminal shows after a command line.
   *
   * @param typed what the person types when asked; empty where no person sits there
   */
  String run(String commandLine, String typed) throws IOException {
    List<String> words = words(commandLine);
    return switch (words.getFirst()) {
      case "cloudsyncctl", "target/cloudsyncctl/bin/cloudsyncctl" ->
          program(words.subList(1, words.size()), typed);
      case "cat" -> toShown(Files.readString(Path.of(real(words.get(1)))));
      case "echo" -> {
        if (!commandLine.equals("echo $?")) {
          throw new IllegalArgumentException("only echo $? is known, not " + commandLine);
        }
        yield lastExitCode + "\n";
      }
      default ->
          throw new IllegalArgumentException(
              "a console block runs cloudsyncctl, cat and echo $?, not " + commandLine);
    };
  }

  private String program(List<String> words, String typed) {
    ByteArrayOutputStream transcript = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(transcript, true, StandardCharsets.UTF_8);
    String[] arguments =
        words.stream().map(this::realArgument).map(this::toReal).toArray(String[]::new);
    lastExitCode =
        new Terminal(
                Map.of(
                    "CLOUDSYNC_USERNAME", "admin",
                    "CLOUDSYNC_PASSWORD", "simulated",
                    "NO_COLOR", "1"),
                home,
                NOW)
            .run(terminal, terminal, keyboard(typed, terminal), !typed.isEmpty(), arguments);
    terminal.flush();
    return toShown(PROGRESS.matcher(transcript.toString(StandardCharsets.UTF_8)).replaceAll(""));
  }

  /** A terminal shows what is typed. */
  private static InputStream keyboard(String typed, PrintStream terminal) {
    byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] buffer, int offset, int length) {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
          terminal.write(buffer, offset, count);
        }
        return count;
      }
    };
  }

  private String realArgument(String argument) {
    int equals = argument.startsWith("-") ? argument.indexOf('=') + 1 : 0;
    String value = argument.substring(equals);
    return FILE.matcher(value).matches() ? argument.substring(0, equals) + real(value) : argument;
  }

  private String real(String name) {
    if (name.startsWith("examples/")) {
      return name;
    }
    return standIns.computeIfAbsent(name, this::standIn);
  }

  private String standIn(String name) {
    int room = name.length() - FOLDER.length();
    if (room < 1) {
      throw new IllegalArgumentException(name + " is too short a name for a file of the docs");
    }
    return FOLDER + (char) ('a' + standIns.size()) + "-".repeat(room - 1);
  }

  private String toReal(String text) {
    return text.replace(NAS_URL, nas.url().toString()).replace(FINGERPRINT, fingerprint());
  }

  private String toShown(String text) {
    String shown =
        text.replace(nas.url().toString(), NAS_URL)
            .replace(fingerprint(), FINGERPRINT)
            .replace(home.toString(), "~");
    for (Map.Entry<String, String> standIn : standIns.entrySet()) {
      shown = shown.replace(standIn.getValue(), standIn.getKey());
    }
    return shown;
  }

  private String fingerprint() {
    try {
      byte[] certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(
                      nas.certificatePem().getBytes(StandardCharsets.US_ASCII)))
              .getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words of a command line; single and double quotes keep blanks together. */
  private static List<String> words(String commandLine) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < commandLine.length(); i++) {
      char c = commandLine.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c != ' ') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    words.add(word.toString());
    return words;
  }

  @Override
  public void close() throws IOException {
    nas.close();
    for (String standIn : standIns.values()) {
      Files.deleteIfExists(Path.of(standIn));
    }
  }
}
