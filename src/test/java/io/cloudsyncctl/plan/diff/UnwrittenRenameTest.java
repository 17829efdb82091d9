package io.cloudsyncctl.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnwrittenRenameTest {
  private static final LiveConnection DROPBOX = live(3, "me");

  private static LiveConnection live(long id, String account) {
    return Live.connection(id, "Dropbox", "db", account, Map.of());
  }

  private static boolean isInDoubt(Declare desired, KnownConnection... known) {
    return UnwrittenRename.isInDoubt(desired.build(), DROPBOX, ImmutableList.copyOf(known));
  }

  private static KnownConnection known(String name, LiveConnection connection) {
    return new KnownConnection(name, connection.identity(), ImmutableList.of());
  }

  @Test
  void anotherNameIsInDoubt() {
    assertThat(isInDoubt(Declare.connection("Clouds"))).isTrue();
  }

  @Test
  void renamedFromSaysWhichItIs() {
    assertThat(isInDoubt(Declare.connection("Clouds").renamedFrom("Dropbox"))).isFalse();
    assertThat(isInDoubt(Declare.connection("Clouds").renamedFrom("Old"))).isTrue();
  }

  @Test
  void theRecordKnowsItUnderTheDeclaredName() {
    assertThat(isInDoubt(Declare.connection("Clouds"), known("Clouds", DROPBOX))).isFalse();
    assertThat(isInDoubt(Declare.connection("Clouds"), known("Other", DROPBOX))).isTrue();
    assertThat(isInDoubt(Declare.connection("Clouds"), known("Clouds", live(4, "me")))).isTrue();
    assertThat(isInDoubt(Declare.connection("Clouds"), known("Clouds", live(3, "you")))).isTrue();
  }
}
