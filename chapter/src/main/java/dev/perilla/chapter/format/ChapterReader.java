package dev.perilla.chapter.format;

import dev.perilla.chapter.Chapter;
import java.util.Optional;

/// Reads a chapter.
///
/// ```java
/// Read<Chapter> read = ChapterReader.read("suma.chapter.yaml", bytes);
/// System.err.print(FindingPrinter.pretty(read.findings()));
/// ```
public final class ChapterReader {
  private ChapterReader() {}

  /// The chapter in `bytes`, and all that is wrong with its form, in one pass. Never throws for
  /// anything that the bytes hold. Cost: linear in the file.
  ///
  /// @param name as findings print it; JSON where it ends in `.json`, YAML where it ends in `.yaml`
  ///   or `.yml`, else JSON where the text starts with `{`
  public static Read<Chapter> read(String name, byte[] bytes) {
    Report report = new Report();
    Optional<Node> tree =
        Decoding.of(name, bytes, report).flatMap(text -> TreeReader.read(text, report));
    tree.ifPresent(root -> new ChapterRules(report).check(root));
    Optional<Chapter> chapter =
        tree.flatMap(root -> new FormCheck(report).check(root, ChapterForm.CHAPTER, "a chapter"))
            .map(ChapterBuilder::chapter);
    return new Read<>(chapter, report.findings());
  }
}
