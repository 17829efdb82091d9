package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The NAS's own bookkeeping of filters: which entries a person added to its dialog's lists.
 *
 * <p>The setter of the filters replaces these lists too. They are never drift. A write sends what
 * the NAS held together with the declared entries that were not filtered before, so that nothing a
 * person added disappears from the dialog, and what Git adds can be unticked there. What it held
 * goes back as it was read, and what joins it stands there in the form in which it is filtered.
 */
public final class FilterBookkeeping {
  public static final String NAMES = "user_defined_names";
  public static final String EXTENSIONS = "user_defined_extensions";

  private FilterBookkeeping() {}

  /** The two parameters, or nothing where the NAS did not answer what it held. */
  public static Optional<ImmutableMap<String, WireValue>> parameters(
      LiveTask live, DeclaredSettings declared) {
    if (!(live.userDefinedNames() instanceof Value.Known<ImmutableList<String>>(var names))
        || !(live.userDefinedExtensions() instanceof Value.Known<ImmutableList<String>>(var ext))) {
      return Optional.empty();
    }
    return Optional.of(
        ImmutableMap.of(
            NAMES,
            WireValue.Items.ofTexts(
                grown(names, live, declared, TaskSettings.FILTERED_FILENAMES, Kind.NAMES)),
            EXTENSIONS,
            WireValue.Items.ofTexts(
                grown(ext, live, declared, TaskSettings.FILTERED_EXTENSIONS, Kind.EXTENSIONS))));
  }

  private static ImmutableList<String> grown(
      ImmutableList<String> held,
      LiveTask live,
      DeclaredSettings declared,
      Setting<ImmutableList<String>> filter,
      Kind kind) {
    ImmutableList.Builder<String> grown = ImmutableList.<String>builder().addAll(held);
    Set<String> known = new LinkedHashSet<>();
    held.forEach(entry -> known.add(kind.normalize(entry)));
    live.settings()
        .get(filter)
        .known()
        .orElse(ImmutableList.of())
        .forEach(entry -> known.add(kind.normalize(entry)));
    TextSet wanted =
        TextSet.of(kind, declared.get(filter).map(Declared::value).orElse(ImmutableList.of()));
    wanted.meanings().stream()
        .filter(meaning -> !known.contains(meaning))
        .map(wanted::newForm)
        .forEach(grown::add);
    return grown.build();
  }
}
