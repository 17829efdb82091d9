package io.cloudsyncctl.model.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSetTest {
  private static final String COMPOSED = "/B\u00fcro";
  private static final String DECOMPOSED = "/Bu\u0308ro";

  private static ImmutableList<String> written(
      Kind kind, List<String> declared, List<String> held) {
    return TextSet.of(kind, declared).over(ImmutableList.copyOf(held));
  }

  @Test
  void whatStaysIsWrittenAsItIsAndWhatIsNewAsItIsDeclared() {
    assertThat(
            written(
                Kind.PATHS, List.of("/New/", COMPOSED, "/Old"), List.of("/Old/", "/x", DECOMPOSED)))
        .containsExactly("/Old/", DECOMPOSED, "/New/");
    assertThat(
            written(Kind.EXTENSIONS, List.of("jpg", "PNG", ".tmp"), List.of("JPG", "bak", "Tmp")))
        .containsExactly("JPG", "Tmp", "PNG");
  }

  @Test
  void twoFormsOfOneEntryStayOrGoTogether() {
    List<String> held = List.of(COMPOSED, "/a", DECOMPOSED, DECOMPOSED + "/");
    assertThat(written(Kind.PATHS, List.of(DECOMPOSED), held))
        .containsExactly(COMPOSED, DECOMPOSED, DECOMPOSED + "/");
    assertThat(written(Kind.PATHS, List.of("/a"), held)).containsExactly("/a");
  }

  @Test
  void anEntryThatIsDeclaredInTwoFormsIsWrittenOnceWhateverItsOrder() {
    assertThat(written(Kind.PATHS, List.of(DECOMPOSED + "/", COMPOSED), List.of()))
        .containsExactly(COMPOSED);
    assertThat(written(Kind.EXTENSIONS, List.of(".PNG", "Png"), List.of())).containsExactly("Png");
    assertThat(written(Kind.EXTENSIONS, List.of("Png", ".PNG"), List.of())).containsExactly("Png");
    assertThat(written(Kind.EXTENSIONS, List.of("Png", "PNG"), List.of())).containsExactly("PNG");
    assertThat(written(Kind.EXTENSIONS, List.of("Png", ".PNG"), List.of(".pnG")))
        .containsExactly(".pnG");
  }

  @Test
  void namesDifferByCase() {
    assertThat(written(Kind.NAMES, List.of("Readme"), List.of("README"))).containsExactly("Readme");
  }
}
