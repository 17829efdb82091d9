package io.cloudsyncctl.properties;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, without where it is declared and without the order of what has none: sets are
 * sorted, and so are changes, since two connections of one name may share an address.
 */
final class PlanFacts {
  private PlanFacts() {}

  static ImmutableList<String> of(Plan plan) {
    List<String> facts = new ArrayList<>();
    plan.changes().forEach(change -> facts.add(fact(change)));
    plan.observations().forEach(observation -> facts.add(fact(observation)));
    return ImmutableList.sortedCopyOf(facts);
  }

  private static String fact(Change change) {
    String what =
        switch (change) {
          case Change.Update update ->
              "update "
                  + update.group()
                  + " of "
                  + update.target()
                  + fields(update.fields())
                  + write(update.write())
                  + " blocked "
                  + update.blocked();
          case Change.Create create ->
              "create at "
                  + create.connection()
                  + " paused "
                  + create.connectionPaused()
                  + fields(create.fields())
                  + task(create.task())
                  + " blocked "
                  + create.blocked();
          case Change.Delete delete -> "delete " + delete.target() + " with " + delete.tasks();
          case Change.Pause pause -> "pause " + pause.connection() + " of " + pause.status();
          case Change.Resume resume -> "resume " + resume.connection() + " of " + resume.status();
          case Change.Manual manual -> "manual " + manual.what() + manual.steps();
        };
    return change.address().text() + ": " + what + " risks " + change.risks();
  }

  private static String fact(Observation observation) {
    String what =
        switch (observation) {
          case Observation.Unmanaged _ -> "unmanaged";
          case Observation.Unverifiable one ->
              "unverifiable " + one.setting() + one.value() + one.writtenAt();
          case Observation.Unreadable one -> "unreadable " + one.why();
          case Observation.PathNotKept one -> "not kept " + one.kept();
          case Observation.Remark one -> "remark " + one.text();
        };
    return observation.address().text() + ": " + what;
  }

  private static String fields(ImmutableList<FieldChange<?>> fields) {
    List<String> facts = new ArrayList<>();
    for (FieldChange<?> field : fields) {
      String before =
          field.before() instanceof Value.Known<?>(Object value)
              ? sorted(value)
              : field.before().toString();
      facts.add(field.setting() + " from " + before + " to " + sorted(field.after()));
    }
    return facts.toString();
  }

  private static String write(@Nullable GroupWrite write) {
    return write == null ? "" : parameters(write.parameters()) + parameters(write.preImage());
  }

  private static String parameters(ImmutableMap<String, WireValue> parameters) {
    TreeMap<String, String> facts = new TreeMap<>();
    parameters.forEach((name, value) ->
        facts.put(
            name, value instanceof WireValue.Items(var items) ? sorted(items) : value.toString()));
    return facts.toString();
  }

  private static String task(@Nullable NewTask task) {
    return task == null
        ? ""
        : new NewTask(
                task.paths(),
                task.direction(),
                task.consistencyCheck(),
                task.noDeleteOnCloud(),
                task.convertGoogleDocuments(),
                task.storageClass(),
                task.serverSideEncryption(),
                ImmutableList.sortedCopyOf(task.filteredPaths()),
                ImmutableList.sortedCopyOf(task.filteredNames()),
                ImmutableList.sortedCopyOf(task.filteredExtensions()),
                task.maxUploadSize())
            .toString();
  }

  private static String sorted(Object value) {
    if (value instanceof List<?> list) {
      TreeSet<String> entries = new TreeSet<>();
      list.forEach(entry -> entries.add(String.valueOf(entry)));
      return entries.toString();
    }
    return value.toString();
  }
}
