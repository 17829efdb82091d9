package io.cloudsyncctl.report.prometheus;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.RunWords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When what last succeeded, in seconds since 1970: of each command, and of each NAS. An earlier
 * Prometheus report tells it, so that a run that fails does not make it forgotten.
 *
 * @param byCommand of each command, such as {@code drift}
 * @param byNas of each NAS, by its name as the report has it
 */
record Successes(ImmutableMap<String, Double> byCommand, ImmutableMap<String, Double> byNas) {
  static final String OF_COMMAND = "cloudsyncctl_last_success_timestamp_seconds";
  static final String OF_NAS = "cloudsyncctl_nas_last_success_timestamp_seconds";

  private static final Pattern SAMPLE =
      Pattern.compile(
          "(cloudsyncctl_(?:nas_)?last_success_timestamp_seconds)"
              + "\\{(?:command|nas)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"}"
              + " ([0-9]+(?:\\.[0-9]+)?(?:E[0-9]{1,2})?)");

  /** What a report says; lines that are none of ours say nothing. */
  static Successes readFrom(String report) {
    Map<String, Double> byCommand = new LinkedHashMap<>();
    Map<String, Double> byNas = new LinkedHashMap<>();
    for (String line : report.split("\n", -1)) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches() && isTime(sample.group(3))) {
        Map<String, Double> its = sample.group(1).equals(OF_NAS) ? byNas : byCommand;
        its.put(unescaped(sample.group(2)), Double.valueOf(sample.group(3)));
      }
    }
    return new Successes(ImmutableMap.copyOf(byCommand), ImmutableMap.copyOf(byNas));
  }

  private static boolean isTime(String number) {
    return Double.parseDouble(number) <= Instant.MAX.getEpochSecond();
  }

  private static String unescaped(String label) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      if (c == '\\') {
        i++;
        text.append(label.charAt(i) == 'n' ? '\n' : label.charAt(i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** The same with what this run adds. */
  Successes after(RunReport report) {
    RunFacts facts = report.facts();
    double now = facts.started().plus(facts.took()).toEpochMilli() / 1000.0;
    Map<String, Double> commands = new LinkedHashMap<>(byCommand);
    Map<String, Double> nas = new LinkedHashMap<>();
    if (RunWords.succeeded(facts)) {
      // Every NAS was there: one that is no longer declared is not waited for.
      report.nas().forEach(one -> keep(nas, PrometheusReportRenderer.label(one)));
      commands.put(PrometheusReportRenderer.command(report.verb()), now);
    } else {
      nas.putAll(byNas);
    }
    for (NasReport one : report.nas()) {
      if (RunWords.succeeded(one)) {
        nas.put(PrometheusReportRenderer.label(one), now);
      }
    }
    return new Successes(ImmutableMap.copyOf(commands), ImmutableMap.copyOf(nas));
  }

  private void keep(Map<String, Double> nas, String label) {
    Double earlier = byNas.get(label);
    if (earlier != null) {
      nas.put(label, earlier);
    }
  }
}
