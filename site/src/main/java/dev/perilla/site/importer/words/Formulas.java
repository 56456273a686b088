package dev.perilla.site.importer.words;

import dev.perilla.chapter.tex.TexWords;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// By which formulas a lesson computes its names and derivatives, in code, those that it says first
/// first; among them what a name becomes of itself, `w = w - lr * g`.
public final class Formulas {
  private static final Pattern CALLED =
      Pattern.compile("(?U)([\\p{L}_]\\w*)\\([\\p{L}_]\\w*(?:, ?[\\p{L}_]\\w*)*\\)");
  private static final int REACH = 6; // tokens between a word for a result and its verb
  private static final int MOST = 24; // tokens of a formula
  private static final Pattern ATTRIBUTE = Pattern.compile("(?U)[\\p{L}_\\])]\\.[\\p{L}_]");
  private static final Pattern INDEX = Pattern.compile("_(?:i|k|n|t|j)$");
  private static final Pattern LETTER = Pattern.compile("[α-ωΑ-Ω]");
  private static final Map<String, String> LETTERS =
      TexWords.GREEK.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));

  private final Map<String, Set<String>> found = new LinkedHashMap<>();
  private final Map<String, List<String>> parameters = new LinkedHashMap<>();

  /// Takes in those of a text, or of a listing.
  public void learn(Scan scan) {
    for (Equation equation : Equation.all(scan, name -> false)) {
      signature(equation);
      subject(equation.sides().getFirst())
          .ifPresent(
              name ->
                  equation.sides().stream()
                      .skip(1)
                      .filter(it -> it.form() == Form.FORMULA)
                      .forEach(it -> put(name, it)));
    }
    spoken(scan);
  }

  /// Takes in of which letters a function is, `f(x, y) = x**2 + y`.
  private void signature(Equation equation) {
    Matcher call = CALLED.matcher(equation.sides().getFirst().code());
    if (call.matches()) {
      List<String> letters = List.copyOf(Equation.names(call.group().substring(call.end(1))));
      boolean defines =
          equation.sides().stream()
              .skip(1)
              .anyMatch(it -> it.form() == Form.FORMULA && it.names().containsAll(letters));
      if (defines) {
        parameters.putIfAbsent(call.group(1), letters);
      }
    }
  }

  /// The letters of which a function is; none of a name that is none.
  public List<String> parameters(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /// The functions of which the lesson says of which letters they are.
  public Set<String> functions() {
    return parameters.keySet();
  }

  private void put(String name, Side formula) {
    if (!ATTRIBUTE.matcher(formula.code()).find()) {
      found.computeIfAbsent(key(name), key -> new LinkedHashSet<>()).add(formula.code());
    }
  }

  /// `the loss of a point is (y_pred - y_true)²`, a result in words and its formula.
  private void spoken(Scan scan) {
    List<Token> tokens = scan.tokens();
    for (int i = 1; i + 2 < tokens.size(); i++) {
      Optional<String> result = Labels.isVerb(tokens.get(i)) ? result(tokens, i) : Optional.empty();
      int from = i + 1;
      int to = from;
      while (result.isPresent()
          && to < tokens.size()
          && !tokens.get(to).is(Kind.STOP)
          && !tokens.get(to).is(Kind.RELATION)
          && to < from + MOST) {
        to++;
      }
      while (to > from + 1) {
        Optional<Side> side = Side.of(tokens.subList(from, to));
        if (side.filter(it -> it.form() == Form.FORMULA).isPresent()) {
          put(result.orElseThrow(), side.get());
          break;
        }
        to--;
      }
    }
  }

  /// The word for a result that a sentence begins with, before its verb.
  private static Optional<String> result(List<Token> tokens, int verb) {
    for (int i = verb - 1; i >= Math.max(0, verb - REACH) && !tokens.get(i).is(Kind.STOP); i--) {
      String word = tokens.get(i).code().toLowerCase(Locale.ROOT);
      if (tokens.get(i).is(Kind.NAME)
          && (Lexicon.RESULTS.contains(word) || Lexicon.ALIASES.containsKey(word))) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /// What a side speaks of: `q`, `dL/dw`, or the `f` of `f(x)`.
  public static Optional<String> subject(Side side) {
    Matcher call = CALLED.matcher(side.code());
    return call.matches()
        ? Optional.of(call.group(1))
        : Equation.isNamed(side) ? Optional.of(side.code()) : Optional.empty();
  }

  /// The formulas of a name.
  public List<String> of(String name) {
    return List.copyOf(found.getOrDefault(key(name), Set.of()));
  }

  /// Whether there is one of a name.
  public boolean has(String name) {
    return found.containsKey(key(name));
  }

  /// The formulas of derivatives, by a name or by any.
  public List<String> slopes(Optional<String> by) {
    return found.entrySet().stream()
        .filter(
            it ->
                it.getKey().endsWith("_prime")
                    || (by.isPresent()
                        ? it.getKey().endsWith("/d" + key(by.get()))
                        : Derivative.is(it.getKey())))
        .flatMap(it -> it.getValue().stream())
        .toList();
  }

  /// Whether a formula computes with a name.
  public static boolean isOf(String formula, String name) {
    return Equation.names(formula).stream().anyMatch(it -> key(it).equals(key(name)));
  }

  /// What is the same for a name in all of its spellings: `θ` and `theta`, `x_i` and `x`.
  public static String key(String name) {
    String word =
        LETTER
            .matcher(name)
            .replaceAll(
                it -> Matcher.quoteReplacement(LETTERS.getOrDefault(it.group(), it.group())));
    return INDEX.matcher(word).replaceFirst("");
  }
}
