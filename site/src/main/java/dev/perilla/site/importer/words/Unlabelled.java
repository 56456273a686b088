package dev.perilla.site.importer.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lists of numbers that a sentence gives without a sign between them and what they are: `the
/// logits are (2.0, 1.0, 0.1)`, and what such a lesson does with them without saying it in a
/// formula.
public final class Unlabelled {
  /// What each noun is called in the program.
  private static final Map<String, String> NOUNS =
      Map.ofEntries(
          Map.entry("logit", "logits"),
          Map.entry("score", "scores"),
          Map.entry("input", "inputs"),
          Map.entry("feature", "features"),
          Map.entry("weight", "weights"),
          Map.entry("target", "targets"),
          Map.entry("bias", "biases"),
          Map.entry("pre-activation", "z"),
          Map.entry("entrada", "entradas"),
          Map.entry("puntaje", "puntajes"),
          Map.entry("puntuacion", "puntajes"),
          Map.entry("puntuación", "puntajes"),
          Map.entry("peso", "pesos"),
          Map.entry("objetivo", "objetivos"),
          Map.entry("pontuação", "escores"),
          Map.entry("escore", "escores"),
          Map.entry("alvo", "alvos"));

  private static final Pattern GIVEN =
      Pattern.compile(
          "(?iU)\\b("
              + String.join("|", NOUNS.keySet())
              + ")(?:es|s|ões)?\\b[^.\\n=\\[(|]{0,40}?[\\s`$]"
              + "([\\[(]\\s*[-−]?\\d+(?:\\.\\d+)?(?:\\s*,\\s*[-−]?\\d+(?:\\.\\d+)?)+\\s*[\\])])");

  private static final String NUMBER = "[`$]*([-−]?\\d+(?:\\.\\d+)?)[`$]*";

  /// The same without brackets: `inputs 0.05 and 0.10`.
  private static final Pattern SIDE_BY_SIDE =
      Pattern.compile(
          "(?iU)\\b("
              + String.join("|", NOUNS.keySet())
              + ")(?:es|s|ões)\\b\\s*(?:[:,]|are|of|son|de|são)?\\s*("
              + NUMBER
              + "(?:\\s*,\\s*"
              + NUMBER
              + ")*,?\\s+(?:and|y|e|und)\\s+"
              + NUMBER
              + ")(?!\\s*[%=.]?\\d)");

  /// One number of a neuron that has lists besides: `the bias is 0.1`.
  private static final Pattern ALONE =
      Pattern.compile(
          "(?iU)\\b(bias|sesgo|viés|target|objetivo|alvo)\\s+(?:is|of|es|de|é)?\\s*"
              + NUMBER
              + "(?![\\w%]|[.,]\\d|\\s*(?:and|y|e|und)\\s+[-−]?\\d)");

  private static final Pattern EACH = Pattern.compile("[-−]?\\d+(?:\\.\\d+)?");

  /// Words of a sentence whose list is computed.
  private static final Pattern RESULT =
      Pattern.compile(
          "(?iU)\\b(gradient\\w*|deriv\\w+|slopes?|pendiente\\w*|new|nuev\\w+|nov[oa]s?|chang\\w+|cambi\\w+"
              + "|mud\\w+|updat\\w+|actuali\\w+|atuali\\w+|becomes?|after|después|depois|gives?|yields?"
              + "|softmax|probab\\w+)\\b[^.]*$");

  private static final int SENTENCE = 120; // characters before, that are looked at
  private static final int MOST = 4; // lists that are combined

  private Unlabelled() {}

  /// The lists of a sentence, by the names of what they are, and where there are lists, here or
  /// before, the numbers that stand alone.
  ///
  /// @param goesOn whether the lesson has had lists
  public static Map<String, String> in(String words, boolean goesOn) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher given = GIVEN.matcher(words);
    while (given.find()) {
      String noun = given.group(1).toLowerCase(Locale.ROOT);
      int from = Math.max(0, given.start() - SENTENCE);
      String before = words.substring(from, given.start(2));
      if (!RESULT.matcher(before).find()) {
        found.putIfAbsent(NOUNS.getOrDefault(noun, noun), given.group(2));
      }
    }
    Matcher beside = SIDE_BY_SIDE.matcher(words);
    boolean units = !Units.parameters(words).isEmpty(); // these have names of their own
    while (!units && beside.find()) {
      String noun = beside.group(1).toLowerCase(Locale.ROOT);
      int from = Math.max(0, beside.start() - SENTENCE);
      if (!RESULT.matcher(words.substring(from, beside.start(2))).find()) {
        String items =
            EACH.matcher(beside.group(2))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(", "));
        found.putIfAbsent(NOUNS.getOrDefault(noun, noun), "[" + items + "]");
      }
    }
    Matcher alone = ALONE.matcher(words);
    while (!units && (goesOn || !found.isEmpty()) && alone.find()) {
      int from = Math.max(0, alone.start() - SENTENCE);
      if (!RESULT.matcher(words.substring(from, alone.start(2))).find()) {
        found.putIfAbsent(alone.group(1).toLowerCase(Locale.ROOT), alone.group(2));
      }
    }
    return found;
  }

  /// What a lesson may make of lists: their exponentials, the probabilities of a softmax, how far
  /// these are off, and where a step of training leads.
  ///
  /// @param names of lists, the last first
  /// @param rates of learning, as expressions
  public static List<String> made(List<String> names, List<String> rates) {
    List<String> few = names.stream().limit(MOST).toList();
    List<String> found = new ArrayList<>();
    for (String one : few) {
      found.add("each(exp, " + one + ")");
      found.add("softmax(" + one + ")");
      for (String function : List.of("sigmoid", "tanh", "relu")) {
        found.add("each(" + function + ", " + one + ")");
      }
    }
    for (String one : few) {
      for (String other : few) {
        if (one.equals(other)) {
          continue;
        }
        String off = "minus(softmax(" + one + "), " + other + ")";
        found.add(off);
        rates.forEach(it -> found.add("minus(" + one + ", times(" + it + ", " + off + "))"));
        found.add("minus(" + one + ", " + other + ")");
        found.add("times(" + one + ", " + other + ")");
      }
    }
    return found;
  }
}
