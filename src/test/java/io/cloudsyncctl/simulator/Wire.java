package io.cloudsyncctl.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that knows nothing but HTTP and forms; what it sends is written out in the tests. */
public final class Wire implements AutoCloseable {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI base;
  private @Nullable String sid;
  private @Nullable String token;

  public Wire(SimulatedNas nas) {
    this(nas, HttpClient.newHttpClient());
  }

  public Wire(SimulatedNas nas, HttpClient http) {
    this.http = http;
    this.base = nas.url();
  }

  /** Logs in the plain way, without a token. */
  public Wire login() {
    return login("admin", "simulated");
  }

  public Wire login(String account, String password) {
    JsonNode answer =
        get(
            "entry.cgi",
            form(
                "api=SYNO.API.Auth",
                "version=6",
                "method=login",
                "account=" + account,
                "passwd=" + password,
                "format=sid"));
    sid = answer.path("data").path("sid").stringValue();
    return this;
  }

  void use(@Nullable String session, @Nullable String synoToken) {
    sid = session;
    token = synoToken;
  }

  public String sid() {
    if (sid == null) {
      throw new IllegalStateException("not logged in");
    }
    return sid;
  }

  /** Calls SYNO.CloudSync by POST; each argument is {@code name=value}, undecoded. */
  public JsonNode call(String method, String... parameters) {
    Map<String, String> form = form("api=SYNO.CloudSync", "version=1", "method=" + method);
    form.putAll(form(parameters));
    return post("entry.cgi", form);
  }

  /** The data of a call that has to succeed. */
  public JsonNode data(String method, String... parameters) {
    JsonNode answer = call(method, parameters);
    if (!answer.path("success").asBoolean(false)) {
      throw new AssertionError(method + " answered " + answer);
    }
    return answer.path("data");
  }

  /** The error code of a call that has to fail. */
  public int code(String method, String... parameters) {
    return code(call(method, parameters));
  }

  public static int code(JsonNode answer) {
    if (answer.path("success").asBoolean(true)) {
      throw new AssertionError("no error in " + answer);
    }
    return answer.path("error").path("code").intValue();
  }

  public JsonNode compound(String calls, String... parameters) {
    Map<String, String> form =
        form(
            "api=SYNO.Entry.Request",
            "version=1",
            "method=request",
            "mode=sequential",
            "stop_when_error=false");
    form.putAll(form(parameters));
    form.put("compound", calls);
    return post("entry.cgi", form);
  }

  JsonNode get(String path, Map<String, String> parameters) {
    String query = encode(parameters);
    String joint = path.contains("?") ? "&" : "?";
    return json(send(request(path + (query.isEmpty() ? "" : joint + query)).GET().build()));
  }

  public JsonNode post(String path, Map<String, String> parameters) {
    return json(sendPost(path, parameters));
  }

  public HttpResponse<String> sendPost(String path, Map<String, String> parameters) {
    return send(formPost(path, parameters));
  }

  public CompletableFuture<HttpResponse<String>> sendAsync(
      String path, Map<String, String> parameters) {
    return http.sendAsync(formPost(path, parameters), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest formPost(String path, Map<String, String> parameters) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encode(parameters)))
        .build();
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/webapi/" + path));
    if (token != null) {
      request.header("X-SYNO-TOKEN", token);
    }
    return request;
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  public static Map<String, String> form(String... pairs) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      form.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return form;
  }

  private String encode(Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (sid != null) {
      all.putIfAbsent("_sid", sid);
    }
    return all.entrySet().stream()
        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Cuts off what is under way, as tests leave requests hanging on purpose. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
