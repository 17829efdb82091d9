package io.cloudsyncctl.browser;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window, driven over loopback. Program and driver are named, so nothing is
 * looked for or downloaded.
 */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  // Selenium has no classes for the newest Chromium and says so; what is used here needs none.
  private static final Logger CLASSES_OF_A_VERSION =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** What is not there of what is needed. */
  static Optional<String> missing() {
    List<String> missing = new ArrayList<>();
    for (Path needed : List.of(PROGRAM, DRIVER)) {
      if (!Files.isExecutable(needed)) {
        missing.add(needed.toString());
      }
    }
    return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", missing));
  }

  /**
   * Starts it.
   *
   * @param profile an empty folder for what a browser keeps
   */
  static Chromium start(Path profile) {
    CLASSES_OF_A_VERSION.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(PROGRAM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en",
        "--user-data-dir=" + profile.toAbsolutePath());
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a page on a screen of this size, light unless it says dark. */
  void open(Path page, Screen screen) {
    show(screen);
    driver.get(page.toUri().toString());
  }

  /** Lets the page that is open look as on another screen. */
  void show(Screen screen) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        ImmutableMap.of(
            "media",
            screen.medium(),
            "features",
            ImmutableList.of(
                ImmutableMap.of(
                    "name", "prefers-color-scheme", "value", screen.dark() ? "dark" : "light"))));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        ImmutableMap.of(
            "width",
            screen.width(),
            "height",
            screen.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            screen.mobile()));
  }

  /** What the browser has to say on its console since it was last asked. */
  List<String> consoleMessages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Every address that was asked for since it was last asked. */
  List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
      if (message.get("method").asString().equals("Network.requestWillBeSent")) {
        requests.add(message.get("params").get("request").get("url").asString());
      }
    }
    return requests;
  }

  /** Runs a script in the page. */
  Object run(String script, Object... arguments) {
    Object result = driver.executeScript(script, arguments);
    return result == null ? "" : result;
  }

  /** What is on the screen, as PNG. */
  byte[] screenshot() {
    Map<String, Object> picture =
        driver.executeCdpCommand("Page.captureScreenshot", ImmutableMap.of("format", "png"));
    return Base64.getDecoder().decode(String.valueOf(picture.get("data")));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
