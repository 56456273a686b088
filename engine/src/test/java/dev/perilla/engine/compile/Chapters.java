package dev.perilla.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.Chapter;
import dev.perilla.chapter.compiled.CompiledChapter;
import dev.perilla.chapter.format.ChapterReader;
import dev.perilla.chapter.format.Read;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.verify.Numeral.Notation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Chapters of a few lines, for tests.
final class Chapters {
  static final Settings SETTINGS = new Settings("en", Notation.POINT, List.of(), Limits.DEFAULT);

  /// A chapter with one example, `c = a * b` at 3 and 4, and a prose block about it.
  static String product(String prose) {
    return """
    perilla: 1
    id: t
    title: A product
    sources: {paper: {title: A paper, url: "https://example.org/1"}}
    blocks:
      - type: example
        id: product
        given: {a: 3, b: 4}
        code: |
          c = a * b
          n = nudge(c, a, 0.01)
          words = "seven"; sizes = [7, 1, 2]; c_hat, cbar, delta_c, v̂ = 17.5, 18.5, 0.75, 7
        output: c
      - type: prose
        text: |
    """
        + prose.indent(6);
  }

  static Compilation compile(String yaml) {
    return compile(yaml, SETTINGS);
  }

  static Compilation compile(String yaml, Settings settings) {
    Read<Chapter> read =
        ChapterReader.read("t.chapter.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(FindingPrinter.pretty(read.findings())).isEmpty();
    return Compiler.compile(read.value().orElseThrow(), settings);
  }

  /// The compiled chapter of a source without findings.
  static CompiledChapter clean(String yaml) {
    Compilation compilation = compile(yaml);
    assertThat(FindingPrinter.pretty(compilation.findings())).isEmpty();
    return compilation.chapter().orElseThrow();
  }

  /// `line: code` of each finding.
  static List<String> codes(Compilation compilation) {
    return compilation.findings().stream()
        .map((Finding f) -> f.span().line() + ": " + f.code().id())
        .toList();
  }

  private Chapters() {}
}
