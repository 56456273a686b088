package dev.perilla.site.publish;

import dev.perilla.renderer.Page;
import dev.perilla.renderer.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the pages of every site load, by names that hold a hash. They are hashed once, by a build
/// that renders a page: one that renders none does not come here.
public final class SiteAssets {
  /// Path of the engine in the site.
  public static final String ENGINE =
      script(Theme.ENGINE).map(it -> Theme.hashed(Theme.ENGINE, it)).orElse(Theme.ENGINE);

  /// Path of its core in the site; that of the engine in a build without it.
  public static final String CORE =
      script(Theme.CORE).map(it -> Theme.hashed(Theme.CORE, it)).orElse(ENGINE);

  static final Theme THEME = Theme.with(ENGINE, CORE);

  private SiteAssets() {}

  /// The files themselves.
  static List<Page> pages() {
    List<Page> pages = new ArrayList<>(THEME.assets());
    script(Theme.ENGINE).ifPresent(it -> pages.add(new Page(ENGINE, it)));
    script(Theme.CORE).ifPresent(it -> pages.add(new Page(CORE, it)));
    return pages;
  }

  /// The engine or its core in JavaScript, which a page loads when a reader turns to a question;
  /// empty in a build without it.
  private static Optional<String> script(String name) {
    try (InputStream script =
        SiteAssets.class.getResourceAsStream("/dev/perilla/engine/browser/" + name)) {
      return script == null
          ? Optional.empty()
          : Optional.of(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
