package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.run.plan.PlanningRequest;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a plan does beside making declared things as they are declared. */
public final class PlanningOptions {
  @Option(
      names = "--prune",
      description =
          "Remove connections and tasks that nobody declared. Each removal needs its acceptance,"
              + " and where there is any doubt nothing is pruned.")
  public boolean prune;

  @Option(
      names = "--quiesce",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Let a connection rest while changes that may delete files are made to it, and make none"
              + " where it does not; this is so unless --no-quiesce is given.")
  public boolean quiesce = true;

  @Option(
      names = "--recreate",
      paramLabel = "ADDRESS",
      converter = PatternConverter.class,
      description =
          "Create a task anew that was there at the last apply and is no longer listed, as the plan"
              + " prints it; in the address, * stands for any text, ? for any character, and \\*"
              + " for a star; may be repeated.")
  public List<AddressPattern> recreate = List.of();

  public PlanningRequest request() {
    return new PlanningRequest(prune, quiesce, ImmutableList.copyOf(recreate));
  }

  /** Reads {@code office/*}. */
  static final class PatternConverter implements ITypeConverter<AddressPattern> {
    @Override
    public AddressPattern convert(String text) {
      if (text.isEmpty()) {
        throw new TypeConversionException("an address is needed, such as 'office/Archive/*'");
      }
      return AddressPattern.of(text);
    }
  }
}
