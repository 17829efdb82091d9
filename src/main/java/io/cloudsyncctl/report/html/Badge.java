package io.cloudsyncctl.report.html;

import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.wording.FindingWords;

/**
 * A symbol and its words.
 *
 * @param css the class in the style sheet
 */
public record Badge(String css, String symbol, String words) {

  static Badge of(Tone tone, String words) {
    return new Badge(tone.css(), tone.symbol(), words);
  }

  static Badge of(ManagedAspect.State state) {
    return new Badge(tone(state).css(), symbol(state), state.word());
  }

  static Badge of(Risk risk) {
    Tone tone = tone(risk);
    return new Badge(tone.css(), tone.symbol(), risk.word());
  }

  static Badge of(Attribution attribution) {
    String cause = FindingWords.cause(attribution);
    return switch (attribution) {
      case PENDING -> new Badge(tone(ManagedAspect.State.PENDING).css(), "↑", cause);
      case DRIFT -> new Badge(tone(ManagedAspect.State.DRIFT).css(), "↓", cause);
      case BOTH -> new Badge(tone(ManagedAspect.State.DRIFT).css(), "↕", cause);
      case UNATTRIBUTED -> new Badge(Tone.QUIET.css(), "·", "cause " + cause);
    };
  }

  static Tone tone(Risk risk) {
    return switch (risk) {
      case NONE -> Tone.QUIET;
      case TRAFFIC, UNVERIFIABLE -> Tone.CAUTION;
      case DISCONNECT, DATA_LOSS -> Tone.ALARM;
    };
  }

  static Tone tone(ManagedAspect.State state) {
    return switch (state) {
      case IN_SYNC -> Tone.CALM;
      case UNMANAGED, IGNORED, UNVERIFIABLE -> Tone.QUIET;
      case PENDING, DIFFERS -> Tone.NOTICE;
      case DRIFT -> Tone.CAUTION;
      case UNREADABLE, UNREACHABLE -> Tone.ALARM;
    };
  }

  private static String symbol(ManagedAspect.State state) {
    return switch (state) {
      case IN_SYNC -> "✓";
      case UNMANAGED -> "○";
      case IGNORED -> "−";
      case UNVERIFIABLE -> "?";
      case PENDING -> "↑";
      case DIFFERS -> "≠";
      case DRIFT -> "↓";
      case UNREADABLE -> "‼";
      case UNREACHABLE -> "✕";
    };
  }
}
