package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.GroupComparison.Rewritten;
import io.cloudsyncctl.plan.model.GroupWrite;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes sure that the entries of a filter that were to stay are there byte for byte as before: in
 * another form, they may leave out other files.
 */
final class KeptEntries {
  private KeptEntries() {}

  /** Looks at what was read back after a write. */
  static void require(GroupWrite write, Map<String, WireValue> readBack, Location.OnNas at) {
    ImmutableList<Rewritten> rewritten = GroupComparison.rewritten(write, readBack);
    if (rewritten.isEmpty()) {
      return;
    }
    Map<String, List<String>> byParameter = new LinkedHashMap<>();
    rewritten.forEach(one ->
        byParameter.computeIfAbsent(one.parameter(), _ -> new ArrayList<>()).add(words(one)));
    throw new OperationException(
        Diagnostic.error(
            DiagnosticCode.NOT_CONVERGED,
            write.group().word()
                + ": the NAS took the write, but entries that were to stay as they are read back in"
                + " another form: "
                + byParameter.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                    .collect(Collectors.joining(", ")),
            at,
            "look at the filter in DSM: it may leave out other files now than before"),
        true);
  }

  private static String words(Rewritten one) {
    return composed(one.before()).equals(composed(one.now()))
        ? quoted(one.before()) + " in another Unicode form"
        : quoted(one.before()) + " as " + quoted(one.now());
  }

  private static ImmutableSet<String> composed(ImmutableSet<String> forms) {
    return forms.stream()
        .map(form -> Normalizer.normalize(form, Normalizer.Form.NFC))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Forms that look the same are told once. */
  private static String quoted(ImmutableSet<String> forms) {
    return composed(forms).stream()
        .map(form -> '"' + form + '"')
        .collect(Collectors.joining(" and "));
  }
}
