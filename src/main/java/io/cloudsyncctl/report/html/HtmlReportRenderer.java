package io.cloudsyncctl.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunReport;

/**
 * A run as one HTML file that needs nothing else: no script, no network, no font. The templates in
 * {@code src/main/jte} are Java classes by the time the program is packaged; they escape every text
 * for HTML.
 */
public final class HtmlReportRenderer implements ReportRenderer {
  private static final String TEMPLATES = "io.cloudsyncctl.report.html.templates";

  @Override
  public String render(RunReport report) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReportRenderer.class.getClassLoader(), TEMPLATES);
    StringOutput output = new StringOutput();
    engine.render("report.jte", ReportView.of(report), output);
    return output.toString();
  }
}
