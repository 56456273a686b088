package dev.perilla.site.importer.standing;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.importer.lesson.Maths;
import dev.perilla.site.importer.standing.Tried.Known;
import dev.perilla.site.importer.words.Data;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Formulas;
import dev.perilla.site.importer.words.Scan;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Structure;
import dev.perilla.site.importer.words.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One text of a lesson on its way into the chapter: what is put in place of which stretch, and
/// which numbers have a standing. First the code spans and lines of a fence, then the equations
/// among words, then numbers by themselves: each way leaves those that it cannot place to the next.
final class Dressing {
  final Tried tried;
  final Scan scan;
  final List<Equation> equations;
  final List<Equation> rows;
  final Candidates candidates;
  final Rest rest;
  final Formulas formulas;
  private final Standings standings;
  private final boolean isFence;
  private final List<Edit> edits = new ArrayList<>();
  private final Set<Integer> settled = new HashSet<>();
  private final Map<Integer, String> bound = new HashMap<>();

  private record Edit(int start, int end, String replacement) {}

  /// @param equations of the text
  /// @param rows of tables, likewise
  /// @param formulas of the lesson
  Dressing(
      Standings standings,
      Tried tried,
      Scan scan,
      boolean isFence,
      List<Equation> equations,
      List<Equation> rows,
      Candidates candidates,
      Formulas formulas) {
    this.standings = standings;
    this.tried = tried;
    this.scan = scan;
    this.isFence = isFence;
    this.equations = equations;
    this.rows = rows;
    this.candidates = candidates;
    this.formulas = formulas;
    this.rest = new Rest(tried, scan, candidates::goesOnWithWhatWasSaid, candidates.rates());
  }

  String result() {
    if (!isFence) {
      notation();
    }
    new Nabla(this).all();
    parameters();
    shapes();
    new Steps(this).all();
    new Operands(this).all();
    new Cells(this).all();
    new Solved(this).all();
    new Columns(this).all();
    new Spans(this).all();
    new Sentences(this).all();
    new Slopes(this).all();
    new Products(this).all();
    new Enumerations(this).all();
    new Totals(this).all();
    for (int i = 0; i < scan.tokens().size(); i++) {
      if (scan.tokens().get(i).is(Kind.NUMBER) && settled.add(i)) {
        alone(i);
      }
    }
    edits.sort(Comparator.comparingInt(Edit::start));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      if (edit.start() < at) {
        continue;
      }
      out.append(escaped(scan.text().substring(at, edit.start()))).append(edit.replacement());
      at = edit.end();
    }
    String dressed = out.append(escaped(scan.text().substring(at))).toString();
    return isFence ? dressed : new Unclaimed(tried).in(dressed);
  }

  /// What the lesson means literally and a chapter would take for a mark.
  private String escaped(String words) {
    if (isFence || words.indexOf('{') < 0) {
      return words;
    }
    return words.replace("{{", "\\{{").replace("]{", "]\\{");
  }

  /// Formulas that stay as they are, and have digits in their signs alone, or none: what these say
  /// of names, `x \to a \to L`, is no claim of numbers.
  private void notation() {
    for (Maths.Notation formula : Maths.notation(scan.text())) {
      List<Integer> inside = new ArrayList<>();
      for (int i = 0; i < scan.tokens().size(); i++) {
        Token token = scan.tokens().get(i);
        if (token.is(Kind.NUMBER)
            && formula.start() <= token.start()
            && token.end() <= formula.end()) {
          inside.add(i);
        }
      }
      if (!inside.isEmpty() || !tried.math(formula.tex()).isEmpty()) {
        around(formula.start(), formula.end(), "plain");
        settled.addAll(inside);
        count(Outcome.PLAIN, inside.size());
      }
    }
  }

  /// Numbers that are none of the program's, a line of a fence and a code span as a whole.
  private void shapes() {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < scan.tokens().size(); i++) {
      Token token = scan.tokens().get(i);
      if (token.is(Kind.NUMBER) && !isSettled(i)) {
        int group = token.group() == 0 ? -i : token.group();
        groups.computeIfAbsent(group, it -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> group : groups.values()) {
      if (group.stream().allMatch(it -> Structure.isNone(scan, it))) {
        group.forEach(it -> mark(it, "plain"));
        settle(group);
        count(Outcome.PLAIN, group.size());
      }
    }
  }

  /// Numbers by which a sentence tells a neuron, and those of tables of data.
  private void parameters() {
    bind(Units.parameters(scan.text()), false);
    Data data = new Data(formulas::has);
    for (String name : tried.names(Data::isName)) {
      data.places(scan.text(), name).forEach(it -> bind(it, true));
    }
  }

  /// Binds numbers, by where they stand.
  ///
  /// @param whole whether all of them or none
  private void bind(Map<Integer, String> places, boolean whole) {
    List<Integer> held = new ArrayList<>();
    for (int i = 0; i < scan.tokens().size(); i++) {
      Token token = scan.tokens().get(i);
      String expression = places.get(token.start());
      boolean may =
          expression != null
              && !isSettled(i)
              && token.is(Kind.NUMBER)
              && tried.holds(scan.text().substring(token.start(), token.end()), expression);
      if (may) {
        held.add(i);
      }
    }
    if (whole && held.size() < places.size()) {
      return;
    }
    held.forEach(it -> mark(it, "= " + places.get(scan.tokens().get(it).start())));
    settle(held);
    count(Outcome.CHECKED, held.size());
  }

  // ---- what the ways of placing a number share

  /// What stands behind a number, and how it is entered.
  void count(Outcome outcome, int more) {
    standings.count(outcome, more);
  }

  /// Writes an equation of rounded numbers that holds with the exact ones.
  ///
  /// @param name what stands before it
  /// @param start of what it is written in the place of
  boolean rounded(Equation equation, String name, int start, int end, List<Integer> numbers) {
    Optional<String> written = candidates.rounded().written(equation, isFence);
    written.ifPresent(
        it -> {
          replace(start, end, name + it);
          settle(numbers);
          int bound = candidates.rounded().bound(equation);
          count(Outcome.CHECKED, bound);
          count(Outcome.PLAIN, numbers.size() - bound);
        });
    return written.isPresent();
  }

  /// Writes an equation of rounded numbers of which nobody can say whether it is right, its result
  /// left open.
  boolean undecided(Equation equation, int start, int end, List<Integer> numbers) {
    if (!candidates.rounded().isUndecided(equation)) {
      return false;
    }
    Map<Token, String> behind = new HashMap<>();
    numbers.stream()
        .filter(it -> !isConstant(it))
        .forEach(
            it -> candidates.of(it).ifPresent(code -> behind.put(scan.tokens().get(it), code)));
    behind.keySet().removeAll(equation.sides().getLast().tokens());
    replace(start, end, candidates.rounded().undecided(equation, behind, isFence));
    settle(numbers);
    count(Outcome.CHECKED, behind.size());
    count(Outcome.PLAIN, numbers.size() - behind.size() - 1);
    leave(numbers.getLast());
    return true;
  }

  /// Marks an equation that only says how large something is, and rightly, or between which numbers
  /// it lies.
  boolean magnitude(Equation equation, int start, int end, List<Integer> numbers) {
    boolean says = equation.isRange() || candidates.states().isMagnitude(equation);
    if (says) {
      around(start, end, "plain");
      settle(numbers);
      count(Outcome.PLAIN, numbers.size());
    }
    return says;
  }

  /// Whether code comes to a number, but for what is lost where somebody rounds.
  boolean isAbout(String words, String code) {
    return tried.holds(words, code)
        || tried
            .numeral(words)
            .filter(it -> it.value().isPresent())
            .filter(
                it -> tried.quantity(code).filter(is -> Rest.isNext(is.exact(), it)).isPresent())
            .isPresent();
  }

  /// Whether code comes as near to a number as the numbers in it are rounded.
  boolean isNear(Numeral said, String code) {
    return candidates.rounded().onTheWay().isNear(said, code);
  }

  void settle(List<Integer> numbers) {
    settled.addAll(numbers);
  }

  boolean isSettled(int number) {
    return settled.contains(number);
  }

  void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  /// A mark around a stretch of the text.
  void around(int start, int end, String mark) {
    replace(start, end, "[" + scan.text().substring(start, end) + "]{" + mark + "}");
  }

  /// What a number is bound to, or would be.
  Optional<String> expression(int number) {
    return isSettled(number) ? Optional.ofNullable(bound.get(number)) : candidates.of(number);
  }

  void mark(int number, String mark) {
    Token token = scan.tokens().get(number);
    if (mark.startsWith("= ")) {
      bound.put(number, mark.substring(2));
    }
    int ticks = isCode(token.start(), token.end()) ? 1 : 0; // `-2` alone
    around(token.start() - ticks, token.end() + ticks, mark);
  }

  /// A number that is computed with: what stands behind it, that of the program, or just what it
  /// is.
  void operand(int index, Optional<String> behind) {
    if (!settled.add(index)) {
      return;
    }
    Token token = scan.tokens().get(index);
    String words = scan.text().substring(token.start(), token.end());
    if (isCounter(index)) {
      mark(index, "plain");
      count(Outcome.PLAIN, 1);
      return;
    }
    Optional<String> known =
        behind
            .or(() -> candidates.of(index))
            .or(
                () ->
                    tried.known().stream()
                        .filter(it -> it.quantity().exact().toString().equals(words))
                        .map(Known::expression)
                        .filter(it -> tried.holds(words, it))
                        .findFirst());
    mark(index, known.map(it -> "= " + it).orElse("plain"));
    count(known.isPresent() ? Outcome.CHECKED : Outcome.PLAIN, 1);
  }

  /// Whether a number counts the rows of a table, and is none of the program's.
  private boolean isCounter(int index) {
    return Structure.isCounter(scan, index, tried::knows);
  }

  /// Binds each number of an equation to what it is of, where it has that.
  void apart(Equation equation, Map<Token, String> behind) {
    Side last = equation.sides().getLast();
    String said = scan.text().substring(last.start(), last.end());
    Optional<String> arithmetic =
        equation.sides().stream()
            .filter(it -> it.form() == Form.ARITHMETIC || it.form() == Form.FORMULA)
            .map(Side::code)
            .filter(it -> last.form() == Form.NUMBER && tried.holds(said, it))
            .findFirst();
    for (int i = 0; i < scan.tokens().size(); i++) {
      Token token = scan.tokens().get(i);
      if (!token.is(Kind.NUMBER) || !equation.covers(token) || isSettled(i)) {
        continue;
      }
      if (behind.containsKey(token)) {
        mark(i, "= " + behind.get(token));
        leave(i);
        settle(List.of(i));
      } else {
        operand(i, last.tokens().contains(token) ? arithmetic : Optional.empty());
      }
    }
  }

  boolean isCode(int start, int end) {
    String all = scan.text();
    return start > 0
        && end < all.length()
        && all.charAt(start - 1) == '`'
        && all.charAt(end) == '`'
        && !(start > 1 && all.charAt(start - 2) == '`');
  }

  static boolean isFalse(Finding finding) {
    return finding.code() == VerifyCode.FALSE_NUMBER
        || finding.code() == VerifyCode.FALSE_STATEMENT;
  }

  private void alone(int index) {
    Token token = scan.tokens().get(index);
    Optional<String> expression = isCounter(index) ? Optional.empty() : candidates.of(index);
    if (expression.isPresent()) {
      mark(index, "= " + expression.get());
      count(Outcome.CHECKED, 1);
      return;
    }
    if (isPlain(index)) {
      mark(index, "plain");
      count(Outcome.PLAIN, 1);
      return;
    }
    Optional<Numeral> numeral = tried.numeral(scan.text().substring(token.start(), token.end()));
    Optional<String> subject = numeral.flatMap(it -> candidates.subject(it, token));
    boolean another =
        equations.stream()
            .filter(it -> it.covers(token))
            .anyMatch(it -> candidates.states().mayBeAnother(it) || isComputed(it, token));
    subject.filter(it -> !another).ifPresent(it -> mark(index, "= " + it));
    leave(index);
  }

  /// Whether arithmetic beside a number comes to it: of whatever it is said, it is no slip.
  private boolean isComputed(Equation equation, Token token) {
    String digits = scan.text().substring(token.start(), token.end());
    return equation.sides().stream()
        .filter(it -> it.form() == Form.ARITHMETIC)
        .anyMatch(it -> tried.holds(digits, it.code()));
  }

  /// A number that belongs to a formula: the `1` of `1 - a`, written out or with numbers for names.
  boolean isConstant(int index) {
    Token token = scan.tokens().get(index);
    for (Equation equation : equations) {
      for (Side side : equation.sides()) {
        boolean inside = side.start() <= token.start() && token.end() <= side.end();
        if (inside && Candidates.isConstant(equation, token)) {
          return true;
        }
        if (inside && side.form() == Form.ARITHMETIC) {
          return token.code().matches("1|2|0\\.5|1\\.0|2\\.0");
        }
      }
    }
    return false;
  }

  /// An input that a sentence assumes and the program does not have: `a = 1 → c = 4`.
  boolean isAssumed(int index) {
    Token token = scan.tokens().get(index);
    boolean assumption =
        equations.stream()
            .filter(it -> it.covers(token))
            .anyMatch(candidates.states()::isAssumption);
    if (assumption) {
      return true;
    }
    return equations.stream()
        .filter(Equation::isConditional)
        .filter(it -> it.sides().size() > 2)
        .anyMatch(
            it ->
                it.sides().get(1).start() <= token.start()
                    && token.end() <= it.sides().get(1).end());
  }

  boolean isPlain(int index) {
    Token token = scan.tokens().get(index);
    return candidates.isPlain(scan.text().substring(token.start(), token.end()))
        || suggestion(index).filter("plain"::equals).isPresent();
  }

  private Optional<String> suggestion(int index) {
    Token token = scan.tokens().get(index);
    Optional<BigDecimal> value =
        tried.numeral(scan.text().substring(token.start(), token.end())).flatMap(Numeral::value);
    return Structure.suggestion(scan, index, value);
  }

  void leave(int index) {
    Token token = scan.tokens().get(index);
    int from = Math.max(0, token.start() - 30);
    int to = Math.min(scan.text().length(), token.end() + 20);
    String context = scan.text().substring(from, to).replaceAll("\\s+", " ").strip();
    count(Outcome.OPEN, 1);
    standings.open(
        new OpenNumeral(
            scan.text().substring(token.start(), token.end()),
            context,
            suggestion(index).orElse("a binding, or plain")));
  }
}
