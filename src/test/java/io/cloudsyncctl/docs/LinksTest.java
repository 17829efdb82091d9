package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link of the documentation leads to a file or heading that is there. */
class LinksTest {
  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyRelativeLinkResolves(MarkdownPage page) {
    for (String link : page.links()) {
      if (!link.matches("https?://.*")) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path from = page.path().toAbsolutePath();
        Path target = file.isEmpty() ? from : from.resolveSibling(file).normalize();
        assertThat(Files.exists(target)).as(page + " links to " + link).isTrue();
        if (hash >= 0) {
          assertThat(MarkdownPage.of(target).anchors())
              .as(page + " links to " + link)
              .contains(link.substring(hash + 1));
        }
      }
    }
  }
}
