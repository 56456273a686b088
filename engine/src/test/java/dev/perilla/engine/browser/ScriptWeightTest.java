package dev.perilla.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// The engine's script does not grow unseen. Who makes it lighter lowers the bound; who has to
/// raise it says in CONTRIBUTING what for.
class ScriptWeightTest {
  private static final Path SCRIPT =
      Path.of("target/classes/dev/perilla/engine/browser/perilla-engine.js");

  /// Bytes, compressed by gzip.
  private static final int MOST = 308_000;

  @Test
  void staysWithinItsWeight() throws IOException {
    assumeTrue(Files.exists(SCRIPT), "skipped: the build has not made " + SCRIPT);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(Files.readAllBytes(SCRIPT));
    }
    assertThat(compressed.size()).isLessThanOrEqualTo(MOST);
  }

  /// Regular expressions are an eighth of the script wherever a single call reaches them.
  @Test
  void hasNoRegularExpressions() throws IOException {
    assumeTrue(Files.exists(SCRIPT), "skipped: the build has not made " + SCRIPT);
    assertThat(Files.readString(SCRIPT, StandardCharsets.UTF_8))
        .doesNotContain("PatternSyntaxException");
  }
}
