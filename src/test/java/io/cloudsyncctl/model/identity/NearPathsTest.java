package io.cloudsyncctl.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearPathsTest {
  private static final TaskPaths DECLARED =
      new TaskPaths("/archive/Stra\u00dfe/B\u00fcro", "/B\u00fcro");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/archive/Stra\u00dfe/B\u00fcro",
        "/archive/stra\u00dfe/b\u00fcro",
        "/ARCHIVE/STRASSE/B\u00dcRO",
        "/archive/Stra\u00dfe/Bu\u0308ro/",
        "archive//Stra\u00dfe/ B\u00fcro ",
        "/volume1/archive/Stra\u00dfe/B\u00fcro"
      })
  void a_path_in_another_form_may_be_meant(String local) {
    assertThat(NearPaths.both(DECLARED, new TaskPaths(local, "/b\u00fcro/"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/archive/Strase/B\u00fcro",
        "/archive/Stra\u00dfe",
        "/archive/Stra\u00dfe/B\u00fcro/x",
        "/archiveStra\u00dfe/B\u00fcro",
        "/"
      })
  void another_path_is_not(String local) {
    assertThat(NearPaths.both(DECLARED, new TaskPaths(local, "/B\u00fcro"))).isFalse();
    assertThat(NearPaths.either(DECLARED, new TaskPaths(local, "/B\u00fcro"))).isTrue();
    assertThat(NearPaths.either(DECLARED, new TaskPaths(local, "/Other"))).isFalse();
  }

  @Test
  void the_root_is_the_root() {
    assertThat(NearPaths.both(new TaskPaths("/", "/"), new TaskPaths("/", ""))).isTrue();
    assertThat(NearPaths.both(new TaskPaths("/volume1", "/"), new TaskPaths("/", "/"))).isFalse();
  }
}
