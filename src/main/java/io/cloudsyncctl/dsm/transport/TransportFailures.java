package io.cloudsyncctl.dsm.transport;

import com.google.common.base.Throwables;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.FailureMode;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.dsm.NasUnreachableException;
import io.cloudsyncctl.dsm.TargetWords;
import io.cloudsyncctl.dsm.tls.UntrustedCertificateException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** What goes wrong below HTTP, in words. */
final class TransportFailures {
  private final DsmEndpoint endpoint;
  private final Location.OnNas at;
  private final TargetWords words;
  private final String ports;

  TransportFailures(DsmEndpoint endpoint, Location.OnNas at) {
    this.endpoint = endpoint;
    this.at = at;
    this.words = endpoint.words();
    this.ports =
        "check "
            + words.url()
            + ": DSM listens on port 5000 for http and 5001 for https unless it was changed";
  }

  /**
   * Any other failure.
   *
   * @param silence how long the next packet of the answer was waited for
   */
  NasUnreachableException explain(Exception failure, Duration silence) {
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof UntrustedCertificateException untrusted) {
        return notTrusted(untrusted);
      }
    }
    String to = endpoint.address();
    return switch (failure) {
      case UnknownHostException _ ->
          before(
              DiagnosticCode.NAS_UNKNOWN_HOST,
              "the host name " + endpoint.url().getHost() + " is not known",
              "check " + words.url() + " and the name server of this computer",
              failure);
      case ConnectTimeoutException _ ->
          before(
              DiagnosticCode.NAS_TIMEOUT,
              "no connection to " + to + " within " + words(endpoint.timeouts().connect()),
              "is the NAS on, and does a firewall let this computer through? " + ports,
              failure);
      case ConnectionRequestTimeoutException _ ->
          before(DiagnosticCode.NAS_TIMEOUT, "no free connection to " + to, "try again", failure);
      case ConnectException _, NoRouteToHostException _ ->
          before(
              DiagnosticCode.NAS_CONNECTION_REFUSED,
              "cannot connect to " + to,
              "is the NAS on? " + ports,
              failure);
      case SSLHandshakeException _ -> tlsFailed(failure, Certainty.DID_NOT_HAPPEN);
      case SSLException _ -> tlsFailed(failure, Certainty.MAY_HAVE_HAPPENED);
      case SocketTimeoutException _ -> tooLate(silence, failure);
      case InterruptedIOException _ -> interrupted(failure);
      default ->
          new NasUnreachableException(
              Diagnostic.error(
                  DiagnosticCode.NAS_CONNECTION_LOST,
                  to + " closed the connection before its answer was complete",
                  at,
                  "is " + words.url() + " the address of DSM, and did the NAS restart just now?"),
              Certainty.MAY_HAVE_HAPPENED,
              FailureMode.PASSING,
              failure);
    };
  }

  NasUnreachableException tooLate(Duration limit, Exception failure) {
    return new NasUnreachableException(
        Diagnostic.error(
            DiagnosticCode.NAS_TIMEOUT,
            "no complete answer from " + endpoint.address() + " within " + words(limit),
            at,
            "the NAS may be busy or waking its disks: try again"),
        Certainty.MAY_HAVE_HAPPENED,
        FailureMode.TOO_LATE,
        failure);
  }

  NasUnreachableException sessionClosed(Certainty certainty, @Nullable Exception failure) {
    return NasUnreachableException.interrupted("the session was closed", at, certainty, failure);
  }

  NasUnreachableException interrupted(Exception failure) {
    return NasUnreachableException.interrupted(
        "the work was interrupted", at, Certainty.MAY_HAVE_HAPPENED, failure);
  }

  private NasUnreachableException notTrusted(UntrustedCertificateException untrusted) {
    return new NasUnreachableException(
        Diagnostic.error(
            DiagnosticCode.NAS_NOT_TRUSTED,
            endpoint.address() + " is not trusted: " + untrusted.why(),
            at,
            "name the authority that signed it in "
                + words.authorityFile()
                + ", or, if SHA-256 "
                + untrusted.fingerprint()
                + " is what DSM shows for its own certificate, put that into "
                + words.pin()),
        Certainty.DID_NOT_HAPPEN,
        FailureMode.FINAL,
        untrusted);
  }

  private NasUnreachableException tlsFailed(Exception failure, Certainty certainty) {
    String detail = HostileText.escape(String.valueOf(failure.getMessage()));
    return new NasUnreachableException(
        Diagnostic.error(
            DiagnosticCode.NAS_TLS_FAILED,
            "no TLS connection to " + endpoint.address() + ": " + detail,
            at,
            "does that port speak https? " + ports),
        certainty,
        FailureMode.PASSING_ONCE_REACHED,
        failure);
  }

  private NasUnreachableException before(
      DiagnosticCode code, String message, String hint, Exception failure) {
    return new NasUnreachableException(
        Diagnostic.error(code, message, at, hint),
        Certainty.DID_NOT_HAPPEN,
        FailureMode.PASSING_ONCE_REACHED,
        failure);
  }

  static String words(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
