package dev.perilla.chapter.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Third-party test data beside the project; a test that needs it is skipped where it is missing.
final class Corpora {
  private Corpora() {}

  /// The corpus of a name; looked for in `shared/corpora` beside the project's root.
  static JsonNode read(String name) {
    Optional<Path> found = Optional.empty();
    for (Path folder = Path.of("").toAbsolutePath();
        folder != null && found.isEmpty();
        folder = folder.getParent()) {
      found = Optional.of(folder.resolve("shared/corpora").resolve(name)).filter(Files::exists);
    }
    assumeTrue(found.isPresent(), "skipped: no shared/corpora/" + name + " beside the project");
    try {
      return JsonMapper.shared().readTree(Files.readString(found.get()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
