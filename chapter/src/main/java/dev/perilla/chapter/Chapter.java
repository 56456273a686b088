package dev.perilla.chapter;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// A chapter: one file of blocks that runs alone, from top to bottom, from nothing.
///
/// @param id names the chapter in links, `needs` and the book's order: letters, digits and hyphens
/// @param lang a language tag (`es`, `en`); the book's where absent
/// @param title one line of Markdown without blocks
/// @param needs ids of the chapters to read first
/// @param data files of the book that the program sees as lists of rows
/// @param sources what a `{cite=key}` in a text may name
/// @param limits budgets that differ from the book's
/// @param schema the `$schema` of the file, kept for editors
public record Chapter(
    Text id,
    Optional<Text> lang,
    Text title,
    Optional<Text> summary,
    List<Text> needs,
    List<Data> data,
    List<Source> sources,
    List<Limit> limits,
    Optional<Text> schema,
    List<Block> blocks) {

  /// The version of the format that this model is.
  public static final int VERSION = 1;

  public Chapter {
    needs = List.copyOf(needs);
    data = List.copyOf(data);
    sources = List.copyOf(sources);
    limits = List.copyOf(limits);
    blocks = List.copyOf(blocks);
  }

  /// The file it was read from.
  public SourceFile file() {
    return id.file();
  }

  /// `name: file`: the rows of a CSV or JSON file of the book, under a name of the program.
  public record Data(Text name, Text file) {}

  /// What stands behind a cited number.
  public record Source(Text key, Text title, Optional<Text> url) {}

  /// A budget: `steps`, `values`, `memory` (bytes), `depth`, `output` (characters) or `seconds`.
  public record Limit(Text name, Text amount) {}
}
