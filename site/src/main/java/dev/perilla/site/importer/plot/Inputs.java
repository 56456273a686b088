package dev.perilla.site.importer.plot;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a number alone makes a name an input of the program, by how the lesson says it.
final class Inputs {
  /// What stands before an input among others.
  private static final Pattern LISTED =
      Pattern.compile(
          "(?U)\\w[`$]*\\s*=\\s*[`$]*[-−]?[\\d.]+[`$]*(?:,|,?\\s+(?:and|y|e))\\s+[`$]*$");

  /// Letters that go by their names.
  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "beta1", "beta2", "gamma", "delta", "epsilon", "eta", "theta", "lam",
          "lambda", "mu", "sigma", "tau", "phi", "omega");

  private final Telling telling;
  private Survey survey;
  private String lastWords = "";

  Inputs(Telling telling, Survey survey) {
    this.telling = telling;
    this.survey = survey;
  }

  /// How the part of the lesson that is being told uses its names.
  Survey survey() {
    return survey;
  }

  void within(Survey part) {
    survey = part;
  }

  /// Notes how a text ended, for the one after it.
  void ended(Scan scan) {
    String words = scan.text().strip();
    lastWords = words.substring(Math.max(0, words.length() - 40));
  }

  static boolean isResult(String name) {
    return Lexicon.isIn(Lexicon.RESULTS, name) || name.length() > 24 || name.endsWith("_new");
  }

  /// A result is none: its number has to be computed.
  boolean has(String name, Equation equation, Scan scan) {
    boolean loss = Lexicon.LOSSES.contains(name) && digits(equation.sides().get(1).code()) > 2;
    boolean computed =
        (survey.computes(name) || telling.isWaiting(name))
            && digits(equation.sides().get(1).code()) > 1;
    boolean slope = name.startsWith("d") && telling.isDefined(name.substring(1)); // of something
    boolean call = // `f(x) = 0`, where the lesson says what `f` is
        survey.computes(name) && Survey.signature(equation.sides().getFirst()).isPresent();
    if (isResult(name) || loss || computed || call || slope || survey.derived().contains(name)) {
      return false;
    }
    if (equation.zone() == Zone.FENCE) {
      return areWritten(scan) || !survey.computes(name);
    }
    String before = scan.text().substring(Math.max(0, equation.start() - 40), equation.start());
    if (before.isBlank()) {
      before = lastWords;
    }
    boolean cue =
        Lexicon.CUE.matcher(before).find() || Lexicon.CUE.matcher(sentence(scan, equation)).find();
    boolean listed = // `w = 1.0 and b = 6.8813735870195432`
        name.matches("(?:[bwxθ]|bias)_?\\d{0,2}") && LISTED.matcher(before).find();
    boolean precise = // nobody chooses such a number; it was computed
        digits(equation.sides().get(1).code()) > 5 && !listed && !survey.uses(name);
    boolean mathematical =
        name.codePointCount(0, name.length()) <= 2
            || name.indexOf('_') > 0
            || name.chars().anyMatch(Character::isDigit)
            || GREEK.contains(name)
            || equation.zone() == Zone.CODE;
    return ((mathematical && !precise) || cue) && !Lexicon.RESULT.matcher(before).find();
  }

  /// What stands before an equation in its sentence.
  private static String sentence(Scan scan, Equation equation) {
    String before = scan.text().substring(Math.max(0, equation.start() - 240), equation.start());
    int stop = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
    return before.substring(stop + 1);
  }

  private static int digits(String literal) {
    return literal.replaceAll("[-.]", "").replaceAll("^0+|0+$", "").length();
  }

  /// Whether a text is statements, a line each; a drawing shows what was said.
  static boolean areWritten(Scan scan) {
    return scan.tokens().stream().anyMatch(it -> it.zone() == Zone.FENCE)
        && !Lexicon.DRAWN.matcher(scan.text()).find();
  }
}
