package io.cloudsyncctl.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A webhook's other end on this machine. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile boolean silent;

  /** Starts one that takes everything. */
  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (silent) {
      try {
        closing.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:9/");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Where it listens; the path stands for the secret of a chat. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/s3cr3t";
  }

  /** What it was sent so far. */
  public List<String> bodies() {
    return bodies;
  }

  /** From now on it answers with this status. */
  public void answers(int code) {
    status = code;
  }

  /** From now on it does not answer. */
  public void fallsSilent() {
    silent = true;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
