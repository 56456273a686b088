package dev.perilla.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a?b=c#d",
        "HTTP://example.org",
        "mailto:ana@example.org",
        "value.html",
        "../value.html#producto",
        "/libro/value.html",
        "#producto",
        "?a=b:c",
        "a/b:c",
        "",
        "página.html"
      })
  void leadsThere(String url) {
    assertThat(Links.allowed(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\u0001javascript:alert(1)",
        " javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "\\\\example.org",
        "/\\example.org",
        "\\/example.org",
        "ht\u0000tps://example.org",
        ":",
        "C:/a"
      })
  void leadsNowhere(String url) {
    assertThat(Links.allowed(url)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/a.png", "mailto:a@b", "//example.org/a.png"})
  void isNoFileOfTheBook(String url) {
    assertThat(Links.isRelative(url)).isFalse();
  }
}
