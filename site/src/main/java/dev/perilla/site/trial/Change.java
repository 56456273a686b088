package dev.perilla.site.trial;

import dev.perilla.chapter.source.Span;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Digits of a file that do not hold, and those that would.
///
/// @param id of the claim that they are part of, `chapter/claim`; its place where it has none
/// @param span in the file as it is
/// @param replacement what would stand there
/// @param doubt why it is not made unasked: it changes a sign, an order of magnitude or a
///   condition; empty where it changes digits alone
public record Change(String id, Span span, String replacement, Optional<String> doubt) {

  /// Why `replacement` says another thing than `old`, and not the same thing better.
  static Optional<String> doubt(String old, String replacement) {
    for (Notation notation : List.of(Notation.POINT, Notation.COMMA)) {
      List<Numeral> before = Numeral.scan(old, notation);
      List<Numeral> after = Numeral.scan(replacement, notation);
      boolean readable =
          !before.isEmpty()
              && before.stream().allMatch(numeral -> numeral.value().isPresent())
              && after.stream().allMatch(numeral -> numeral.value().isPresent());
      if (readable) {
        return before.size() == after.size()
                && between(old, before).equals(between(replacement, after))
            ? worst(before, after)
            : Optional.of("changes more than digits");
      }
    }
    boolean condition = List.of("True", "False").containsAll(List.of(old, replacement));
    return Optional.of(condition ? "turns a condition round" : "changes more than digits");
  }

  private static Optional<String> worst(List<Numeral> before, List<Numeral> after) {
    boolean grows = false;
    for (int i = 0; i < before.size(); i++) {
      BigDecimal old = before.get(i).value().orElseThrow();
      BigDecimal now = after.get(i).value().orElseThrow();
      if (old.signum() * now.signum() < 0) {
        return Optional.of("changes the sign");
      }
      grows |= magnitude(old) != magnitude(now);
    }
    return grows ? Optional.of("changes the order of magnitude") : Optional.empty();
  }

  /// The power of ten of the first digit; that of 0 is below all.
  private static int magnitude(BigDecimal number) {
    return number.signum() == 0 ? Integer.MIN_VALUE : number.precision() - number.scale();
  }

  private static List<String> between(String text, List<Numeral> numerals) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (Numeral numeral : numerals) {
      parts.add(text.substring(at, numeral.start()));
      at = numeral.end();
    }
    parts.add(text.substring(at));
    return parts;
  }
}
