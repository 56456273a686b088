package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Numerals `first` to `last` (inclusive) joined by operators and at least one relation.
record Sums(int first, int last) {
  private static final String OPERATORS = "+-−×·÷*/";
  private static final String RELATIONS = "=≈<>≤≥≠";

  String text(String flat, List<Numeral> numerals) {
    return flat.substring(numerals.get(first).start(), numerals.get(last).end());
  }

  static List<Sums> of(String text, List<Numeral> numerals) {
    List<Sums> found = new ArrayList<>();
    int first = 0;
    while (first < numerals.size()) {
      int last = first;
      boolean operator = false;
      boolean relation = false;
      while (last + 1 < numerals.size()) {
        Optional<Character> joint = joint(text, numerals.get(last), numerals.get(last + 1));
        if (joint.isEmpty()) {
          break;
        }
        operator |= OPERATORS.indexOf(joint.get()) >= 0;
        relation |= RELATIONS.indexOf(joint.get()) >= 0;
        last++;
      }
      if (operator && relation && standsAlone(text, numerals.get(first), numerals.get(last))) {
        found.add(new Sums(first, last));
      }
      first = last + 1;
    }
    return found;
  }

  /// The one operator or relation between two numerals; a sign may be it.
  private static Optional<Character> joint(String text, Numeral left, Numeral right) {
    if (left.value().isEmpty() || right.value().isEmpty()) {
      return Optional.empty();
    }
    String between = text.substring(left.end(), right.start()).strip();
    if (between.isEmpty()) {
      char sign = text.charAt(right.start());
      boolean blank = left.end() < right.start();
      return blank && OPERATORS.indexOf(sign) >= 0 ? Optional.of(sign) : Optional.empty();
    }
    boolean one =
        between.length() == 1
            && (OPERATORS.indexOf(between.charAt(0)) >= 0
                || RELATIONS.indexOf(between.charAt(0)) >= 0);
    return one ? Optional.of(between.charAt(0)) : Optional.empty();
  }

  /// Whether the statement is all there is: no operator and no name takes part from outside.
  private static boolean standsAlone(String text, Numeral first, Numeral last) {
    int before = first.start() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    int after = last.end();
    boolean touches = after < text.length() && Character.isLetter(text.charAt(after));
    while (after < text.length() && text.charAt(after) == ' ') {
      after++;
    }
    boolean opens =
        before >= 0 && (OPERATORS + "≈<>≤≥≠^(√\uFFFC").indexOf(text.charAt(before)) >= 0;
    boolean goesOn =
        after < text.length() && (OPERATORS + "^(²³\uFFFC").indexOf(text.charAt(after)) >= 0;
    return !opens && !goesOn && !touches;
  }

  /// The statement in the notation of the code language, each character at its place.
  Text normalised(Flat flat, List<Numeral> numerals) {
    StringBuilder value = new StringBuilder();
    List<Span> places = new ArrayList<>();
    Numeral left = numerals.get(first);
    for (int i = first; i <= last; i++) {
      Numeral numeral = numerals.get(i);
      String digits = digits(numeral);
      if (i > first) {
        String between = flat.text().substring(left.end(), numeral.start());
        if (between.isBlank()) {
          between = numeral.text().charAt(0) == '+' ? " + " : " - ";
          digits = numeral.value().orElseThrow().abs().toPlainString();
        }
        value.append(between);
        Span joint = flat.span(left.end(), numeral.start() + 1);
        between.chars().forEach(c -> places.add(joint));
      }
      value.append(digits);
      Span place = flat.span(numeral.start(), numeral.end());
      digits.chars().forEach(c -> places.add(place));
      left = numeral;
    }
    return Text.mapped(
        value.toString(),
        flat.span(numerals.get(first).start(), left.end()),
        places.stream().mapToInt(Span::start).toArray(),
        places.stream().mapToInt(Span::end).toArray());
  }

  private static String digits(Numeral numeral) {
    BigDecimal value = numeral.value().orElseThrow();
    String text = numeral.text();
    if (text.endsWith("%")) {
      return value.scaleByPowerOfTen(2).toPlainString() + "%";
    }
    return value.toPlainString();
  }
}
