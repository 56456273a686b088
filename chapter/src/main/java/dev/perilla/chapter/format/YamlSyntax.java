package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What the YAML parser could not read, said to an author.
final class YamlSyntax {
  private YamlSyntax() {}

  /// @param before where the last token starts, for an error without a place of its own
  static Finding finding(SourceFile file, Offsets offsets, int before, YamlEngineException error) {
    if (error instanceof MarkedYamlEngineException marked) {
      return marked(file, offsets, marked);
    }
    String message = Optional.ofNullable(error.getMessage()).orElse("");
    return Finding.error(
            FormatCode.YAML_SYNTAX, character(file, before), "this cannot be read as YAML")
        .help("the first part of the parser's message: " + firstLine(message));
  }

  private static Finding marked(SourceFile file, Offsets offsets, MarkedYamlEngineException error) {
    String problem = Optional.ofNullable(error.getProblem()).orElse("");
    String context = Optional.ofNullable(error.getContext()).orElse("");
    Span place = place(file, offsets, error.getProblemMark());
    Span opened = place(file, offsets, error.getContextMark().or(error::getProblemMark));
    Said said = said(problem, context, place, opened);
    Finding finding =
        Finding.error(FormatCode.YAML_SYNTAX, said.atOpening ? opened : place, said.message);
    return finding.help(said.help);
  }

  private record Said(String message, String help, boolean atOpening) {
    static Said here(String message, String help) {
      return new Said(message, help, false);
    }

    static Said atOpening(String message, String help) {
      return new Said(message, help, true);
    }
  }

  private static final String SIGNS = "commas, brackets or {{…}} in it stands in quotes";

  private static Said said(String problem, String context, Span place, Span opened) {
    String quotes = "put the text in quotes, or write it below `|`";
    boolean tab = place.text().equals("\t");
    if (problem.contains("TAB") || tab) {
      return Said.here("a tab stands where YAML takes only blanks", "indent with blanks");
    }
    if (problem.contains("cannot start any token")) {
      String sign = place.text().equals("`") ? "a backtick" : "`" + shown(place) + "`";
      return Said.here("a value cannot start with " + sign, quotes);
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return Said.here("a colon stands in a place where no key can be", quotes);
    }
    if (problem.startsWith("mapping keys are not allowed")) {
      return Said.here("a question mark stands in a place where no key can be", quotes);
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return Said.here(
          "a list item stands in a place where no list can be",
          "start the list on a line of its own, or put the text in quotes");
    }
    if (problem.contains("could not find expected ':'")) {
      return Said.atOpening(
          "this line is no `key: value`, and not part of the value above",
          "add the colon, or indent the line under the key that it belongs to");
    }
    if (context.contains("quoted scalar")
        && (problem.contains("end of stream") || problem.contains("document separator"))) {
      return Said.atOpening("the quote that opens here is never closed", "close it");
    }
    if (context.contains("double-quoted scalar")) {
      return Said.here(
          "this escape is unknown", "write `\\\\` for a backslash, or use single quotes");
    }
    if (context.contains("block scalar")) {
      return Said.here(
          "after `|` or `>` the line has to end", "start the text on the next line, indented");
    }
    if (context.contains("flow sequence")) {
      return Said.atOpening(
          "the list that opens here is not closed, or lacks a comma",
          "separate the items with commas and close it with `]`; a text with " + SIGNS);
    }
    if (context.contains("flow mapping")) {
      return Said.atOpening(
          "the mapping that opens here is not closed, or lacks a comma",
          "separate the entries with commas and close it with `}`; a text with " + SIGNS);
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return Said.here(
          "this line does not fit the lines above it",
          "give it the indentation of its neighbours, and quotes to a text with `:` or `#` in it; a"
              + " text with quotes within stands under `|`");
    }
    if (context.contains("alias") || context.contains("anchor")) {
      return Said.here("`" + shown(opened) + "` starts no text in YAML", "put the text in quotes");
    }
    if (context.contains("tag")) {
      return Said.here("`!` starts no text in YAML", "put the text in quotes");
    }
    if (context.contains("directive") || problem.contains("directive")) {
      return Said.here("a line that starts with `%` is read as a directive", "delete it");
    }
    if (problem.contains("document start")) {
      return Said.here(
          "this does not belong to the document above", "indent it under its key, or delete it");
    }
    return Said.here(
        "this cannot be read as YAML", "the parser says: " + firstLine(problem + " " + context));
  }

  private static String shown(Span place) {
    return FindingPrinter.visible(place.text());
  }

  private static Span place(SourceFile file, Offsets offsets, Optional<Mark> mark) {
    return character(file, mark.map(at -> offsets.of(at.getIndex())).orElse(0));
  }

  /// The character at an offset; the point after the last one where there is none.
  static Span character(SourceFile file, int offset) {
    String text = file.text();
    if (offset >= text.length() || text.charAt(offset) == '\n' || text.charAt(offset) == '\r') {
      return Span.at(file, offset);
    }
    return new Span(file, offset, text.offsetByCodePoints(offset, 1));
  }

  static String firstLine(String message) {
    return FindingPrinter.visible(message.lines().findFirst().orElse("").strip());
  }
}
