package io.cloudsyncctl.plan.model;

import static io.cloudsyncctl.plan.Live.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison.Rewritten;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupComparisonTest {
  private static final String COMPOSED = "/B\u00fcro";
  private static final String DECOMPOSED = "/Bu\u0308ro";

  private static ImmutableMap<String, WireValue> extensions(String... entries) {
    return ImmutableMap.of("filtered_extensions", texts(entries));
  }

  private static ImmutableMap<String, WireValue> paths(String... entries) {
    return ImmutableMap.of("filtered_paths", texts(entries));
  }

  private static List<String> differing(
      ImmutableMap<String, WireValue> some, ImmutableMap<String, WireValue> others) {
    return GroupComparison.differing(SettingGroup.FILTERS, some, others);
  }

  @Test
  void orderDoubledEntriesAndFormsMeanTheSame() {
    assertThat(differing(extensions("JPG", "a"), extensions(".a", "jpg", "JPG"))).isEmpty();
    assertThat(differing(paths(COMPOSED, "/a/"), paths("/a", DECOMPOSED))).isEmpty();
    assertThat(
            differing(
                ImmutableMap.of("user_defined_extensions", texts("ISO", "a")),
                ImmutableMap.of("user_defined_extensions", texts("A", "iso"))))
        .isEmpty();
    assertThat(
            differing(
                ImmutableMap.of("user_defined_names", texts("ISO")),
                ImmutableMap.of("user_defined_names", texts("iso"))))
        .containsExactly("user_defined_names");
    assertThat(differing(extensions("a"), extensions("a", "b")))
        .containsExactly("filtered_extensions");
  }

  @Test
  void whatIsNotAListOfTextsIsNoSet() {
    assertThat(differing(extensions("a"), ImmutableMap.of("filtered_extensions", WireValue.of(1))))
        .containsExactly("filtered_extensions");
  }

  @Test
  void hasMovedWhatIsNotTheSameByteForByteWhateverItsOrder() {
    assertThat(GroupComparison.moved(paths("/b", DECOMPOSED), paths(DECOMPOSED, "/b", "/b")))
        .isEmpty();
    assertThat(GroupComparison.moved(paths(DECOMPOSED), paths(COMPOSED)))
        .containsExactly("filtered_paths");
    assertThat(GroupComparison.moved(extensions("JPG"), extensions("jpg", "JPG")))
        .containsExactly("filtered_extensions");
  }

  private static List<Rewritten> rewritten(
      ImmutableMap<String, WireValue> held,
      ImmutableMap<String, WireValue> sent,
      ImmutableMap<String, WireValue> readBack) {
    return GroupComparison.rewritten(new GroupWrite(SettingGroup.FILTERS, sent, held), readBack);
  }

  @Test
  void aKeptEntryMustReadBackByteForByte() {
    assertThat(
            rewritten(extensions("JPG", "bak"), extensions("JPG", "png"), extensions("png", "jpg")))
        .containsExactly(
            new Rewritten("filtered_extensions", ImmutableSet.of("JPG"), ImmutableSet.of("jpg")));
    assertThat(rewritten(paths(DECOMPOSED), paths(DECOMPOSED, "/New"), paths("/New", DECOMPOSED)))
        .isEmpty();
    assertThat(rewritten(paths(DECOMPOSED), paths(DECOMPOSED, "/New"), paths("/New", COMPOSED)))
        .hasSize(1);
  }

  @Test
  void oneFormOfTwoThatIsLostOrAThirdThatComesIsARewrittenEntry() {
    ImmutableMap<String, WireValue> both = paths(COMPOSED, DECOMPOSED);
    assertThat(rewritten(both, both, paths(COMPOSED))).hasSize(1);
    assertThat(rewritten(both, both, paths(COMPOSED, DECOMPOSED, COMPOSED + "/"))).hasSize(1);
    assertThat(rewritten(both, both, paths(DECOMPOSED, COMPOSED))).isEmpty();
  }

  @Test
  void aNewEntryMayComeBackInAFormOfTheNass() {
    assertThat(rewritten(extensions("bak"), extensions("bak", "PNG"), extensions("bak", "png")))
        .isEmpty();
    assertThat(rewritten(ImmutableMap.of(), extensions("PNG"), extensions("png"))).isEmpty();
  }
}
