package dev.perilla.chapter.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What perilla has to say about a place: what is wrong, and what to do next.
///
/// @param code the kind, stable over versions; `perilla explain CODE` has a page on it
/// @param span the place that the caret points at
/// @param message one sentence without a final period, in English, that says what stands there and
///   what should
/// @param label a few words beside the caret
/// @param help the next step
/// @param related other places that matter here, the nearest first
/// @param fix a replacement of digits that makes the claim hold
public record Finding(
    Code code,
    Severity severity,
    Span span,
    String message,
    Optional<String> label,
    Optional<String> help,
    List<Related> related,
    Optional<Edit> fix) {

  /// By place, then code: the order in which findings are printed.
  public static final Comparator<Finding> BY_PLACE = Finding::byPlace;

  public Finding {
    related = List.copyOf(related);
  }

  /// A kind of finding. Each module has an enum of its own: a new kind is a constant there and a
  /// page in the manual.
  public interface Code {
    /// `P` and four digits.
    String id();

    /// The kind in a few words.
    String title();
  }

  /// Another place, and what it has to do with the finding.
  public record Related(Span span, String message) {}

  public static Finding error(Code code, Span span, String message) {
    return new Finding(
        code,
        Severity.ERROR,
        span,
        message,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  public static Finding warning(Code code, Span span, String message) {
    return new Finding(
        code,
        Severity.WARNING,
        span,
        message,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  public Finding label(String text) {
    return new Finding(code, severity, span, message, Optional.of(text), help, related, fix);
  }

  public Finding help(String text) {
    return new Finding(code, severity, span, message, label, Optional.of(text), related, fix);
  }

  public Finding related(Span place, String text) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, text));
    return new Finding(code, severity, span, message, label, help, more, fix);
  }

  // Written out, as the orders on the way of every check are: what Comparator's methods make of
  // lambdas is made anew at each start, an AOT cache does not keep it.
  private static int byPlace(Finding one, Finding other) {
    int bySpan = one.span.compareTo(other.span);
    int byCode = bySpan != 0 ? bySpan : one.code.id().compareTo(other.code.id());
    return byCode != 0 ? byCode : one.message.compareTo(other.message);
  }

  /// The same, where no digits are to be replaced.
  public Finding withoutFix() {
    return new Finding(code, severity, span, message, label, help, related, Optional.empty());
  }

  public Finding fix(Edit edit) {
    return new Finding(code, severity, span, message, label, help, related, Optional.of(edit));
  }
}
