package io.cloudsyncctl.simulator.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decoded HTTP request. Parameters may stand in the query, in a form body, or in both; where one
 * stands in both, the body's counts.
 *
 * @param path the whole path, for example {@code /webapi/entry.cgi/SYNO.CloudSync}
 * @param parameters name to undecoded value, api, method and version included
 * @param queryNames the names of those that stood in the URL
 * @param token the X-SYNO-TOKEN header
 * @param cookieSession the session id in the cookie {@code id}
 */
public record WebRequest(
    String httpMethod,
    String path,
    Map<String, String> parameters,
    Set<String> queryNames,
    @Nullable String token,
    @Nullable String cookieSession) {

  private static final String ROOT = "/webapi/";

  public static WebRequest of(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> query = decode(exchange.getRequestURI().getRawQuery());
    Map<String, String> parameters = new LinkedHashMap<>(query);
    parameters.putAll(decode(body));
    return new WebRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        parameters,
        query.keySet(),
        exchange.getRequestHeaders().getFirst("X-SYNO-TOKEN"),
        cookie(exchange.getRequestHeaders().getFirst("Cookie")));
  }

  /** The program that the URL names: {@code entry.cgi}, {@code auth.cgi} or {@code query.cgi}. */
  public String program() {
    String rest = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  /** The API's name: the parameter, or what follows the program in the path; else empty. */
  public String api() {
    String named = parameters.get("api");
    if (named != null) {
      return named;
    }
    int slash = path.indexOf('/', ROOT.length());
    return slash < 0 ? "" : path.substring(slash + 1);
  }

  public String method() {
    return parameters.getOrDefault("method", "");
  }

  public String version() {
    return parameters.getOrDefault("version", "");
  }

  /** A parameter that is always bare, such as those of the login. */
  @Nullable
  public String text(String name) {
    return parameters.get(name);
  }

  private static Map<String, String> decode(@Nullable String form) {
    Map<String, String> decoded = new LinkedHashMap<>();
    if (form == null || form.isEmpty()) {
      return decoded;
    }
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        decoded.put(unescape(name), unescape(value));
      }
    }
    return decoded;
  }

  private static String unescape(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static @Nullable String cookie(@Nullable String header) {
    if (header == null) {
      return null;
    }
    for (String pair : header.split(";", -1)) {
      String cookie = pair.strip();
      if (cookie.startsWith("id=")) {
        return cookie.substring("id=".length());
      }
    }
    return null;
  }
}
