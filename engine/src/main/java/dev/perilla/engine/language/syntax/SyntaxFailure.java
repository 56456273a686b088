package dev.perilla.engine.language.syntax;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.LanguageCode;

/// Control flow of the parser: the statement at hand ends here with this message.
final class SyntaxFailure extends RuntimeException {
  final transient LanguageCode code;
  final String text;
  final String help;
  final int start;
  final int end;
  int reached; // where the parser stood when it gave up
  private int named = -1; // the place whose line the text names

  SyntaxFailure(LanguageCode code, String text, String help, int start, int end) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
    this.help = help;
    this.start = start;
    this.end = end;
    this.reached = start;
  }

  /// `{line}` in the text stands for the line of this place.
  SyntaxFailure naming(int place) {
    named = place;
    return this;
  }

  /// The text, for a fault in this code.
  String said(Text code) {
    return named < 0
        ? text
        : text.replace("{line}", String.valueOf(code.span(named, named).line()));
  }
}
