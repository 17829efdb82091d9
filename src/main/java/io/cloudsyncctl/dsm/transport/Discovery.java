package io.cloudsyncctl.dsm.transport;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.dsm.TargetWords;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which APIs a NAS has, where they are and in which versions ({@code SYNO.API.Info}). */
public final class Discovery {
  static final String PATH = "query.cgi";
  public static final String AUTH = "SYNO.API.Auth";
  public static final String COMPOUND = "SYNO.Entry.Request";

  /**
   * Where DSM 7 serves every API; asked where discovery knows nothing, and then the NAS answers.
   */
  private static final Api ASSUMED = new Api("entry.cgi", 1, Integer.MAX_VALUE);

  private static final Pattern SAFE_PATH = Pattern.compile("[A-Za-z0-9_]+(?:[./-][A-Za-z0-9_]+)*");

  private final ImmutableMap<String, Api> apis;

  private Discovery(ImmutableMap<String, Api> apis) {
    this.apis = apis;
  }

  /** One API: its path below {@code webapi/} and its versions. */
  record Api(String path, int minVersion, int maxVersion) {
    /** The wanted version, or the nearest that the NAS has. */
    int clamp(int wanted) {
      return Math.clamp(wanted, minVersion, maxVersion);
    }
  }

  static final Discovery NONE =
      new Discovery(ImmutableMap.of("SYNO.API.Info", new Api(PATH, 1, Integer.MAX_VALUE)));

  public static ApiCall question(Collection<String> names) {
    return new ApiCall(
        "SYNO.API.Info",
        1,
        "query",
        ImmutableMap.of("query", WireValue.of(String.join(",", names))));
  }

  static Discovery read(WireValue.Members data, Location.OnNas at, TargetWords words) {
    Envelope envelope = new Envelope(at, false, words);
    ImmutableMap.Builder<String, Api> apis = ImmutableMap.builder();
    data.values().forEach((name, value) -> apis.put(name, api(name, value, envelope)));
    ImmutableMap<String, Api> known = apis.buildOrThrow();
    if (!known.containsKey(AUTH)) {
      throw new BadAnswerException(
          at,
          "the NAS says that it has no " + AUTH,
          "check that " + words.url() + " is the address of a Synology DSM");
    }
    return new Discovery(known);
  }

  private static Api api(String name, WireValue value, Envelope envelope) {
    String field = HostileText.escape(name);
    if (!(value instanceof WireValue.Members members)) {
      throw envelope.wrongField(field, "an object", value);
    }
    WireValue path = members.get("path");
    if (!(path instanceof WireValue.Text(String text)) || !SAFE_PATH.matcher(text).matches()) {
      throw envelope.wrongField(field + ".path", "a path such as entry.cgi", path);
    }
    int min = version(members.get("minVersion"), field + ".minVersion", envelope);
    int max = version(members.get("maxVersion"), field + ".maxVersion", envelope);
    return new Api(text, min, Math.max(min, max));
  }

  private static int version(@Nullable WireValue value, String field, Envelope envelope) {
    if (value instanceof WireValue.Whole(long version) && version >= 1 && version <= 1_000) {
      return (int) version;
    }
    throw envelope.wrongField(field, "a version number", value);
  }

  public boolean has(String api) {
    return apis.containsKey(api);
  }

  Api api(String name) {
    return apis.getOrDefault(name, ASSUMED);
  }
}
