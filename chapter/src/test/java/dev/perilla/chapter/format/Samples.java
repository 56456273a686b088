package dev.perilla.chapter.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Chapters to test with.
final class Samples {
  private Samples() {}

  /// Every block, question, view and key of the format.
  static final String WHOLE = read("whole.chapter.yaml");

  private static String read(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static final String BOOK =
      """
      perilla: 1
      title: Micrograd, desde cero
      summary: Un motor de gradientes.
      lang: es
      chapters: [value, derivada-parcial]
      decimal: "."
      plain: ["Parte \\\\d+", "siglo \\\\w+"]
      limits: {steps: 20_000_000, values: 5_000_000}
      """;
}
