package dev.perilla.chapter.format;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import tools.jackson.core.JacksonException;

/// What the JSON parser could not read, said to an author.
final class JsonSyntax {
  private JsonSyntax() {}

  static Finding finding(SourceFile file, Offsets offsets, JacksonException error) {
    String text = file.text();
    String message = error.getOriginalMessage();
    int offset = offsets.of(error.getLocation());
    if (message.contains("end-of-input") || message.contains("end-of-String")) {
      return Finding.error(
              FormatCode.JSON_SYNTAX,
              YamlSyntax.character(file, text.length()),
              "the file ends before its value does")
          .help("close what is open: `\"`, `]` or `}`");
    }
    // The parser names the character that it did not expect, and stands at it or just after it.
    int named = message.indexOf("Unexpected character ('") + "Unexpected character ('".length();
    boolean before =
        message.startsWith("Unexpected character ('")
            && offset > 0
            && !text.startsWith(message.substring(named, named + 1), offset);
    int at = before ? offset - 1 : offset;
    if (at < text.length() && Character.isLowSurrogate(text.charAt(at)) && at > 0) {
      at--;
    }
    Span place = YamlSyntax.character(file, at);
    char here = at < text.length() ? text.charAt(at) : ' ';
    boolean closes = here == ']' || here == '}';
    String said =
        switch (here) {
          case '\'' -> "JSON takes double quotes only";
          case '/', '#' -> "JSON has no comments";
          case '\\' -> "this escape is unknown in JSON";
          default ->
              closes && message.contains("expecting")
                  ? "a value or a pair is missing before this, or a comma is too many"
                  : "this is not what JSON has here";
        };
    String expected =
        message.replaceAll("(?s).*was expecting ", "").replaceAll("(?s)\\s*\\(?at .*", "");
    String help =
        expected.equals(message)
            ? "the parser says: " + YamlSyntax.firstLine(message)
            : "expected here: " + YamlSyntax.firstLine(expected);
    return Finding.error(FormatCode.JSON_SYNTAX, place, said).help(help);
  }
}
