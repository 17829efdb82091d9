package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Plans of every shape from a seed, their texts taken from a given list of words. */
public final class RandomPlans {
  private final Random random;
  private final ImmutableList<String> words;

  public RandomPlans(long seed, ImmutableList<String> words) {
    this.random = new Random(seed);
    this.words = words;
  }

  public ImmutableList<NasOutcome<Plan>> run() {
    return some(4, i -> random.nextInt(5) == 0 ? failed("nas-" + i) : done("nas-" + i));
  }

  private NasOutcome<Plan> done(String nas) {
    return new NasOutcome.Done<>(
        nas, new Plan(nas, some(7, _ -> change(nas)), some(5, _ -> observation(nas))));
  }

  private NasOutcome<Plan> failed(String nas) {
    FailureKind kind = pick(FailureKind.values());
    return new NasOutcome.Failed<>(nas, kind, some(3, _ -> diagnostic(nas)));
  }

  private Diagnostic diagnostic(String nas) {
    return switch (random.nextInt(3)) {
      case 0 -> Diagnostic.error(DiagnosticCode.API_REFUSED, word(), at(), word());
      case 1 ->
          Diagnostic.warning(
              DiagnosticCode.API_REFUSED, word(), new Location.OnNas(nas, word(), null), null);
      default -> Diagnostic.note(DiagnosticCode.API_REFUSED, word(), null, null);
    };
  }

  private Change change(String nas) {
    Target.OfConnection connection =
        new Target.OfConnection(
            new ConnectionIdentity(random.nextInt(99), word(), "db", "me", "u1"));
    Address address = Address.ofConnection(nas, connection.name(), flip() ? word() : null);
    return switch (random.nextInt(6)) {
      case 0 -> create(address.task(paths()), connection);
      case 1 ->
          new Change.Delete(
              address,
              connection,
              some(3, _ -> address.task(paths())),
              ImmutableList.of(),
              risks(),
              at());
      case 2 -> new Change.Pause(address, connection, word(), at());
      case 3 -> new Change.Resume(address, connection, word(), risks(), at());
      case 4 -> new Change.Manual(address, word(), some(4, _ -> word()), at());
      default -> update(nas, address, connection);
    };
  }

  private Change create(Address address, Target.OfConnection connection) {
    TaskPaths paths = paths();
    NewTask task =
        new NewTask(
            paths,
            SyncDirection.ONLY_UPLOAD,
            flip(),
            flip(),
            flip(),
            word(),
            flip(),
            some(3, _ -> word()),
            some(3, _ -> word()),
            some(3, _ -> word()),
            random.nextLong(Long.MAX_VALUE));
    ImmutableList<FieldChange<?>> fields =
        TaskSettings.ALL.stream()
            .filter(_ -> flip())
            .map(setting -> absent(setting))
            .collect(ImmutableList.toImmutableList());
    return flip()
        ? new Change.Create(
            address, connection, flip(), task, fields, ImmutableList.of(), at(), null)
        : new Change.Create(
            address, connection, flip(), null, fields, ImmutableList.of(), at(), word());
  }

  private Change update(String nas, Address connectionAddress, Target.OfConnection connection) {
    SettingGroup group = pick(SettingGroup.values());
    TaskPaths paths = paths();
    Target target =
        switch (group.subject()) {
          case PACKAGE -> new Target.OfPackage();
          case CONNECTION -> connection;
          case TASK -> new Target.OfTask(connection, flip() ? 4L : null, paths, "f4");
        };
    Address address =
        switch (group.subject()) {
          case PACKAGE -> Address.ofPackage(nas);
          case CONNECTION -> connectionAddress;
          case TASK -> connectionAddress.task(paths);
        };
    ImmutableList<Setting<?>> settings = Catalog.of(group);
    int first = random.nextInt(settings.size());
    ImmutableList<FieldChange<?>> fields =
        settings.stream().skip(first).map(s -> field(s)).collect(ImmutableList.toImmutableList());
    GroupWrite write =
        new GroupWrite(
            group,
            ImmutableMap.of("text", WireValue.of(word()), "number", WireValue.of(1)),
            ImmutableMap.of(
                "decimal",
                new WireValue.Decimal(new BigDecimal("1.50")),
                "null",
                new WireValue.Null(),
                "items",
                WireValue.Items.ofTexts(some(3, _ -> word())),
                "members",
                WireValue.Members.of(ImmutableMap.of("flag", WireValue.of(true)))));
    return flip()
        ? new Change.Update(address, target, group, fields, write, null)
        : new Change.Update(address, target, group, fields, null, word());
  }

  private <T> FieldChange<T> absent(Setting<T> setting) {
    return new FieldChange<>(
        setting, new Value.Absent<>(), value(setting), at(), ImmutableList.of());
  }

  private <T> FieldChange<T> field(Setting<T> setting) {
    Value<T> before = flip() ? new Value.Known<>(value(setting)) : new Value.Unreadable<>(word());
    return new FieldChange<>(setting, before, value(setting), at(), risks());
  }

  @SuppressWarnings("unchecked")
  private <T> T value(Setting<T> setting) {
    Object value =
        switch (setting.type()) {
          case BooleanType _ -> flip();
          case IntegerType number ->
              random.nextLong(
                  number.minimum(), Math.min(number.maximum(), 1L << (1 + random.nextInt(40))) + 1);
          case TextType _ -> word();
          case ChoiceType<T> type ->
              type.choices().get(random.nextInt(type.choices().size())).value();
          case WeekHoursType _ -> week();
          case TextSetType _ -> some(5, _ -> word());
        };
    return (T) value;
  }

  private WeekHours week() {
    StringBuilder bits = new StringBuilder();
    IntStream.range(0, 168).forEach(_ -> bits.append(random.nextInt(2)));
    return new WeekHours(bits.toString());
  }

  private Observation observation(String nas) {
    Address address = Address.ofConnection(nas, word(), null);
    return switch (random.nextInt(4)) {
      case 0 ->
          flip()
              ? new Observation.Unmanaged(address, 1, null)
              : new Observation.Unmanaged(address.task(paths()), 1, 2L);
      case 1 ->
          new Observation.Unverifiable(
              address.task(paths()),
              TaskSettings.OPTIONS.get(random.nextInt(3)),
              flip(),
              Instant.ofEpochSecond(random.nextInt()),
              at());
      case 2 -> new Observation.Unreadable(address, word(), at());
      default -> new Observation.Remark(address, word());
    };
  }

  private ImmutableList<RiskFinding> risks() {
    return some(2, _ -> new RiskFinding(pick(Risk.values()), word()));
  }

  private TaskPaths paths() {
    return new TaskPaths("/" + word(), "/" + word());
  }

  private Location.InFile at() {
    return new Location.InFile("nas.yaml", 1 + random.nextInt(999), 1 + random.nextInt(80));
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  private <T> T pick(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private boolean flip() {
    return random.nextBoolean();
  }

  private <T> ImmutableList<T> some(int most, IntFunction<T> each) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(each)
        .collect(ImmutableList.toImmutableList());
  }
}
