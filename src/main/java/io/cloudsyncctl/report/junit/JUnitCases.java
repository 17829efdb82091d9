package io.cloudsyncctl.report.junit;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Inventory;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cases of one NAS: that it was read, each part of it, and what was done. */
final class JUnitCases {
  private final NasReport nas;
  private final Verb verb;
  private final String group;
  private final List<Finding> findings;
  private final Map<Key, State> states = new LinkedHashMap<>();
  private final Map<Key, List<Finding>> findingsOf = new HashMap<>();

  /** What makes a case: every part of one aspect of one address. */
  private record Key(Address address, ManagedAspect.Aspect aspect) {}

  /** The worst of these parts, and where it is declared. */
  private record State(ManagedAspect.State state, Location.@Nullable InFile at) {}

  private JUnitCases(NasReport nas, Verb verb) {
    this.nas = nas;
    this.verb = verb;
    this.group = Escaper.escape(nas.nas(), ValueText.LONGEST);
    this.findings = nas.left();
  }

  static ImmutableList<JUnitCase> of(NasReport nas, Verb verb) {
    return new JUnitCases(nas, verb).all();
  }

  private ImmutableList<JUnitCase> all() {
    nas.parts()
        .forEach(part -> add(new Key(part.address(), part.aspect()), part.state(), part.at()));
    for (Finding finding : findings) {
      Difference difference = finding.difference();
      Key key = new Key(difference.address(), Inventory.aspect(difference));
      add(key, Inventory.state(finding), difference.at());
      findingsOf.computeIfAbsent(key, _ -> new ArrayList<>()).add(finding);
    }
    ImmutableList.Builder<JUnitCase> cases = ImmutableList.builder();
    cases.add(new JUnitCase(group, group + " was read", read()));
    states.forEach((key, state) -> cases.add(part(key, state)));
    return cases.addAll(JUnitApplied.of(nas, group)).build();
  }

  private void add(Key key, ManagedAspect.State state, Location.@Nullable InFile at) {
    states.merge(
        key,
        new State(state, at),
        (one, other) -> one.state().compareTo(other.state()) >= 0 ? one : other);
  }

  private JUnitCase.Verdict read() {
    return switch (nas.outcome()) {
      case NasOutcome.Done<AssessedPlan> _ -> new JUnitCase.Verdict.Passed();
      case NasOutcome.Failed<AssessedPlan> failed ->
          new JUnitCase.Verdict.Erred(
              codes(failed.diagnostics()),
              message(failed.diagnostics()),
              JUnitReportRenderer.text(failed.diagnostics()));
    };
  }

  private static String codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(one -> one.code().id())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The first of several messages, and how many more there are. */
  static String message(List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      return "it failed";
    }
    String first = Escaper.sentence(diagnostics.getFirst().message());
    int more = diagnostics.size() - 1;
    return more == 0 ? first : first + " (and " + more + " more)";
  }

  private JUnitCase part(Key key, State state) {
    String name = LabelText.address(key.address()) + ": " + key.aspect().word();
    List<Finding> its = findingsOf.getOrDefault(key, List.of());
    return new JUnitCase(group, name, verdict(key, state, its));
  }

  private JUnitCase.Verdict verdict(Key key, State state, List<Finding> its) {
    List<Finding> counting = its.stream().filter(Finding::counts).toList();
    return switch (state.state()) {
      case IN_SYNC -> new JUnitCase.Verdict.Passed();
      case PENDING, DIFFERS, DRIFT -> failed(state, counting);
      case UNMANAGED ->
          counting.isEmpty()
              ? new JUnitCase.Verdict.Skipped("nobody declared it; it is never touched")
              : failed(state, counting);
      case IGNORED -> new JUnitCase.Verdict.Skipped(ignored(its));
      case UNVERIFIABLE -> new JUnitCase.Verdict.Skipped(unverifiable(key));
      case UNREADABLE -> {
        JUnitCase.Verdict.Failed why = failed(state, counting);
        yield new JUnitCase.Verdict.Erred(why.type(), why.message(), why.body());
      }
      case UNREACHABLE ->
          new JUnitCase.Verdict.Erred(
              state.state().word(), "nothing is known of it: " + group + " could not be read", "");
    };
  }

  private JUnitCase.Verdict.Failed failed(State state, List<Finding> counting) {
    String type = state.state().word();
    String message =
        counting.isEmpty()
            ? type + place(state)
            : counting.stream()
                .map(finding -> FindingWords.what(finding.difference(), verb))
                .collect(Collectors.joining("; "));
    StringBuilder body = new StringBuilder();
    counting.forEach(finding -> body.append('\n').append(JUnitBody.of(finding, verb)));
    return new JUnitCase.Verdict.Failed(type, message, body.toString());
  }

  private static String place(State state) {
    Location.InFile at = state.at();
    return at == null ? "" : ", declared at " + LabelText.place(at);
  }

  private static String ignored(List<Finding> its) {
    List<String> why = new ArrayList<>();
    for (Finding finding : its) {
      if (finding.standing() instanceof Standing.Ignored(var ignore)) {
        why.add("ignored: " + FindingWords.until(ignore));
      }
    }
    return why.isEmpty() ? "ignored" : why.stream().distinct().collect(Collectors.joining("; "));
  }

  private String unverifiable(Key key) {
    String settings =
        nas.outcome().result().stream()
            .flatMap(assessed -> assessed.plan().observations().stream())
            .filter(Observation.Unverifiable.class::isInstance)
            .map(Observation.Unverifiable.class::cast)
            .filter(one -> one.address().equals(key.address()))
            .map(one ->
                one.setting().key()
                    + " (last written as "
                    + one.value()
                    + " on "
                    + LabelText.time(one.writtenAt())
                    + ")")
            .collect(Collectors.joining(", "));
    return "no getter answers " + settings;
  }
}
