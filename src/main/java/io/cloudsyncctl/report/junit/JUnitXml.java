package io.cloudsyncctl.report.junit;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes test suites in the form that Jenkins and GitLab read. */
final class JUnitXml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private JUnitXml() throws XMLStreamException {
    // The JDK's own, whatever else the class path may offer.
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /**
   * The whole document.
   *
   * @param seconds how long the run took; that of a single case is not known
   * @param properties facts of the run, repeated in each suite
   */
  static String write(
      List<JUnitCase.Suite> suites,
      double seconds,
      String timestamp,
      ImmutableMap<String, String> properties) {
    try {
      JUnitXml document = new JUnitXml();
      document.suites(suites, seconds, timestamp, properties);
      return document.text.append('\n').toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory could not be written", e);
    }
  }

  private void suites(
      List<JUnitCase.Suite> suites,
      double seconds,
      String timestamp,
      ImmutableMap<String, String> properties)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    open(0, "testsuites");
    attribute("name", "cloudsyncctl");
    attribute("tests", sum(suites, suite -> suite.cases().size()));
    attribute("failures", sum(suites, JUnitCase.Suite::failures));
    attribute("errors", sum(suites, JUnitCase.Suite::errors));
    attribute("time", String.format(Locale.ROOT, "%.3f", seconds));
    for (JUnitCase.Suite suite : suites) {
      suite(suite, timestamp, properties);
    }
    close(0);
    xml.writeEndDocument();
    xml.flush();
  }

  private static String sum(List<JUnitCase.Suite> suites, ToLongFunction<JUnitCase.Suite> of) {
    return Long.toString(suites.stream().mapToLong(of).sum());
  }

  private void suite(
      JUnitCase.Suite suite, String timestamp, ImmutableMap<String, String> properties)
      throws XMLStreamException {
    open(1, "testsuite");
    attribute("name", suite.name());
    attribute("tests", Integer.toString(suite.cases().size()));
    attribute("failures", Long.toString(suite.failures()));
    attribute("errors", Long.toString(suite.errors()));
    attribute("skipped", Long.toString(suite.skipped()));
    attribute("timestamp", timestamp);
    open(2, "properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      newLine(3);
      xml.writeEmptyElement("property");
      attribute("name", property.getKey());
      attribute("value", property.getValue());
    }
    close(2);
    for (JUnitCase one : suite.cases()) {
      oneCase(one);
    }
    if (!suite.notes().isEmpty()) {
      open(2, "system-out");
      xml.writeCharacters(allowed(suite.notes()));
      xml.writeEndElement();
    }
    close(1);
  }

  private void oneCase(JUnitCase one) throws XMLStreamException {
    if (one.verdict() instanceof JUnitCase.Verdict.Passed) {
      newLine(2);
      xml.writeEmptyElement("testcase");
      name(one);
      return;
    }
    open(2, "testcase");
    name(one);
    switch (one.verdict()) {
      case JUnitCase.Verdict.Passed _ -> {}
      case JUnitCase.Verdict.Skipped(String why) -> {
        open(3, "skipped");
        xml.writeCharacters(allowed(why));
        xml.writeEndElement();
      }
      case JUnitCase.Verdict.Failed(String type, String message, String body) ->
          problem("failure", type, message, body);
      case JUnitCase.Verdict.Erred(String type, String message, String body) ->
          problem("error", type, message, body);
    }
    close(2);
  }

  private void name(JUnitCase one) throws XMLStreamException {
    attribute("classname", one.group());
    attribute("name", one.name());
  }

  private void problem(String element, String type, String message, String body)
      throws XMLStreamException {
    open(3, element);
    attribute("type", type);
    attribute("message", message);
    xml.writeCharacters(allowed(body));
    xml.writeEndElement();
  }

  private void open(int depth, String element) throws XMLStreamException {
    newLine(depth);
    xml.writeStartElement(element);
  }

  private void close(int depth) throws XMLStreamException {
    newLine(depth);
    xml.writeEndElement();
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  /** XML 1.0 forbids two more code points than {@link Escaper} makes visible. */
  private static String allowed(String escaped) {
    return escaped.replace("\uFFFE", "\\u{FFFE}").replace("\uFFFF", "\\u{FFFF}");
  }
}
