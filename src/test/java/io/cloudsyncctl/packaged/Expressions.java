package io.cloudsyncctl.packaged;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of GitHub's expressions that the examples use: names with dots, texts in single quotes,
 * {@code == != && || !}, parentheses and functions. Everything else is an error.
 */
final class Expressions {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*('[^']*'|==|!=|&&|\\|\\||[!(),]|[A-Za-z_][\\w.-]*)");
  private static final Pattern INSIDE_TEXT = Pattern.compile("\\$\\{\\{(.*?)}}");

  private final Map<String, String> names;
  private final Map<String, Function<List<String>, Object>> functions;

  /**
   * An evaluator.
   *
   * @param names what is known, such as {@code github.ref}; a name that is not known is empty
   * @param functions what may be called
   */
  Expressions(Map<String, String> names, Map<String, Function<List<String>, Object>> functions) {
    this.names = names;
    this.functions = functions;
  }

  /** A text with its <code>${{ }}</code> replaced. */
  String text(String text) {
    return INSIDE_TEXT
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1)).toString()));
  }

  /** Whether a condition holds. */
  boolean holds(String condition) {
    return truth(value(condition));
  }

  private Object value(String expression) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(expression.strip());
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, expression.strip().length());
    }
    if (end != expression.strip().length()) {
      throw new AssertionError("an expression that is not understood here: " + expression);
    }
    Parser parser = new Parser(tokens);
    Object value = parser.or();
    if (parser.next < tokens.size()) {
      throw new AssertionError("an expression that goes on: " + expression);
    }
    return value;
  }

  private static boolean truth(Object value) {
    return value instanceof Boolean known ? known : !value.toString().isEmpty();
  }

  private final class Parser {
    private final List<String> tokens;
    private int next;

    Parser(List<String> tokens) {
      this.tokens = tokens;
    }

    private boolean take(String token) {
      if (next < tokens.size() && tokens.get(next).equals(token)) {
        next++;
        return true;
      }
      return false;
    }

    Object or() {
      Object value = and();
      while (take("||")) {
        Object other = and();
        value = truth(value) ? value : other;
      }
      return value;
    }

    private Object and() {
      Object value = equality();
      while (take("&&")) {
        Object other = equality();
        value = truth(value) ? other : value;
      }
      return value;
    }

    private Object equality() {
      Object value = unary();
      if (take("==")) {
        return Objects.equals(value.toString(), unary().toString());
      }
      if (take("!=")) {
        return !Objects.equals(value.toString(), unary().toString());
      }
      return value;
    }

    private Object unary() {
      if (take("!")) {
        return !truth(unary());
      }
      if (take("(")) {
        Object value = or();
        expect(")");
        return value;
      }
      String token = tokens.get(next++);
      if (token.startsWith("'")) {
        return token.substring(1, token.length() - 1);
      }
      if (take("(")) {
        List<String> arguments = new ArrayList<>();
        while (!take(")")) {
          arguments.add(or().toString());
          take(",");
        }
        return Objects.requireNonNull(functions.get(token), token).apply(arguments);
      }
      return names.getOrDefault(token, "");
    }

    private void expect(String token) {
      if (!take(token)) {
        throw new AssertionError("no " + token + " at " + next + " of " + tokens);
      }
    }
  }
}
