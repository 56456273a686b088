package dev.perilla.engine.judge;

import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.language.text.Splitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A formula, judged as a function: at many points, the typed one has to have the value of the
/// answer. Points at which the answer has no value do not count.
///
/// @param names what the formula is a function of, and where each is taken from
/// @param answer in the code language
/// @param mistakes formulas that were foreseen
public record FormulaKey(List<Range> names, String answer, List<String> mistakes)
    implements AnswerKey {
  /// A name and its least and greatest value, literals of the code language.
  public record Range(String name, String from, String to) {}

  private static final double NOTHING = 1e-12;

  public FormulaKey {
    names = List.copyOf(names);
    mistakes = List.copyOf(mistakes);
  }

  @Override
  public Judgement judgeSome(String given) {
    Formula wanted = new Formula(names, answer);
    Formula typed = new Formula(names, typed(given));
    if (typed.fault().isPresent()) {
      return Judgement.of(typed.fault().get());
    }
    List<OptionalDouble> right = wanted.values();
    List<OptionalDouble> values = typed.values();
    if (agree(right, values)) {
      return Judgement.of(Outcome.RIGHT);
    }
    for (int i = 0; i < mistakes.size(); i++) {
      if (agree(new Formula(names, mistakes.get(i)).values(), values)) {
        return Judgement.mistake(i);
      }
    }
    return Judgement.of(Outcome.WRONG);
  }

  /// Without a name before it (`dz/dw = `), and with `**` for the `^` of those who write that.
  static String typed(String given) {
    String text = given.strip();
    int at = text.lastIndexOf('=');
    boolean named = at >= 0;
    for (int i = 0; i < at; i++) {
      char c = text.charAt(i);
      named &= Character.isLetterOrDigit(c) || " _./∂=".indexOf(c) >= 0;
    }
    return (named ? text.substring(at + 1).strip() : text).replace("^", "**");
  }

  /// Whether two formulas have one value wherever the first has one.
  private static boolean agree(List<OptionalDouble> wanted, List<OptionalDouble> typed) {
    double size = size(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).isPresent()
          && (typed.get(i).isEmpty()
              || !near(wanted.get(i).getAsDouble(), typed.get(i).getAsDouble(), size))) {
        return false;
      }
    }
    return true;
  }

  /// How large a formula is at its largest, and no more than 1: what counts as noise beside it. One
  /// that is nothing but noise counts as zero.
  static double size(List<OptionalDouble> values) {
    double greatest = 0;
    for (OptionalDouble value : values) {
      greatest = Math.max(greatest, value.isPresent() ? Math.abs(value.getAsDouble()) : 0);
    }
    return greatest < NOTHING ? 1e-4 : Math.min(1, greatest);
  }

  /// Rounding on different ways to the same value leaves differences of this size, and a formula
  /// that is another differs by more somewhere.
  private static boolean near(double a, double b, double size) {
    return Math.abs(a - b) <= 1e-8 * Math.max(size, Math.max(Math.abs(a), Math.abs(b)));
  }

  /// Whether two formulas are one as functions of the names.
  public boolean same(String one, String other) {
    List<OptionalDouble> values = new Formula(names, one).values();
    return agree(values, new Formula(names, other).values());
  }

  /// At how many of [#points] points a formula has a value; empty where it is none.
  public Optional<Integer> defined(String formula) {
    Formula read = new Formula(names, formula);
    return read.fault().isPresent()
        ? Optional.empty()
        : Optional.of((int) read.values().stream().filter(OptionalDouble::isPresent).count());
  }

  /// How many points are tried.
  public static int points() {
    return Formula.POINTS;
  }

  @Override
  public Optional<SealedKey> sealed(String salt) {
    return Optional.of(
        SealedKey.of(
            new SealedKey.Kind.Formula(names), salt, List.of(new Formula(names, answer).print())));
  }

  @Override
  public String write() {
    Fields fields = new Fields().add("kind", "formula");
    writeNames(names, fields);
    return fields.add("answer", answer).add("mistake", mistakes).text();
  }

  static FormulaKey read(Fields fields) {
    return new FormulaKey(readNames(fields), fields.one("answer"), fields.all("mistake"));
  }

  static void writeNames(List<Range> names, Fields fields) {
    for (Range range : names) {
      fields.add("name", range.name() + " " + range.from() + " " + range.to());
    }
  }

  static List<Range> readNames(Fields fields) {
    List<Range> names = new ArrayList<>();
    for (String line : fields.all("name")) {
      List<String> words = Splitting.split(line, " ", -1);
      names.add(new Range(words.get(0), words.get(1), words.get(2)));
    }
    return names;
  }
}
