package dev.perilla.site.importer.words;

import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Neurons whose parameters a sentence tells in words: `h1: weights 0.5 and 0.9, bias -0.8`. Those
/// of `h1` are `w_h1` and `b_h1` in the program; what the lesson then works out for `net_h1`, a
/// product for each weight, is held to them.
public final class Units {
  private static final String NUMBER = "[`$*]*([-−]?\\d+(?:\\.\\d+)?)[`$*]*";
  private static final Pattern TOLD =
      Pattern.compile(
          "(?iU)(?:([\\p{L}_]\\w{0,15})[`$*]*\\s*[:(]?\\s*(?:(?:has|tiene|tem|with|con|com|hat|mit)\\s+)?)?"
              + "(?:(?:the|los|os|two|three|dos|tres|dois|três)\\s+)*(?:weights?|pesos?|gewichte)\\s*(?::|of|are|de)?\\s*("
              + NUMBER
              + "(?:\\s*(?:,|,?\\s*(?:and|y|e|und))\\s*"
              + NUMBER
              + ")+)\\s*(?:[,;]\\s*|\\s)(?:(?:and|y|e|und|with|con|com|mit|a|an|un|um|its)\\s+)*"
              + "(?:bias|sesgo|viés)\\s*(?::|of|is|de|es|é)?\\s*"
              + NUMBER);
  private static final Pattern EACH = Pattern.compile("[-−]?\\d+(?:\\.\\d+)?");
  private static final String FORMAL = "(?U)\\p{L}|\\w*[\\d_]\\w*";

  private final Map<String, Unit> told = new LinkedHashMap<>(); // by their names

  /// A neuron.
  ///
  /// @param weights and bias, as literals
  private record Unit(String name, List<String> weights, String bias) {
    private String suffix() {
      return name.isEmpty() ? "" : "_" + name;
    }

    String weight(int index) {
      return "w" + suffix() + "[" + index + "]";
    }

    String biasName() {
      return "b" + suffix();
    }
  }

  /// The neurons of a text, each number where it stands.
  ///
  /// @param found the expressions by the offsets of their numbers
  private static List<Unit> in(String markdown, Map<Integer, String> found) {
    List<Unit> units = new ArrayList<>();
    Matcher told = TOLD.matcher(markdown);
    while (told.find()) {
      String before = told.group(1) == null ? "" : Signs.name(told.group(1));
      List<String> weights = new ArrayList<>();
      List<Integer> places = new ArrayList<>();
      Matcher weight = EACH.matcher(markdown).region(told.start(2), told.end(2));
      while (weight.find()) {
        weights.add(weight.group().replace('−', '-'));
        places.add(weight.start());
      }
      String bias = told.group(told.groupCount()).replace('−', '-');
      Unit unit = new Unit(before.matches(FORMAL) ? before : "", weights, bias);
      for (int i = 0; i < places.size(); i++) {
        found.put(places.get(i), unit.weight(i));
      }
      found.put(told.start(told.groupCount()), unit.biasName());
      units.add(unit);
    }
    return units;
  }

  /// What the numbers of a text are that tell a neuron, by their offsets.
  public static Map<Integer, String> parameters(String markdown) {
    Map<Integer, String> found = new LinkedHashMap<>();
    in(markdown, found);
    return found;
  }

  /// Takes in the neurons of a text: the parameters that are new, as statements of the program by
  /// their names.
  public Map<String, String> learned(String markdown) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Unit unit : in(markdown, new LinkedHashMap<>())) {
      if (told.putIfAbsent(unit.name(), unit) == null) {
        found.put("w" + unit.suffix(), "values([" + String.join(", ", unit.weights()) + "])");
        found.put(unit.biasName(), "Value(" + unit.bias() + ")");
      }
    }
    return found;
  }

  /// What a number is worked out from: the arithmetic of an equation with the parameters of the
  /// neuron that it speaks of in their places.
  ///
  /// @param names what other numbers are, where that is known
  public Optional<String> of(String subject, Side arithmetic, UnaryOperator<String> names) {
    return told.values().stream()
        .filter(it -> it.name().isEmpty() ? told.size() == 1 : subject.endsWith(it.name()))
        .flatMap(it -> put(it, arithmetic.tokens(), names).stream())
        .findFirst();
  }

  private static Optional<String> put(Unit unit, List<Token> tokens, UnaryOperator<String> names) {
    StringBuilder code = new StringBuilder();
    int products = 0;
    int known = 0;
    boolean biased = false;
    int at = 0;
    while (at < tokens.size()) {
      boolean minus = tokens.get(at).code().equals("-");
      boolean sign = tokens.get(at).is(Kind.OPERATOR);
      if (sign && !minus && !tokens.get(at).code().equals("+")) {
        return Optional.empty();
      }
      at += sign ? 1 : 0;
      List<String> factors = new ArrayList<>();
      int end = factors(tokens, at, factors);
      if (end < 0) {
        return Optional.empty();
      }
      at = end;
      if (factors.size() == 1 && !biased) {
        biased = true;
        known += isSame((minus ? "-" : "") + factors.get(0), unit.bias()) ? 1 : 0;
        code.append(code.isEmpty() ? "" : " + ").append(unit.biasName());
      } else if (factors.size() == 2 && products < unit.weights().size()) {
        String weight = unit.weights().get(products);
        boolean first = isSame(factors.get(0), weight);
        boolean second = isSame(factors.get(1), weight);
        known += first || second ? 1 : 0;
        String name = unit.weight(products);
        String other = names.apply(factors.get(first ? 1 : 0));
        code.append(code.isEmpty() ? minus ? "-" : "" : minus ? " - " : " + ")
            .append(other.startsWith("-") ? "(" + other + ")" : other)
            .append(" * ")
            .append(name);
        products++;
      } else {
        return Optional.empty();
      }
    }
    boolean all = products == unit.weights().size() && biased;
    return all && known >= products ? Optional.of(code.toString()) : Optional.empty();
  }

  /// The numbers of a product that begins at `at`, and where it ends; -1 where it is none.
  private static int factors(List<Token> tokens, int at, List<String> factors) {
    int next = at;
    while (next < tokens.size()) {
      boolean bracket = tokens.get(next).is(Kind.OPEN);
      next += bracket ? 1 : 0;
      if (next >= tokens.size() || !tokens.get(next).is(Kind.NUMBER)) {
        return -1;
      }
      factors.add(tokens.get(next).code());
      next++;
      if (bracket && !(next < tokens.size() && tokens.get(next++).is(Kind.CLOSE))) {
        return -1;
      }
      if (next >= tokens.size() || !tokens.get(next).code().equals("*")) {
        return next;
      }
      next++;
    }
    return -1;
  }

  private static boolean isSame(String one, String other) {
    return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
  }
}
