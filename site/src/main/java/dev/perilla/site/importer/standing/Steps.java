package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Steps of training, `w ← 3 - 0.1 * 4 = 2.6`, in which a number is another than that of which it
/// is: a rate that the lesson has not said, or, where the others are right, a digit wrong in the
/// weight or in the gradient. Each number of such a step is bound to what it is of, so that `check`
/// names the two.
///
/// @param text that they stand in
record Steps(Dressing text) {
  private static final Pattern COUNTED = Pattern.compile("(?U)(.*\\D)([1-9]\\d{0,2})");
  private static final int MANY = 3; // steps of one rate: it is another one, and no slip
  private static final int LEAST = 3; // tokens of `w - 0.1 g`

  /// A step as it is written: `old - rate * gradient`.
  ///
  /// @param old the weight before, a name or a number
  /// @param rate a number
  /// @param gradient all that is scaled
  private record Step(Token old, Token rate, List<Token> gradient) {
    static Optional<Step> of(Side side) {
      List<Token> tokens = side.tokens();
      boolean joined =
          tokens.size() > LEAST
              && (tokens.get(0).is(Kind.NAME) || tokens.get(0).is(Kind.NUMBER))
              && tokens.get(1).is(Kind.OPERATOR)
              && tokens.get(1).code().matches("[-+]");
      if (!joined) {
        return Optional.empty();
      }
      List<Token> scaled = tokens.subList(2, tokens.size());
      boolean bracketed = scaled.getFirst().is(Kind.OPEN) && closes(scaled) == scaled.size() - 1;
      List<Token> product = bracketed ? scaled.subList(1, scaled.size() - 1) : scaled;
      boolean scales =
          product.size() > 1
              && product.get(0).is(Kind.NUMBER)
              && (product.get(1).code().equals("*") || product.get(1).is(Kind.OPEN))
              && !isSum(product);
      int from = scales && product.get(1).code().equals("*") ? 2 : 1;
      return scales && from < product.size()
          ? Optional.of(
              new Step(tokens.get(0), product.get(0), product.subList(from, product.size())))
          : Optional.empty();
    }

    /// Where the bracket closes that tokens begin with.
    private static int closes(List<Token> tokens) {
      int depth = 0;
      for (int i = 0; i < tokens.size(); i++) {
        depth += tokens.get(i).is(Kind.OPEN) ? 1 : tokens.get(i).is(Kind.CLOSE) ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
      return -1;
    }

    private static boolean isSum(List<Token> tokens) {
      int depth = 0;
      for (int i = 1; i < tokens.size(); i++) {
        depth += tokens.get(i).is(Kind.OPEN) ? 1 : tokens.get(i).is(Kind.CLOSE) ? -1 : 0;
        boolean adds =
            tokens.get(i).is(Kind.OPERATOR)
                && tokens.get(i).code().matches("[-+]")
                && !tokens.get(i - 1).is(Kind.OPERATOR);
        if (depth == 0 && adds) {
          return true;
        }
      }
      return false;
    }
  }

  void all() {
    Map<String, Integer> rates = new HashMap<>(); // how many steps go by each
    text.equations.stream()
        .flatMap(it -> it.sides().stream().skip(1).flatMap(side -> Step.of(side).stream()))
        .forEach(it -> rates.merge(plain(it.rate()), 1, Integer::sum));
    for (Equation equation : text.equations) {
      Map<Token, String> behind = new HashMap<>();
      for (int i = 1; i < equation.sides().size(); i++) {
        Side side = equation.sides().get(i);
        Optional<Side> next =
            i + 1 < equation.sides().size()
                ? Optional.of(equation.sides().get(i + 1))
                : Optional.empty();
        Step.of(side)
            .filter(it -> isOfTraining(it, equation))
            .filter(it -> rates.getOrDefault(plain(it.rate()), 0) < MANY)
            .ifPresent(it -> behind.putAll(wrong(it, next, parameter(equation))));
      }
      if (!behind.isEmpty()) {
        text.apart(equation, behind);
      }
    }
  }

  /// What a number is of that is another here; nothing where each is as it should be.
  ///
  /// @param next what the step comes to, where that is said
  private Map<Token, String> wrong(Step step, Optional<Side> next, String name) {
    Optional<String> rate = rate();
    Set<String> said = text.candidates.rates();
    if (rate.isPresent() && !said.isEmpty() && !said.contains(plain(step.rate()))) {
      return Map.of(step.rate(), rate.get());
    }
    boolean worked =
        rate.isPresent()
            && next.filter(it -> it.form() == Form.NUMBER).isPresent()
            && text.tried.isNumber(name)
            && step.gradient().size() == 1
            && step.gradient().getFirst().is(Kind.NUMBER);
    if (!worked) {
      return Map.of();
    }
    String result = text.scan.text().substring(next.get().start(), next.get().end());
    for (String gradient : text.candidates.states().slopes(name)) {
      String right = name + " - " + rate.get() + " * " + gradient;
      if (text.tried.holds(result, right)) {
        Token slope = step.gradient().getFirst();
        return text.isAbout(words(slope), gradient)
            ? step.old().is(Kind.NUMBER) && !text.tried.holds(words(step.old()), name)
                ? Map.of(step.old(), name)
                : Map.of()
            : Map.of(slope, gradient);
      }
    }
    return Map.of();
  }

  private static String plain(Token number) {
    return Spoken.size(number).map(it -> it.toPlainString()).orElse(number.code());
  }

  private Optional<String> rate() {
    return Lexicon.RATES.stream()
        .filter(text.tried::isNumber)
        .filter(it -> !text.tried.isLeft(it))
        .findFirst();
  }

  /// Whether a step is one of training: of a parameter, by its name or by what is before.
  private boolean isOfTraining(Step step, Equation equation) {
    Side first = equation.sides().getFirst();
    if (first.form() != Form.NAME) {
      return false;
    }
    String name = parameter(equation);
    boolean becomes =
        equation.relations().get(0).equals("←") || Lexicon.NEW.matcher(first.code()).matches();
    boolean scaled = // `w - eta * g`, before it
        equation.sides().stream()
            .flatMap(it -> it.names().stream())
            .anyMatch(Lexicon.RATES::contains);
    boolean again = step.old().code().equals(name) && text.tried.isInput(name);
    boolean goesOn =
        step.old().is(Kind.NUMBER)
            && text.tried.isNumber(name)
            && (text.tried.isInput(name) || !first.code().equals(name))
            && text.tried.holds(words(step.old()), name);
    return becomes || scaled || again || goesOn;
  }

  /// The name that an equation makes another: `w` of `w_new`, `x0` of `x1`.
  private String parameter(Equation equation) {
    String first = equation.sides().getFirst().code();
    Matcher next = Lexicon.NEW.matcher(first);
    Matcher counted = COUNTED.matcher(first);
    String before = // in the row of numbers
        counted.matches() ? counted.group(1) + (Integer.parseInt(counted.group(2)) - 1) : first;
    return next.matches() ? next.group(1) : text.tried.isNumber(before) ? before : first;
  }

  private String words(Token token) {
    return text.scan.text().substring(token.start(), token.end());
  }
}
