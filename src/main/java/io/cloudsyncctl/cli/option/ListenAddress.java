package io.cloudsyncctl.cli.option;

import com.google.common.net.HostAndPort;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where to listen: a port, and a host where it is not only this machine. */
public record ListenAddress(String host, int port) {

  public InetSocketAddress resolved() {
    return host.isEmpty()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
        : new InetSocketAddress(host, port);
  }

  public String text() {
    return host.isEmpty() ? Integer.toString(port) : HostAndPort.fromParts(host, port).toString();
  }

  /** Reads {@code 9108} and {@code 0.0.0.0:9108}. */
  public static final class Converter implements ITypeConverter<ListenAddress> {
    @Override
    public ListenAddress convert(String text) {
      try {
        boolean portAlone = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        HostAndPort parsed = HostAndPort.fromString(portAlone ? "localhost:" + text : text);
        return new ListenAddress(portAlone ? "" : parsed.getHost(), parsed.getPort());
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new TypeConversionException(
            "expected a port, or a host and a port such as 0.0.0.0:9108, not '" + text + "'");
      }
    }
  }
}
