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

/// The engine's scripts do not grow unseen. Who makes one lighter lowers its bound; who has to
/// raise it says in CONTRIBUTING what for.
class ScriptWeightTest {
  /// The whole engine, in bytes compressed by gzip.
  private static final int MOST = 262_000;

  /// What a page with knobs loads first.
  private static final int MOST_OF_CORE = 150_000;

  @Test
  void theEngineStaysWithinItsWeight() throws IOException {
    assertThat(compressed(Node.ENGINE)).isLessThanOrEqualTo(MOST);
  }

  @Test
  void itsCoreStaysWithinItsWeight() throws IOException {
    assertThat(compressed(Node.CORE)).isLessThanOrEqualTo(MOST_OF_CORE);
  }

  private static int compressed(Path script) throws IOException {
    assumeTrue(Files.exists(script), "skipped: the build has not made " + script);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(Files.readAllBytes(script));
    }
    return compressed.size();
  }

  /// Regular expressions are an eighth of the script wherever a single call reaches them.
  @Test
  void hasNoRegularExpressions() throws IOException {
    assumeTrue(Files.exists(Node.ENGINE), "skipped: the build has not made " + Node.ENGINE);
    assertThat(Files.readString(Node.ENGINE, StandardCharsets.UTF_8))
        .doesNotContain("PatternSyntaxException");
  }
}
