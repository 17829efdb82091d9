package io.cloudsyncctl.dsm;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.regex.Pattern;

/** What an error adds to its code, as far as it may be shown. */
final class RefusalDetails {
  /** Words such as "already used": nothing that a key or token looks like. */
  private static final Pattern PLAIN_WORDS = Pattern.compile("[a-z' ]{1,40}");

  private RefusalDetails() {}

  /** The text to put behind the meaning of the code; empty for nothing. */
  static String of(ApiCall call, ApiError error) {
    return switch (error.errors()) {
      case WireValue.Null() -> "";
      case WireValue errors when !call.confidential() -> " (" + shown(errors) + ")";
      case WireValue.Members members -> confidential(call, members);
      case WireValue.Text _,
          WireValue.Whole _,
          WireValue.Decimal _,
          WireValue.Flag _,
          WireValue.Items _ ->
          "";
    };
  }

  private static String shown(WireValue errors) {
    return errors instanceof WireValue.Members members
            && members.get("name") instanceof WireValue.Text(String name)
            && members.get("reason") instanceof WireValue.Text(String reason)
        ? HostileText.excerpt(name) + ": " + HostileText.excerpt(reason)
        : HostileText.excerpt(WireJson.print(errors));
  }

  /** Only the name of a parameter that was sent, and plain words: no value can be among them. */
  private static String confidential(ApiCall call, WireValue.Members errors) {
    if (!(errors.get("name") instanceof WireValue.Text(String name))
        || !call.parameters().values().stream().allMatch(v -> names(v, last(name)))) {
      return "";
    }
    return errors.get("reason") instanceof WireValue.Text(String reason)
            && PLAIN_WORDS.matcher(reason).matches()
        ? " (" + last(name) + ": " + reason + ")"
        : " (" + last(name) + ")";
  }

  private static String last(String name) {
    return Iterables.getLast(Splitter.on('.').split(name));
  }

  private static boolean names(WireValue parameter, String name) {
    return parameter instanceof WireValue.Members(var members)
        && (members.containsKey(name) || members.values().stream().anyMatch(m -> names(m, name)));
  }
}
