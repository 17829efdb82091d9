package io.cloudsyncctl.cloudsync.answer;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.dsm.WireFields;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;

/** The fields of one answer; an error names method, subject and field. */
public final class AnswerFields extends WireFields<AnswerFields, BadAnswerException> {
  private final Location.OnNas at;

  private AnswerFields(Location.OnNas at, WireValue.Members members, String prefix) {
    super(members, prefix);
    this.at = at;
  }

  public static AnswerFields of(
      String nas, String method, @Nullable String subject, WireValue.Members members) {
    return new AnswerFields(new Location.OnNas(nas, method, subject), members, "");
  }

  @Override
  protected AnswerFields inside(WireValue.Members members, String prefix) {
    return new AnswerFields(at, members, prefix);
  }

  @Override
  protected BadAnswerException wrong(String field, String expected, @Nullable WireValue actual) {
    return new BadAnswerException(
        at,
        "field "
            + field
            + ": expected "
            + expected
            + " but the NAS answered "
            + (actual == null ? "nothing" : actual.kind()),
        "the NAS may run a release of Cloud Sync that this version does not know");
  }

  /** A list that is not all that it should be. */
  BadAnswerException incomplete(String what) {
    return new BadAnswerException(
        at,
        what,
        "the NAS may be busy or its database damaged: look at it in DSM, and try again in a minute");
  }

  /** Why the catalogue's codec does not take what came; a text is shown. */
  public static String refused(WireFormatException refusal, WireValue actual) {
    String shown =
        actual instanceof WireValue.Text(String text) ? " " + HostileText.excerpt(text) : "";
    return refusal.getMessage() + shown;
  }
}
