package io.cloudsyncctl.dsm;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An HTTP answer: its status and its bytes, at most {@link WireJson#MAX_LENGTH}. */
final class HttpAnswer {
  private final int status;
  private final byte[] body;

  HttpAnswer(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  /** The body as text; what is no UTF-8 becomes a replacement character. */
  String text() {
    return new String(body, UTF_8);
  }
}
