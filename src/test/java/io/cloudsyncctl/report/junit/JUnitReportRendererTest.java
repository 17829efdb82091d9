package io.cloudsyncctl.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reports as Jenkins and GitLab read test results. */
class JUnitReportRendererTest {
  private static final Path SCHEMA =
      Path.of("src", "test", "resources", "schemas-of-others", "jenkins-junit.xsd");

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunKeepsToTheSchemaOfJenkins(String sample) throws Exception {
    String xml = ReportGolden.check(sample, "report.junit.xml", new JUnitReportRenderer());
    validate(xml);
    assertThat(xml.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void theNumbersAreThoseOfTheCases(String sample) throws Exception {
    Document document = parse(new JUnitReportRenderer().render(SampleReports.get(sample)));
    NodeList suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
      assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
      assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
      assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
    }
  }

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyCaseHasANameOfItsOwn(String sample) throws Exception {
    Document document = parse(new JUnitReportRenderer().render(SampleReports.get(sample)));
    NodeList cases = document.getElementsByTagName("testcase");
    assertThat(cases.getLength()).isPositive();
    assertThat(
            IntStream.range(0, cases.getLength())
                .mapToObj(i -> (Element) cases.item(i))
                .map(one -> one.getAttribute("classname") + " " + one.getAttribute("name")))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatXmlForbidsStandsInItsVisibleForm() throws Exception {
    RunReport report = SampleReports.named("a\uFFFE\uFFFF\u0000\ud800]]>&<b>\u001b[31m");
    String xml = new JUnitReportRenderer().render(report);
    validate(xml);
    assertThat(xml)
        .contains("office/a\\u{FFFE}\\u{FFFF}\\u{0}\\u{D800}]]&gt;&amp;&lt;b&gt;\\u{1B}[31m:");
  }

  @Test
  void fiveThousandChangesAreFiveThousandFailures() throws Exception {
    String xml = new JUnitReportRenderer().render(SampleReports.large(5000));
    validate(xml);
    assertThat(parse(xml).getElementsByTagName("failure").getLength()).isEqualTo(5000);
  }

  private static String count(Element suite, String element) {
    return Integer.toString(suite.getElementsByTagName(element).getLength());
  }

  private static void validate(String xml) throws SAXException, IOException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(SCHEMA.toFile());
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static Document parse(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
