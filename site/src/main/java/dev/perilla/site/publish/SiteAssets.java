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

/// What the pages of every site load, by names that hold a hash.
public final class SiteAssets {
  /// Path of the engine in the site.
  public static final String ENGINE = name(Theme.ENGINE).orElse(Theme.ENGINE);

  /// Path of its core in the site; that of the engine in a build without it.
  public static final String CORE = name(Theme.CORE).orElse(ENGINE);

  static final Theme THEME = Theme.with(ENGINE, CORE);

  private SiteAssets() {}

  /// The files themselves.
  static List<Page> pages() {
    List<Page> pages = new ArrayList<>(THEME.assets());
    ofEngine(Theme.ENGINE).ifPresent(it -> pages.add(new Page(ENGINE, it)));
    ofEngine(Theme.CORE).ifPresent(it -> pages.add(new Page(CORE, it)));
    return pages;
  }

  /// What a site calls a script: by the hash that the build of the engine left beside it, since to
  /// read and hash them takes as long as a third of what an edited chapter does.
  private static Optional<String> name(String script) {
    return ofEngine(script + ".sha256").map(hash -> Theme.hashed(script, hash));
  }

  /// The engine or its core in JavaScript, which a page loads when a reader turns to a question, or
  /// the hash of one; empty in a build without it.
  private static Optional<String> ofEngine(String name) {
    try (InputStream file =
        SiteAssets.class.getResourceAsStream("/dev/perilla/engine/browser/" + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
