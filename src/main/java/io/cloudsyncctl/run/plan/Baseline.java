package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.report.wording.LabelText;
import java.util.List;
import java.util.Optional;

/** What was declared earlier, to compare with. */
public sealed interface Baseline {

  /** What was declared of a NAS; empty where that is not known. */
  Optional<Declaration> of(DesiredState desired, SettingsRecord record);

  /** What it is, in words; empty where there is none for any NAS. */
  Optional<String> words(List<SettingsRecord> records);

  /** What each NAS's record remembers of the last apply. */
  record OfRecords() implements Baseline {
    @Override
    public Optional<Declaration> of(DesiredState desired, SettingsRecord record) {
      return record.declared().map(SettingsRecord.Declared::declaration);
    }

    @Override
    public Optional<String> words(List<SettingsRecord> records) {
      List<SettingsRecord.Declared> known =
          records.stream().flatMap(record -> record.declared().stream()).toList();
      if (known.isEmpty()) {
        return Optional.empty();
      }
      if (records.size() == 1) {
        return Optional.of(
            "the record of the last apply (" + LabelText.time(known.getFirst().at()) + ")");
      }
      return Optional.of(
          "the records of the last applies"
              + (known.size() < records.size()
                  ? ", which " + known.size() + " of " + records.size() + " NAS have"
                  : ""));
    }
  }

  /**
   * What a Git revision declares.
   *
   * @param declared by NAS; one that is not there was not declared then
   * @param unknown the NAS of which nothing is known, since the files then were wrong
   */
  record OfRevision(
      String revision,
      String commit,
      ImmutableMap<String, Declaration> declared,
      ImmutableList<String> unknown)
      implements Baseline {
    private static final int SHORT = 7;

    @Override
    public Optional<Declaration> of(DesiredState desired, SettingsRecord record) {
      String nas = desired.nas().name();
      return unknown.contains(nas)
          ? Optional.empty()
          : Optional.of(declared.getOrDefault(nas, Declaration.NOTHING));
    }

    @Override
    public Optional<String> words(List<SettingsRecord> records) {
      return Optional.of("the Git revision " + revision + " (" + commit.substring(0, SHORT) + ")");
    }
  }
}
