package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.setting.Acceptable;
import io.cloudsyncctl.plan.policy.Consent;
import io.cloudsyncctl.plan.policy.RemovalLimits;
import io.cloudsyncctl.plan.policy.RiskConsent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the user agrees to on the command line. */
public final class ConsentOptions {
  @Option(
      names = "--accept-risk",
      paramLabel = "CLASS:ADDRESS",
      converter = RiskConsentConverter.class,
      description =
          "Accept a risk, as the refusal prints it: data-loss, disconnect or not-at-rest, and an"
              + " address in which * stands for any text, ? for any character, and \\* for a star;"
              + " may be repeated.")
  public List<RiskConsent> risks = List.of();

  @Option(
      names = "--max-removals",
      paramLabel = "N",
      defaultValue = "1",
      description = "Remove at most so many tasks of each NAS (default: 1).")
  public int maxRemovals = RemovalLimits.DEFAULT.perNas();

  @Option(
      names = "--max-removals-run",
      paramLabel = "N",
      defaultValue = "3",
      description = "Remove at most so many tasks of all NAS of the run (default: 3).")
  public int maxRemovalsRun = RemovalLimits.DEFAULT.perRun();

  @Option(
      names = "--max-removals-percent",
      paramLabel = "P",
      defaultValue = "50",
      description =
          "Where more than one is removed: at most this share of a NAS's tasks (default: 50).")
  public int maxRemovalsPercent = RemovalLimits.DEFAULT.percent();

  public Consent consent(Console console) {
    return new Consent(
        ImmutableList.copyOf(risks),
        new RemovalLimits(maxRemovals, maxRemovalsRun, maxRemovalsPercent),
        LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC));
  }

  /** Reads {@code data-loss:office/Dropbox/*}. */
  static final class RiskConsentConverter implements ITypeConverter<RiskConsent> {
    @Override
    public RiskConsent convert(String text) {
      int colon = text.indexOf(':');
      String word = colon < 0 ? text : text.substring(0, colon);
      Optional<Acceptable> risk =
          Acceptable.all().stream()
              .filter(Acceptable::dangerous)
              .filter(one -> one.word().equals(word))
              .findFirst();
      if (risk.isEmpty()) {
        List<String> words =
            Acceptable.all().stream().filter(Acceptable::dangerous).map(Acceptable::word).toList();
        throw new TypeConversionException(
            "the class must be "
                + String.join(", ", words.subList(0, words.size() - 1))
                + " or "
                + words.getLast()
                + ", not '"
                + word
                + "'");
      }
      if (colon < 0 || colon == text.length() - 1) {
        throw new TypeConversionException(
            "an address must follow the class, such as " + word + ":office/Dropbox");
      }
      return new RiskConsent(risk.get(), AddressPattern.of(text.substring(colon + 1)));
    }
  }
}
