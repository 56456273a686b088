package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A neuron told in words alone: `the input is 3 and the weight is 2, so the output is 6`. Its
/// nouns are names of the program; a result is what the likeliest formula gives, where that is the
/// number of the sentence.
///
/// Only a text that gives an input and a weight so, in a lesson without formulas, is read so.
///
/// @param telling the program
record Nouns(Telling telling) {
  private static final Set<String> INPUTS =
      Set.of(
          "input",
          "weight",
          "bias",
          "target",
          "entrada",
          "peso",
          "sesgo",
          "objetivo",
          "viés",
          "alvo");
  private static final Set<String> VERBS =
      Set.of("is", "was", "be", "es", "vale", "era", "é", "of", "de");
  private static final Set<String> WANTS =
      Set.of("want", "wanted", "should", "queremos", "queríamos", "debería", "queria", "deveria");

  /// What a result may be, by its noun; the names of a formula are those of the same language.
  private static final Map<String, List<String>> RESULTS =
      Map.of(
          "output", List.of("input * weight + bias", "input * weight"),
          "prediction", List.of("input * weight + bias", "input * weight"),
          "error",
              List.of(
                  "output - target",
                  "target - output",
                  "prediction - target",
                  "salida - objetivo",
                  "objetivo - salida",
                  "saída - alvo",
                  "alvo - saída"),
          "loss", List.of("error**2", "0.5 * error**2", "(output - target)**2"),
          "salida", List.of("entrada * peso + sesgo", "entrada * peso"),
          "saída", List.of("entrada * peso + viés", "entrada * peso"),
          "erro", List.of("saída - alvo", "alvo - saída"),
          "pérdida", List.of("error**2", "0.5 * error**2", "(salida - objetivo)**2"),
          "perda", List.of("erro**2", "0.5 * erro**2", "(saída - alvo)**2"));

  /// Whether a text gives an input and a weight by their nouns.
  static boolean areIn(Scan scan) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < scan.tokens().size(); i++) {
      noun(scan.tokens(), i).ifPresent(given::add);
    }
    return (given.contains("input") && given.contains("weight"))
        || (given.contains("entrada") && given.contains("peso"));
  }

  /// Takes the inputs and results of a text.
  void learn(Scan scan, Predicate<Token> free) {
    List<Token> tokens = scan.tokens();
    List<String> open = new ArrayList<>(); // results that the sentence speaks of
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String word = token.code().toLowerCase(Locale.ROOT);
      if (token.is(Kind.STOP)) {
        open.clear();
      } else if (token.is(Kind.NAME) && RESULTS.containsKey(word) && !telling.isDefined(word)) {
        open.addFirst(word); // what is said last is looked for first
      } else if (token.is(Kind.NUMBER) && token.zone() == Zone.PROSE && free.test(token)) {
        Optional<String> noun = noun(tokens, i);
        if (noun.filter(it -> !telling.isDefined(it)).isPresent()) {
          telling.input(noun.get(), token.code());
        } else {
          open.removeIf(it -> isResult(it, token.code()));
        }
      }
    }
  }

  /// What a number is given for: the noun right before its verb.
  private static Optional<String> noun(List<Token> tokens, int index) {
    if (index < 2
        || !tokens.get(index).is(Kind.NUMBER)
        || !VERBS.contains(tokens.get(index - 1).code().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    for (int i = index - 2; i >= Math.max(0, index - 3); i--) {
      String word = tokens.get(i).code().toLowerCase(Locale.ROOT);
      if (INPUTS.contains(word)) {
        return Optional.of(word);
      }
      boolean wanted =
          RESULTS.containsKey(word)
              && tokens.subList(Math.max(0, i - 3), index).stream()
                  .anyMatch(it -> WANTS.contains(it.code().toLowerCase(Locale.ROOT)));
      if (wanted) {
        boolean english = word.equals("output") || word.equals("prediction");
        return Optional.of(english ? "target" : word.equals("salida") ? "objetivo" : "alvo");
      }
    }
    return Optional.empty();
  }

  private boolean isResult(String name, String literal) {
    return RESULTS.getOrDefault(name, List.of()).stream()
        .filter(it -> telling.areDefined(Equation.names(it)))
        .filter(it -> telling.lifting.agrees(literal, it))
        .findFirst()
        .filter(it -> telling.step(name, it))
        .isPresent();
  }
}
