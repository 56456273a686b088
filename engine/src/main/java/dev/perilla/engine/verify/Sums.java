package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Arithmetic in plain words: `(2 + 3) × 4 = 20`, `1/6 ≈ 0.17`, `3² + 4² = 5²`. It is numbers
/// joined by operators, brackets and at least one relation; no name and no other word takes part.
///
/// @param statement in the notation of the code language, each character at its place
/// @param numerals indices of those that it settles
record Sums(Text statement, String text, List<Integer> numerals) {
  private static final String OPERATORS = "+-−–×·÷*/^√";
  private static final String RELATIONS = "=≈<>≤≥≠";

  /// One sign or number.
  ///
  /// @param numeral its index, -1 for a sign
  /// @param code what the code language writes for it
  private record Token(Kind kind, int numeral, String code, int start, int end) {
    boolean ends() {
      return kind == Kind.NUMBER || kind == Kind.CLOSE || kind == Kind.POWER;
    }

    boolean starts() {
      return kind == Kind.NUMBER || kind == Kind.OPEN || code.equals("√");
    }
  }

  private enum Kind {
    NUMBER,
    POWER,
    OPERATOR,
    RELATION,
    OPEN,
    CLOSE
  }

  static List<Sums> of(Flat flat, List<Numeral> numerals) {
    List<Sums> found = new ArrayList<>();
    List<Token> run = new ArrayList<>();
    String text = flat.text();
    int next = 0;
    int at = 0;
    while (at <= text.length()) {
      if (next < numerals.size() && numerals.get(next).start() == at) {
        boolean fits = number(run, numerals.get(next), next);
        if (!fits) {
          parts(flat, run, found);
          run.clear();
        }
        at = numerals.get(next).end();
        next++;
        continue;
      }
      char c = at < text.length() ? text.charAt(at) : '\n';
      Optional<Kind> kind = kind(c);
      if (kind.isPresent()) {
        run.add(new Token(kind.get(), -1, sign(c), at, at + 1));
      } else if (c != ' ' && c != '\u00A0' && c != '\u202F' && c != '\u2009') {
        parts(flat, run, found);
        run.clear();
      }
      at++;
    }
    return found;
  }

  private static Optional<Kind> kind(char c) {
    return OPERATORS.indexOf(c) >= 0
        ? Optional.of(Kind.OPERATOR)
        : RELATIONS.indexOf(c) >= 0
            ? Optional.of(Kind.RELATION)
            : c == '('
                ? Optional.of(Kind.OPEN)
                : c == ')' ? Optional.of(Kind.CLOSE) : Optional.empty();
  }

  private static String sign(char c) {
    return c == '–' || c == '−' ? "-" : String.valueOf(c);
  }

  /// Adds a numeral; one that has no value takes part only as a power.
  private static boolean number(List<Token> run, Numeral numeral, int index) {
    boolean follows = !run.isEmpty() && run.getLast().ends();
    boolean touches = follows && run.getLast().end() == numeral.start();
    if (numeral.value().isEmpty()) {
      boolean power =
          touches && numeral.text().chars().allMatch(c -> "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c) >= 0);
      if (power) {
        run.add(new Token(Kind.POWER, index, numeral.text(), numeral.start(), numeral.end()));
      }
      return power;
    }
    int start = numeral.start();
    String digits = digits(numeral);
    boolean signed = "+-−–".indexOf(numeral.text().charAt(0)) >= 0;
    if (follows && signed) {
      run.add(new Token(Kind.OPERATOR, -1, sign(numeral.text().charAt(0)), start, start + 1));
      digits = digits.startsWith("-") ? digits.substring(1) : digits;
      start++;
    }
    run.add(new Token(Kind.NUMBER, index, digits, start, numeral.end()));
    return true;
  }

  private static String digits(Numeral numeral) {
    BigDecimal value = numeral.value().orElseThrow();
    return numeral.text().endsWith("%")
        ? value.scaleByPowerOfTen(2).toPlainString() + "%"
        : value.toPlainString();
  }

  /// Brackets that are not closed, or that hold a whole statement, end one.
  private static void parts(Flat flat, List<Token> run, List<Sums> found) {
    boolean[] apart = new boolean[run.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).kind() == Kind.OPEN) {
        open.add(i);
      } else if (run.get(i).kind() == Kind.CLOSE) {
        int from = open.isEmpty() ? i : open.removeLast();
        boolean whole =
            run.subList(from, i).stream().anyMatch(token -> token.kind() == Kind.RELATION);
        apart[i] = from == i || whole;
        apart[from] |= apart[i];
      }
    }
    open.forEach(i -> apart[i] = true);
    int from = 0;
    for (int i = 0; i <= run.size(); i++) {
      if (i == run.size() || apart[i]) {
        one(flat, run.subList(from, i)).ifPresent(found::add);
        from = i + 1;
      }
    }
  }

  /// The statement in a run, without sides in which something else takes part.
  private static Optional<Sums> one(Flat flat, List<Token> run) {
    List<Token> tokens = new ArrayList<>(run);
    String text = flat.text();
    while (!tokens.isEmpty() && (!tokens.getFirst().starts() || joins(text, tokens.getFirst()))) {
      int relation = first(tokens);
      tokens.subList(0, relation < 0 ? tokens.size() : relation + 1).clear();
    }
    while (!tokens.isEmpty()
        && (!tokens.getLast().ends() || goesOn(text, tokens.getLast().end()))) {
      int relation = last(tokens);
      tokens.subList(Math.max(relation, 0), tokens.size()).clear();
    }
    boolean relation = tokens.stream().anyMatch(token -> token.kind() == Kind.RELATION);
    boolean operator =
        tokens.stream()
            .anyMatch(token -> token.kind() == Kind.OPERATOR || token.kind() == Kind.POWER);
    return relation && operator ? Optional.of(statement(flat, tokens)) : Optional.empty();
  }

  private static int first(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() == Kind.RELATION) {
        return i;
      }
    }
    return -1;
  }

  private static int last(List<Token> tokens) {
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (tokens.get(i).kind() == Kind.RELATION) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a name stands right before: `f(3)`.
  private static boolean joins(String text, Token first) {
    return first.start() > 0
        && (Character.isLetterOrDigit(text.charAt(first.start() - 1))
            || text.charAt(first.start() - 1) == '\uFFFC');
  }

  /// Whether something that is no sign follows without a blank: `16x`.
  private static boolean goesOn(String text, int end) {
    return end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '\uFFFC');
  }

  private static Sums statement(Flat flat, List<Token> tokens) {
    StringBuilder code = new StringBuilder();
    List<Span> places = new ArrayList<>();
    List<Integer> numerals = new ArrayList<>();
    for (Token token : tokens) {
      if (!code.isEmpty() && token.kind() != Kind.POWER) {
        code.append(' ');
        places.add(flat.span(token.start(), token.end()));
      }
      code.append(token.code());
      Span place = flat.span(token.start(), token.end());
      token.code().chars().forEach(c -> places.add(place));
      if (token.numeral() >= 0) {
        numerals.add(token.numeral());
      }
    }
    int start = tokens.getFirst().start();
    int end = tokens.getLast().end();
    Text statement =
        Text.mapped(
            code.toString(),
            flat.span(start, end),
            places.stream().mapToInt(Span::start).toArray(),
            places.stream().mapToInt(Span::end).toArray());
    return new Sums(statement, flat.text().substring(start, end), numerals);
  }
}
