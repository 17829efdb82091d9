package io.cloudsyncctl.plan.match;

import static io.cloudsyncctl.plan.Declare.connection;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionMatcherTest {
  private static final LiveConnection DROPBOX = live(3, "Dropbox", "db", "me");

  private final List<Diagnostic> errors = new ArrayList<>();

  private static LiveConnection live(long id, String name, String type, String account) {
    return Live.connection(id, name, type, account, Map.of());
  }

  private static LiveState nas(boolean adminView, LiveConnection... connections) {
    return new LiveState(LiveSettings.EMPTY, adminView, false, ImmutableList.copyOf(connections));
  }

  /** The id of the connection that each declared one means; none, or renamed, in words. */
  private List<String> matched(LiveState live, Declare... desired) {
    return ConnectionMatcher.match(
            Stream.of(desired).map(Declare::build).collect(ImmutableList.toImmutableList()),
            live,
            errors)
        .stream()
        .map(match ->
            match.live() == null ? "none" : match.live().id() + (match.renamed() ? " renamed" : ""))
        .toList();
  }

  private List<String> matched(Declare desired, LiveConnection... connections) {
    return matched(nas(true, connections), desired);
  }

  private void assertErrors(DiagnosticCode... codes) {
    assertThat(errors).extracting(Diagnostic::code).containsExactly(codes);
  }

  @Test
  void aNameThatIsThereOnceIsEnough() {
    assertThat(matched(connection("Dropbox"), DROPBOX, live(4, "OneDrive", "od", "me")))
        .containsExactly("3");
    assertErrors();
  }

  @Test
  void anotherSpellingOfANameIsAnotherName() {
    assertThat(matched(connection("dropbox"), DROPBOX)).containsExactly("none");
    assertErrors();
  }

  @Test
  void twoOfOneNameAreToldApartByAccount() {
    LiveConnection other = live(4, "Dropbox", "db", "you");

    assertThat(matched(connection("Dropbox").of("db", "you"), DROPBOX, other)).containsExactly("4");
    assertErrors();
    assertThat(matched(connection("Dropbox"), DROPBOX, other)).containsExactly("none");
    assertErrors(DiagnosticCode.AMBIGUOUS_CONNECTION);
  }

  @Test
  void aNameOfAnotherAccountOrProviderIsAnError() {
    assertThat(matched(connection("Dropbox").of("db", "you"), DROPBOX)).containsExactly("none");
    assertThat(matched(connection("Dropbox").of("od", "me"), DROPBOX)).containsExactly("none");
    assertErrors(DiagnosticCode.ACCOUNT_MISMATCH, DiagnosticCode.PROVIDER_MISMATCH);
  }

  @Test
  void whatShallBeAbsentIsAbsentWhereAnotherAccountBearsItsName() {
    assertThat(matched(connection("Dropbox").of("db", "you").absent(), DROPBOX))
        .containsExactly("none");
    assertErrors();
  }

  @Test
  void aRenameThatIsWrittenDownIsFound() {
    assertThat(matched(connection("Clouds").renamedFrom("Dropbox"), DROPBOX))
        .containsExactly("3 renamed");
    assertThat(matched(connection("Dropbox").renamedFrom("Old"), DROPBOX)).containsExactly("3");
    assertErrors();
  }

  @Test
  void aRenameCannotBeRightWhereBothAreThere() {
    assertThat(
            matched(
                connection("Clouds").renamedFrom("Dropbox"),
                DROPBOX,
                live(4, "Clouds", "db", "me")))
        .containsExactly("4");
    assertErrors(DiagnosticCode.RENAME_CONFLICT);
  }

  @Test
  void aRenameInDsmIsFoundByProviderAndAccount() {
    assertThat(matched(connection("Clouds").of("db", "me"), DROPBOX)).containsExactly("3 renamed");
    assertThat(matched(connection("Clouds"), DROPBOX)).as("by both").containsExactly("none");
    assertErrors();
  }

  @Test
  void aRenameInDsmIsNotGuessedAmongSeveral() {
    assertThat(matched(connection("Clouds").of("db", "me"), DROPBOX, live(4, "B", "db", "me")))
        .containsExactly("none");
    assertErrors();
    assertThat(
            matched(
                nas(true, DROPBOX), connection("A").of("db", "me"), connection("B").of("db", "me")))
        .containsExactly("none", "none");
    assertErrors(DiagnosticCode.AMBIGUOUS_CONNECTION, DiagnosticCode.AMBIGUOUS_CONNECTION);
  }

  @Test
  void aConnectionIsNoRenameOfOneWhileAnotherBearsItsName() {
    assertThat(
            matched(
                nas(true, DROPBOX),
                connection("Clouds").of("db", "me"),
                connection("Dropbox").of("db", "me")))
        .containsExactly("none", "3");
    assertErrors();
  }

  @Test
  void whatShallBeAbsentIsNeverFoundByAnotherName() {
    assertThat(matched(connection("Clouds").of("db", "me").absent(), DROPBOX))
        .containsExactly("none");
    assertThat(matched(connection("Clouds").renamedFrom("Dropbox").absent(), DROPBOX))
        .containsExactly("none");
    assertErrors();
  }

  @Test
  void whereNotAllAreSeenNothingIsConcludedFromWhatIs() {
    LiveState some = nas(false, DROPBOX);

    assertThat(matched(some, connection("Clouds").of("db", "me"))).containsExactly("none");
    assertThat(matched(some, connection("Dropbox").of("db", "you"))).containsExactly("none");
    assertThat(matched(some, connection("Dropbox"))).as("by its name").containsExactly("3");
    assertErrors();
  }

  @Test
  void twoDeclaredConnectionsDoNotMeanTheSame() {
    assertThat(
            matched(
                nas(true, DROPBOX), connection("Dropbox"), connection("Dropbox").of("db", "me")))
        .containsExactly("3", "none");
    assertErrors(DiagnosticCode.AMBIGUOUS_CONNECTION);
  }
}
