package dev.perilla.renderer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The files that travel with the renderer: theme, templates, words.
public final class Resources {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private Resources() {}

  /// Whether there is such a file.
  public static boolean has(String name) {
    return Resources.class.getResource("/dev/perilla/renderer/" + name) != null;
  }

  /// A script as pages load it: as `src/build/PageScripts.java` made it smaller in the build, or
  /// without the comments and the indentation of its source. No text of the scripts goes over a
  /// line.
  public static String script(String name) {
    String small = name.replace(".js", ".min.js");
    return has(small)
        ? text(small)
        : text(name)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("//"))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A stylesheet without comments, and without spaces that say nothing; of the names of its
  /// properties, which no script knows, two letters stay.
  public static String style(String name) {
    return COMMENT
        .matcher(text(name))
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" ", "", "\n"))
        .replaceAll(" *([{};,]) *", "$1")
        .replace(": ", ":")
        .replace(" > ", ">")
        .replace(";}", "}")
        .replaceAll("--([a-z]{2})[a-z]+", "--$1");
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
