package io.cloudsyncctl.report.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.finding.EarlierReport;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads back what drift needs of reports that {@link JsonReportRenderer} made. */
public final class JsonReportReader {
  private JsonReportReader() {}

  /** What a text tells, or why it is no report that can be used. */
  public sealed interface Result {
    /** What it tells of each NAS that could be read. */
    record Report(Instant started, ImmutableList<EarlierReport> sightings) implements Result {}

    /** In words that follow "skipped:". */
    record Unusable(String why) implements Result {}
  }

  /** Reads a report. */
  public static Result read(byte[] utf8) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(utf8);
    } catch (JacksonException e) {
      return new Result.Unusable("it is no JSON");
    }
    if (!root.path("format").asString("").equals(JsonReportRenderer.FORMAT)) {
      return new Result.Unusable("it is no report of cloudsyncctl");
    }
    if (root.path("version").asInt(0) != JsonReportRenderer.VERSION) {
      return new Result.Unusable(
          "it is of another version than " + JsonReportRenderer.VERSION + ", which is known here");
    }
    Instant started;
    try {
      started = Instant.parse(root.path("started").asString(""));
    } catch (DateTimeException e) {
      return new Result.Unusable("it does not say when its run began");
    }
    boolean undeclared = root.path("undeclared_counts").asBoolean(false);
    ImmutableList.Builder<EarlierReport> sightings = ImmutableList.builder();
    for (JsonNode nas : root.path("nas")) {
      if (nas.path("plan").path("status").asString("").equals("planned")) {
        Optional<EarlierReport> sighting = sighting(nas, started, undeclared);
        if (sighting.isEmpty()) {
          return new Result.Unusable("it is damaged");
        }
        sightings.add(sighting.get());
      }
    }
    return new Result.Report(started, sightings.build());
  }

  private static Optional<EarlierReport> sighting(
      JsonNode nas, Instant started, boolean undeclared) {
    ImmutableSet.Builder<String> keys = ImmutableSet.builder();
    if (!nas.path("findings").isArray() || !nas.path("name").isString()) {
      return Optional.empty();
    }
    for (JsonNode finding : nas.path("findings")) {
      if (!finding.path("key").isString()) {
        return Optional.empty();
      }
      keys.add(finding.path("key").asString());
    }
    boolean mended = nas.path("applied").path("status").asString("").equals("applied");
    return Optional.of(
        new EarlierReport(
            nas.path("name").asString(), started, keys.build(), looked(nas), undeclared, mended));
  }

  /** The parts that were compared; what nobody declared is none. */
  private static ImmutableSet<String> looked(JsonNode nas) {
    ImmutableSet.Builder<String> looked = ImmutableSet.builder();
    for (JsonNode part : nas.path("parts")) {
      if (part.path("state").asString("").equals(ManagedAspect.State.UNMANAGED.word())) {
        continue;
      }
      JsonNode address = part.path("address");
      for (ManagedAspect.Aspect aspect : ManagedAspect.Aspect.values()) {
        if (part.path("aspect").asString("").equals(aspect.word())) {
          looked.add(EarlierReport.part(text(address, "connection"), paths(address), aspect));
        }
      }
    }
    return looked.build();
  }

  private static @Nullable TaskPaths paths(JsonNode address) {
    String local = text(address, "local_path");
    String cloud = text(address, "cloud_path");
    return local == null || cloud == null ? null : new TaskPaths(local, cloud);
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).isString() ? node.path(name).asString() : null;
  }
}
