package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.FindingPrinter;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    Said said =
        layout(file, place, opened, problem, context)
            .orElseGet(() -> said(problem, context, place, opened));
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

  /// What is wrong with the blanks of a line: none behind its colon or dash, one too many before
  /// it.
  private static Optional<Said> layout(
      SourceFile file, Span place, Span opened, String problem, String context) {
    String text = file.text();
    if (problem.startsWith("mapping values are not allowed")) {
      String line = line(text, place.start());
      int before = start(text, place.start()) - 1;
      String lineAbove = before < 0 ? "" : line(text, before);
      Matcher tight = TIGHT_DASH.matcher(lineAbove);
      if (tight.lookingAt()) {
        return Optional.of(
            Said.here(
                "a blank is missing behind the dash above",
                "write `- " + tight.group(1).strip() + "`"));
      }
      Matcher above = KEY.matcher(lineAbove);
      Matcher here = KEY.matcher(line);
      boolean isDeeper =
          above.lookingAt()
              && here.lookingAt()
              && here.group(1).length() > above.group(1).length()
              && here.end(2) == place.start() - start(text, place.start());
      return isDeeper
          ? Optional.of(
              Said.here(
                  "this line is indented deeper than the one above it, which has its value already",
                  "give `"
                      + here.group(2)
                      + "` the indentation of `"
                      + above.group(2)
                      + "`; a text with a colon in it stands in quotes"))
          : Optional.empty();
    }
    if (problem.contains("could not find expected ':'")) {
      Matcher tight = TIGHT_COLON.matcher(line(text, opened.start()));
      return tight.lookingAt()
          ? Optional.of(
              Said.atOpening(
                  "a blank is missing behind the colon",
                  "write `" + tight.group(1) + ": " + tight.group(2) + "`"))
          : Optional.empty();
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      Matcher tight = TIGHT_DASH.matcher(line(text, place.start()));
      return tight.lookingAt()
          ? Optional.of(
              Said.here(
                  "a blank is missing behind the dash", "write `- " + tight.group(1).strip() + "`"))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// The line around an offset, without its end.
  private static String line(String text, int offset) {
    int end = text.indexOf('\n', offset);
    return text.substring(start(text, offset), end < 0 ? text.length() : end);
  }

  private static int start(String text, int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private static final Pattern KEY =
      Pattern.compile("([ -]*)([\\p{L}_][\\w-]*)(?=:\\s+\\S|:\\s*$)");
  private static final Pattern TIGHT_COLON =
      Pattern.compile("[ -]*([\\p{L}_][\\w-]*):(?!//)([^\\s:]\\S*)");
  private static final Pattern TIGHT_DASH = Pattern.compile("\\s*-([\\p{L}_][\\w-]*:.*)");

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
