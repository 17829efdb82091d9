package io.cloudsyncctl.dsm;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes on to a server, and can refuse new connections for a while. */
public final class Relay implements AutoCloseable {
  private final InetSocketAddress target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int port;
  private ServerSocket listener;
  private Thread acceptor;

  private Relay(InetSocketAddress target, ServerSocket listener) {
    this.target = target;
    this.listener = listener;
    this.port = listener.getLocalPort();
    this.acceptor = serve(listener);
  }

  public static Relay to(URI server) {
    return new Relay(new InetSocketAddress(server.getHost(), server.getPort()), listenOn(0));
  }

  private static ServerSocket listenOn(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Refuses connections from now on; those that stand are not touched. */
  public synchronized void refuse() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // While a thread still accepts, the system takes connections.
    Uninterruptibles.joinUninterruptibly(acceptor);
  }

  /** Takes connections again. */
  public synchronized void listen() {
    if (listener.isClosed()) {
      listener = listenOn(port);
      acceptor = serve(listener);
    }
  }

  private Thread serve(ServerSocket from) {
    return Thread.ofVirtual()
        .start(() -> {
          while (!from.isClosed()) {
            try {
              connect(from.accept());
            } catch (IOException e) {
              // Closed, or a client that is gone: the loop's condition tells them apart.
            }
          }
        });
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket();
    sockets.add(client);
    sockets.add(server);
    server.connect(target);
    Thread.ofVirtual().start(() -> pass(client, server));
    Thread.ofVirtual().start(() -> pass(server, client));
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // One side is gone; closing both tells the other.
    }
  }

  @Override
  public void close() {
    refuse();
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
