package io.cloudsyncctl.dsm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Answers every connection with the same bytes, then closes it. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;

  private RawServer(ServerSocket socket) {
    this.socket = socket;
  }

  static RawServer start(String answer) throws IOException {
    RawServer server = new RawServer(new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1")));
    byte[] bytes = answer.getBytes(UTF_8);
    Thread.ofVirtual().start(() -> server.serve(bytes));
    return server;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private void serve(byte[] answer) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        InputStream in = connection.getInputStream();
        in.read(new byte[8192]);
        connection.getOutputStream().write(answer);
        connection.getOutputStream().flush();
        connection.shutdownOutput();
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // The client has seen enough, or the test is over: the loop's condition tells them apart.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
