package dev.perilla.engine.language.syntax;

import dev.perilla.engine.language.LanguageCode;

/// Control flow of the parser: the statement at hand ends here with this message.
final class SyntaxFailure extends RuntimeException {
  final transient LanguageCode code;
  final String text;
  final String help;
  final int start;
  final int end;

  SyntaxFailure(LanguageCode code, String text, String help, int start, int end) {
    super(text, null, false, false);
    this.code = code;
    this.text = text;
    this.help = help;
    this.start = start;
    this.end = end;
  }
}
