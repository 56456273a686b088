package dev.perilla.renderer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The files that travel with the renderer: theme, templates, words.
public final class Resources {
  private Resources() {}

  /// Whether there is such a file.
  public static boolean has(String name) {
    return Resources.class.getResource("/dev/perilla/renderer/" + name) != null;
  }

  /// The text of a file beside this package's parent.
  ///
  /// @throws IllegalArgumentException where there is none
  public static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream("/dev/perilla/renderer/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
