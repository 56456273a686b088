package dev.perilla.engine.language;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Span;
import java.util.List;

/// How a program ended that did not reach its end.
///
/// @param kind an exception that nothing caught, or a limit
/// @param typeName Python's name of the exception, `ZeroDivisionError`
/// @param message Python's message; for a limit the sentence that names it
/// @param frames the calls that were open, innermost last; at least one
/// @param help what to do next; may be empty
/// @param traceback what CPython prints on stderr, with lines of the chapter file; ends in a line
///   end
public record Crash(
    Kind kind, String typeName, String message, List<Frame> frames, String help, String traceback) {

  public Crash {
    frames = List.copyOf(frames);
  }

  /// Why a program stopped.
  public enum Kind {
    /// An exception of the program.
    EXCEPTION,
    /// A limit of [Limits]; no program can catch it.
    LIMIT,
    /// An expression of a text wanted to change something: [Machine#evaluate].
    LOOK_ONLY,
    /// A text asks for a derivative that its three witnesses do not agree on.
    NO_DERIVATIVE,
    /// Python could, this language does not.
    UNSUPPORTED
  }

  /// An open call: the name of its function (`<module>` outside all) and where it stood.
  public record Frame(String name, Span span) {
    /// Whether it stands in a module of the language, `<micrograd.nn>`, not in the chapter.
    public boolean isOfModule() {
      return span.file().name().startsWith("<");
    }
  }

  /// Where it happened: the innermost place in the chapter.
  public Span span() {
    return frames.get(innermost()).span();
  }

  private int innermost() {
    for (int i = frames.size() - 1; i > 0; i--) {
      if (!frames.get(i).isOfModule()) {
        return i;
      }
    }
    return 0;
  }

  /// `ZeroDivisionError: division by zero`, or the sentence of a limit.
  public String headline() {
    return typeName.isEmpty() ? message : message.isEmpty() ? typeName : typeName + ": " + message;
  }

  /// The crash as a finding of the chapter, with the calls that led there.
  public Finding finding() {
    LanguageCode code =
        switch (kind) {
          case EXCEPTION -> LanguageCode.EXCEPTION;
          case LIMIT -> LanguageCode.LIMIT;
          case LOOK_ONLY -> LanguageCode.LOOK_ONLY;
          case NO_DERIVATIVE -> LanguageCode.NO_DERIVATIVE;
          case UNSUPPORTED -> LanguageCode.UNSUPPORTED;
        };
    Finding finding = Finding.error(code, span(), headline());
    int shown = 0;
    for (int i = innermost() - 1; i >= 0 && shown < 5; i--, shown++) {
      finding = finding.related(frames.get(i).span(), "called from " + frames.get(i).name());
    }
    return finding.help(
        help.isEmpty() ? "look at what the line works with: print it on the line before" : help);
  }
}
