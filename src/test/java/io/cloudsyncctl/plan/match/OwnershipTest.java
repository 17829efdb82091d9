package io.cloudsyncctl.plan.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The NAS has connection 3, Dropbox, of provider db and account me. */
class OwnershipTest {
  private static final Address DROPBOX = Address.ofConnection("office", "Dropbox", null);

  private static Ownership of(DesiredConnection... desired) {
    return Ownership.of(
        Archive.state(desired), Archive.nas(Live.connection(3, "Dropbox", "db", "me", Map.of())));
  }

  @Test
  void theIdOfAMatchedConnectionIsCertain() {
    DesiredConnection dropbox = Declare.connection("Dropbox").build();

    assertThat(of(dropbox).owner(3)).contains(dropbox);
    assertThat(of(dropbox).owner(4)).isEmpty();
    assertThat(of(dropbox).possible(3L, DROPBOX)).containsExactly(dropbox);
    assertThat(of(dropbox).owns(dropbox, 3L, DROPBOX)).isTrue();
  }

  @Test
  void aConnectionThatIsNotFoundMightBeAnyOfItsProviderAndAccount() {
    DesiredConnection unknown = Declare.connection("Clouds").build();
    DesiredConnection otherAccount = Declare.connection("Clouds").of("db", "you").build();

    assertThat(of(unknown).owner(3)).isEmpty();
    assertThat(of(unknown).possible(3L, DROPBOX)).containsExactly(unknown);
    assertThat(of(unknown).owns(unknown, 3L, DROPBOX)).isFalse();
    assertThat(of(otherAccount).possible(3L, DROPBOX)).isEmpty();
  }

  @Test
  void aConnectionThatIsNotFoundMightBeOneOfItsNames() {
    DesiredConnection renamed = Declare.connection("Clouds").renamedFrom("Old").build();

    assertThat(of(renamed).possible(null, Address.ofConnection("office", "Old", null)))
        .containsExactly(renamed);
    assertThat(of(renamed).possible(null, Address.ofConnection("office", "Clouds", null)))
        .containsExactly(renamed);
    assertThat(of(renamed).possible(null, Address.ofConnection("office", "Else", null))).isEmpty();
  }

  @Test
  void anotherAccountIsNeverIt() {
    DesiredConnection mine = Declare.connection("Old").of("db", "you").build();

    assertThat(of(mine).possible(null, Address.ofConnection("office", "Old", "he"))).isEmpty();
    assertThat(of(mine).possible(null, Address.ofConnection("office", "Old", "you")))
        .containsExactly(mine);
  }
}
