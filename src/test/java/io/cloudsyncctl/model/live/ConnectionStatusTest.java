package io.cloudsyncctl.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionStatusTest {
  @Test
  void theTextsOfTheWireAreKnown() {
    assertThat(Arrays.stream(ConnectionStatus.values()).map(ConnectionStatus::word))
        .containsExactly(
            "uptodate",
            "syncing",
            "processing",
            "scanning",
            "connecting",
            "pause",
            "suspended",
            "error",
            "unlink",
            "");
    assertThat(ConnectionStatus.values())
        .allSatisfy(one -> assertThat(ConnectionStatus.of(one.word())).isEqualTo(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"defragmenting", "Pause", "paused", " pause", ""})
  void noJudgementHoldsOfAnyOtherText(String text) {
    ConnectionStatus unknown = ConnectionStatus.of(text);
    assertThat(unknown).isEqualTo(ConnectionStatus.UNKNOWN);
    assertThat(unknown.rests()).isFalse();
    assertThat(unknown.stuck()).isFalse();
    assertThat(unknown.syncs()).isFalse();
    assertThat(unknown.idle()).isFalse();
  }

  @Test
  void eachJudgementHoldsOfItsStatusesOnly() {
    assertThat(of(ConnectionStatus::rests)).containsExactly("pause", "unlink");
    assertThat(of(ConnectionStatus::stuck)).containsExactly("suspended", "error");
    assertThat(of(ConnectionStatus::syncs))
        .containsExactly("uptodate", "syncing", "processing", "scanning", "connecting");
    assertThat(of(ConnectionStatus::idle))
        .containsExactly("uptodate", "pause", "suspended", "error", "unlink");
  }

  private static List<String> of(Predicate<ConnectionStatus> judgement) {
    return Arrays.stream(ConnectionStatus.values())
        .filter(judgement)
        .map(ConnectionStatus::word)
        .toList();
  }
}
