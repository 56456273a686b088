package dev.perilla.site.importer.standing;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.importer.lesson.Exercises;
import dev.perilla.site.importer.lesson.Formula;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Formulas;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Row;
import dev.perilla.site.importer.words.Scan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Gives the numerals of texts a standing where one can be found: an equation among words becomes a
/// code span, which is checked as written; a number that the program has is bound to it; what only
/// counts is marked. A number that is wrong is dressed so that `check` says what is right.
public final class Standings {
  private static final Pattern COUNTED = Pattern.compile("(\\d{1,4})([.)]\\s+)");
  private static final Pattern LONE =
      Pattern.compile("(#\\s*(?:->|=>|=|→|≈)?\\s*)(-?\\d+(?:\\.\\d+)?)\\s*");
  private static final Pattern LAST = Pattern.compile("(?U)([\\p{L}_][\\w/∂]*)[`$*_]*[?.:]?\\s*$");

  private final Tried tried;
  private final Notation notation;
  private final Predicate<String> used;
  private final Formulas formulas;
  private final Map<String, List<String>> exported;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final List<OpenNumeral> open = new ArrayList<>();
  private Spoken.Before before = Spoken.Before.NOTHING;

  /// @param used whether the lesson uses a word as a name
  /// @param formulas of the lesson
  /// @param exported what an export says that stands behind numbers
  public Standings(
      Tried tried,
      Notation notation,
      Predicate<String> used,
      Formulas formulas,
      Map<String, List<String>> exported) {
    this.exported = exported;
    this.formulas = formulas;
    this.tried = tried;
    this.notation = notation;
    this.used = used;
  }

  /// How many numerals came to each outcome so far.
  public Map<Outcome, Integer> counts() {
    return counts;
  }

  /// The numerals without a standing so far, in order.
  public List<OpenNumeral> open() {
    return List.copyOf(open);
  }

  /// Counts `more` numerals, none where it is not positive.
  public void count(Outcome outcome, int more) {
    if (more > 0) {
      counts.merge(outcome, more, Integer::sum);
    }
  }

  /// A text in Markdown, dressed.
  ///
  /// @param written the formulas that are code in it
  public String markdown(String text, List<Formula> written) {
    Scan scan = Scan.markdown(text, notation);
    if (scan.tokens().isEmpty()) {
      count(Outcome.OPEN, Numeral.scan(text, notation).size());
    }
    String dressed = dressing(scan, false, Optional.empty()).result();
    tried.said(dressed, false);
    return new Typeset(tried).in(dressed, written);
  }

  /// The words of a heading, dressed. A number before them, `2. Forward`, counts.
  public String heading(String words) {
    Matcher counted = COUNTED.matcher(words);
    if (!counted.lookingAt()) {
      return markdown(words, List.of());
    }
    count(Outcome.PLAIN, 1);
    String rest = words.substring(counted.end());
    return "["
        + counted.group(1)
        + "]{plain}"
        + counted.group(2)
        + (rest.isEmpty() ? "" : markdown(rest, List.of()));
  }

  /// What a question asks for, where its answer is one number or an equation of what is asked for.
  public Optional<Exercises.Answer> answer(Exercises.Pair pair) {
    String question = pair.ask().replaceAll("\\s+", " ");
    String ask = question + " Answer: ";
    Scan scan = Scan.markdown(ask + pair.answer().replaceAll("\\s+", " "), notation);
    List<Equation> equations = Equation.all(scan, name -> used.test(name) || tried.knows(name));
    Candidates candidates =
        new Candidates(tried, scan, equations, before, Optional.empty(), exported, formulas);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < scan.tokens().size(); i++) {
      Scan.Token token = scan.tokens().get(i);
      if (token.is(Scan.Kind.NUMBER) && token.start() >= ask.length()) {
        numbers.add(i);
      }
    }
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> asked = candidates.asksFor(0, numbers.getFirst());
    Optional<Integer> number =
        numbers.size() == 1
            ? Optional.of(numbers.getFirst())
            : equations.stream()
                .filter(it -> it.start() >= ask.length())
                .filter(it -> asked.filter(it.sides().get(0).code()::equals).isPresent())
                .filter(it -> it.sides().getLast().form() == Equation.Form.NUMBER)
                .flatMap(it -> numbers.stream().filter(i -> isLast(it, scan.tokens().get(i))))
                .reduce((one, other) -> other);
    return number.flatMap(
        it -> {
          String digits = scan.tokens().get(it).code();
          return asked
              .filter(
                  name ->
                      tried.holds(digits, name)
                          || isSlip(digits, name)
                          || (endsWith(question, name) && tried.quantity(name).isPresent()))
              .or(() -> candidates.of(it))
              .map(expression -> new Exercises.Answer(expression, digits));
        });
  }

  /// Whether a question asks for a name, or for a derivative by it, and for no more.
  private boolean endsWith(String question, String name) {
    Matcher last = LAST.matcher(question);
    return last.find()
        && !tried.isLeft(name)
        && (name.equals(last.group(1)) || name.endsWith("/d" + last.group(1)));
  }

  private boolean isSlip(String digits, String name) {
    return !tried.isLeft(name)
        && tried.quantity(name).filter(it -> Digits.isSlip(digits, it)).isPresent();
  }

  private static boolean isLast(Equation equation, Scan.Token token) {
    Equation.Side last = equation.sides().getLast();
    return last.start() <= token.start() && token.end() <= last.end();
  }

  /// Whether a fence is a drawing or a program of another kind: `check` would take lines of it for
  /// statements that it cannot read, and none of it for one that holds.
  public boolean isPicture(String text) {
    int lines = 0;
    int unreadable = 0;
    int held = 0;
    boolean drawn = Lexicon.DRAWN.matcher(text).find();
    for (String line : text.split("\n", -1)) {
      if (!Numeral.anyDigit(line)) {
        continue;
      }
      List<Finding> findings = tried.line(line);
      boolean says =
          findings.isEmpty()
              || findings.stream().anyMatch(Dressing::isFalse)
              || Equation.all(Scan.code(line), tried::knows).stream().anyMatch(this::isWorked);
      if (says && !drawn) {
        return false;
      }
      held += findings.isEmpty() ? 1 : 0;
      lines++;
      boolean cannot = findings.stream().anyMatch(it -> it.code() == VerifyCode.NOT_CHECKABLE);
      unreadable += cannot ? 1 : 0;
    }
    return (unreadable > 0 && unreadable * 2 >= lines) || (drawn && held * 2 < lines);
  }

  /// Whether arithmetic stands there, and what it comes to.
  private boolean isWorked(Equation equation) {
    Equation.Side last = equation.sides().getLast();
    return last.form() == Equation.Form.NUMBER
        && equation.sides().stream()
            .filter(it -> it.form() == Equation.Form.ARITHMETIC)
            .anyMatch(it -> tried.holds(last.code(), it.code()));
  }

  /// The content of a fence, dressed.
  public String fence(String text) {
    String dressed = dressing(Scan.code(text), true, Optional.empty()).result();
    tried.said(dressed, true);
    return dressed;
  }

  /// A comment that is nothing but what its line prints, `print(a.grad) # 5.0`, held to that.
  Optional<String> printed(String comment, String subject) {
    Matcher number = LONE.matcher(comment);
    if (!number.matches() || tried.quantity(subject).isEmpty()) {
      return Optional.empty();
    }
    count(tried.holds(number.group(2), subject) ? Outcome.CHECKED : Outcome.OPEN, 1);
    return Optional.of(number.group(1) + "[" + number.group(2) + "]{= " + subject + "}");
  }

  /// A comment of a listing, with its mark, dressed.
  ///
  /// @param subject an expression that its first number may be of
  String comment(String comment, Optional<String> subject) {
    List<Finding> findings = tried.comment(comment.substring(1));
    if (findings.isEmpty()) {
      count(Outcome.CHECKED, Numeral.scan(comment, Notation.POINT).size());
      return comment;
    }
    return findings.stream().anyMatch(Dressing::isFalse) // a statement, as on a line of a fence
        ? "#" + dressing(Scan.code(comment.substring(1)), true, subject).result()
        : dressing(Scan.code(comment), true, subject).result();
  }

  /// @param subject an expression that the first number may be of
  private Dressing dressing(Scan scan, boolean isFence, Optional<String> subject) {
    List<Equation> equations = Equation.all(scan, name -> used.test(name) || tried.knows(name));
    List<Equation> rows = isFence ? List.of() : Row.equations(scan);
    List<Equation> all = Stream.concat(equations.stream(), rows.stream()).toList();
    Candidates candidates = new Candidates(tried, scan, all, before, subject, exported, formulas);
    before = candidates.forNext();
    return new Dressing(this, tried, scan, isFence, equations, rows, candidates, formulas);
  }

  void open(OpenNumeral number) {
    open.add(number);
  }
}
