package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.state.StateFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version kept without the path of the URL may be of another NAS behind it. */
class StateWithoutPathTest {
  @TempDir Path folder;

  @Test
  void itIsToldUntilSomebodyMovesItAway() throws IOException {
    Shell shell = new Shell(folder);
    HttpServer proxy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (SimulatedNas nas =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      proxy.createContext("/office/", exchange -> forward(exchange, nas.url()));
      proxy.start();
      URI url = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/office");
      Path state = folder.resolve("home/.local/state/cloudsyncctl");
      Path old = StateFolder.journals(state, "office", StateFolder.address(url));
      Files.createDirectories(old);
      Path file = shell.declare("office", nas, "package: { workers: 3 }\n");
      Files.writeString(file, Files.readString(file).replace(nas.url().toString(), url.toString()));

      assertThat(shell.run("plan", file.toString()).err()).contains("warning[state-without-path]");
      Files.createDirectories(StateFolder.journals(state, "office", StateFolder.identity(url)));
      assertThat(shell.run("plan", file.toString()).err()).contains("warning[state-without-path]");
      Files.delete(old);
      assertThat(shell.run("plan", file.toString()).err()).doesNotContain("state-without-path");
    } finally {
      proxy.stop(0);
    }
  }

  /** A reverse proxy that serves a NAS below a path. */
  private static void forward(HttpExchange exchange, URI nas) throws IOException {
    String path = exchange.getRequestURI().getRawPath().substring("/office".length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpURLConnection there = (HttpURLConnection) URI.create(nas + path).toURL().openConnection();
    there.setRequestMethod("POST");
    there.setDoOutput(true);
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> there.setRequestProperty(name, String.join("; ", values)));
    try (OutputStream out = there.getOutputStream()) {
      out.write(body);
    }
    byte[] answer = there.getInputStream().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", there.getContentType());
    exchange.sendResponseHeaders(there.getResponseCode(), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
