package dev.perilla.site.importer;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.importer.Equation.Form;
import dev.perilla.site.importer.Report.Outcome;
import dev.perilla.site.importer.Scan.Kind;
import dev.perilla.site.importer.Scan.Token;
import dev.perilla.site.importer.Scan.Zone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives the numerals of texts a standing where one can be found: an equation among words becomes a
/// code span, which is checked as written; a number that the program has is bound to it; what only
/// counts is marked. A number that is wrong is dressed so that `check` says what is right.
///
/// It is long because the ways are tried in one order, from the surest to the weakest, and each
/// leaves the numerals that it cannot place to the next.
final class Standings {
  private static final Pattern CALL =
      Pattern.compile(
          "(?U)\\b([\\p{L}_]\\w*)\\(\\s*[\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)*\\s*\\)");

  private static final Pattern COUNTED = Pattern.compile("(\\d{1,4})([.)]\\s+)");
  static final Pattern DRAWN = Pattern.compile("[─-╿▲►▼◄]{2}|[-=]{2,}>|\\+-{2,}");
  private static final BigDecimal NEXT = BigDecimal.valueOf(3); // units of the last place

  private final Tried tried;
  private final Notation notation;
  private final Predicate<String> used;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final List<Report.Open> open = new ArrayList<>();
  private Spoken.Before before = Spoken.Before.NOTHING;

  /// @param used whether the lesson uses a word as a name
  Standings(Tried tried, Notation notation, Predicate<String> used) {
    this.tried = tried;
    this.notation = notation;
    this.used = used;
  }

  Map<Outcome, Integer> counts() {
    return counts;
  }

  List<Report.Open> open() {
    return List.copyOf(open);
  }

  void count(Outcome outcome, int more) {
    if (more > 0) {
      counts.merge(outcome, more, Integer::sum);
    }
  }

  /// A text in Markdown, dressed.
  String markdown(String text) {
    Scan scan = Scan.markdown(text, notation);
    if (scan.tokens().isEmpty()) {
      count(Outcome.OPEN, Numeral.scan(text, notation).size());
    }
    return new Dressing(scan, false).result();
  }

  /// The words of a heading, dressed. A number before them, `2. Forward`, counts.
  String heading(String words) {
    Matcher counted = COUNTED.matcher(words);
    if (!counted.lookingAt()) {
      return markdown(words);
    }
    count(Outcome.PLAIN, 1);
    String rest = words.substring(counted.end());
    return "["
        + counted.group(1)
        + "]{plain}"
        + counted.group(2)
        + (rest.isEmpty() ? "" : markdown(rest));
  }

  /// Whether a fence is a drawing or a program of another kind: `check` would take lines of it for
  /// statements that it cannot read, and none of it for one that holds.
  boolean isPicture(String text) {
    int lines = 0;
    int unreadable = 0;
    int held = 0;
    boolean drawn = DRAWN.matcher(text).find();
    for (String line : text.split("\n", -1)) {
      if (!Numeral.anyDigit(line)) {
        continue;
      }
      List<Finding> findings = tried.line(line);
      boolean says = findings.isEmpty() || findings.stream().anyMatch(Standings::isFalse);
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

  /// The content of a fence, dressed.
  String fence(String text) {
    return new Dressing(Scan.code(text), true).result();
  }

  /// A comment of a listing, with its mark, dressed.
  ///
  /// @param subject an expression that its first number may be of
  String comment(String comment, Optional<String> subject) {
    if (tried.comment(comment.substring(1)).isEmpty()) {
      count(Outcome.CHECKED, Numeral.scan(comment, Notation.POINT).size());
      return comment;
    }
    return new Dressing(Scan.code(comment), true, subject).result();
  }

  private record Edit(int start, int end, String replacement) {}

  /// One text.
  private final class Dressing {
    private final Scan scan;
    private final boolean isFence;
    private final List<Equation> equations;
    private final Candidates candidates;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<Integer> settled = new HashSet<>();

    Dressing(Scan scan, boolean isFence) {
      this(scan, isFence, Optional.empty());
    }

    Dressing(Scan scan, boolean isFence, Optional<String> subject) {
      this.scan = scan;
      this.isFence = isFence;
      this.equations = Equation.all(scan, name -> used.test(name) || tried.knows(name));
      this.candidates = new Candidates(tried, scan, equations, before, subject);
      before = candidates.forNext();
    }

    String result() {
      if (!isFence) {
        notation();
      }
      spans();
      equations();
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
      return out.append(escaped(scan.text().substring(at))).toString();
    }

    /// What the lesson means literally and a chapter would take for a mark.
    private String escaped(String words) {
      if (isFence || words.indexOf('{') < 0) {
        return words;
      }
      return words.replace("{{", "\\{{").replace("]{", "]\\{");
    }

    /// Formulas that stay as they are, and have digits in their signs alone.
    private void notation() {
      for (int[] formula : Maths.notation(scan.text())) {
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < scan.tokens().size(); i++) {
          Token token = scan.tokens().get(i);
          if (token.is(Kind.NUMBER) && formula[0] <= token.start() && token.end() <= formula[1]) {
            inside.add(i);
          }
        }
        if (!inside.isEmpty()) {
          edits.add(around(formula[0], formula[1], "plain"));
          settled.addAll(inside);
          count(Outcome.PLAIN, inside.size());
        }
      }
    }

    // ---- code spans and lines of a fence, which verification reads as a whole

    private void spans() {
      int at = 0;
      while (at < scan.tokens().size()) {
        Token token = scan.tokens().get(at);
        int end = at + 1;
        if (token.zone() != Zone.PROSE) {
          while (end < scan.tokens().size() && scan.tokens().get(end).group() == token.group()) {
            end++;
          }
          span(at, end, token.zone());
        }
        at = end;
      }
    }

    private void span(int from, int to, Zone zone) {
      List<Integer> numbers = numbers(from, to);
      if (numbers.isEmpty()) {
        return;
      }
      int start = zone == Zone.FENCE ? lineStart(scan.tokens().get(from).start()) : opening(from);
      int end = zone == Zone.FENCE ? lineEnd(scan.tokens().get(to - 1).end()) : closing(to - 1);
      String content = scan.text().substring(start, end);
      List<Finding> findings = zone == Zone.FENCE ? tried.line(content) : tried.span(content);
      if (findings.isEmpty()) {
        numbers.forEach(settled::add);
        count(Outcome.CHECKED, numbers.size());
        return;
      }
      String uncalled = uncalled(content);
      if (!uncalled.equals(content)) {
        boolean holds =
            zone == Zone.FENCE ? tried.line(uncalled).isEmpty() : tried.span(uncalled).isEmpty();
        if (holds) {
          edits.add(new Edit(start, end, uncalled));
          numbers.forEach(settled::add);
          count(Outcome.CHECKED, numbers.size());
          return;
        }
      }
      if (tail(from, to, start, end, zone, numbers)) {
        return;
      }
      boolean isFalse = findings.stream().anyMatch(Standings::isFalse);
      if (zone == Zone.CODE && !isFalse && quotesCode(from, to, numbers, content)) {
        numbers.forEach(settled::add);
        return;
      }
      if (zone == Zone.CODE
          && isFalse
          && elsewhere(from, to, start, end, numbers)) {
        return;
      }
      boolean formula = !isFalse && isFormula(from, to);
      List<Edit> marks = new ArrayList<>();
      int checked = 0;
      int plain = 0;
      for (int number : numbers) {
        Optional<String> expression = isConstant(number) ? Optional.empty() : candidates.of(number);
        boolean isPlain =
            expression.isEmpty()
                && (formula || isConstant(number) || isPlain(number) || isAssumed(number));
        if (expression.isPresent() || isPlain) {
          Token token = scan.tokens().get(number);
          marks.add(mark(token, expression.map(it -> "= " + it).orElse("plain")));
          checked += expression.isPresent() ? 1 : 0;
          plain += isPlain ? 1 : 0;
        }
      }
      numbers.forEach(settled::add);
      if (marks.size() == numbers.size()) {
        edits.addAll(marks);
        count(Outcome.CHECKED, checked);
        count(Outcome.PLAIN, plain);
        return;
      }
      if (!isFalse && !marks.isEmpty()) {
        edits.addAll(marks);
        count(Outcome.CHECKED, checked);
        count(Outcome.PLAIN, plain);
        for (int number : numbers) {
          Token token = scan.tokens().get(number);
          if (marks.stream().noneMatch(it -> it.start() == token.start())) {
            leave(number);
          }
        }
        return;
      }
      long wrong = isFalse ? Math.min(findings.size(), numbers.size()) : numbers.size();
      count(Outcome.CHECKED, (int) (numbers.size() - wrong));
      for (int i = 0; i < wrong; i++) {
        leave(numbers.get(numbers.size() - 1 - i));
      }
    }

    /// `u = 3.002`, where `u` comes to that elsewhere, as by a nudge: the name is named, and the
    /// number bound to what it is of.
    private boolean elsewhere(int from, int to, int start, int end, List<Integer> numbers) {
      List<Equation> inside = inside(from, to);
      boolean plain =
          inside.size() == 1
              && inside.get(0).sides().size() == 2
              && inside.get(0).sides().get(0).form() == Form.NAME
              && inside.get(0).sides().get(1).form() == Form.NUMBER
              && numbers.size() == 1;
      Optional<String> expression = plain ? candidates.of(numbers.get(0)) : Optional.empty();
      if (expression.isEmpty()) {
        return false;
      }
      Token number = scan.tokens().get(numbers.get(0));
      Equation.Side name = inside.get(0).sides().get(0);
      edits.add(
          new Edit(
              start - 1,
              end + 1,
              "`"
                  + scan.text().substring(name.start(), name.end())
                  + "`"
                  + scan.text().substring(name.end(), number.start())
                  + "["
                  + scan.text().substring(number.start(), number.end())
                  + "]{= "
                  + expression.get()
                  + "}"));
      numbers.forEach(settled::add);
      count(Outcome.CHECKED, 1);
      return true;
    }

    /// `f(x, y)`, where `f` is a number of the program, is `f`.
    private String uncalled(String content) {
      return CALL.matcher(content)
          .replaceAll(
              it ->
                  Matcher.quoteReplacement(tried.isNumber(it.group(1)) ? it.group(1) : it.group()));
    }

    /// `w = w - 0.1 * g = 1.7`: without the name that becomes it, and without sides that the
    /// program does not have, the rest may hold.
    private boolean tail(int from, int to, int start, int end, Zone zone, List<Integer> numbers) {
      List<Equation> inside = inside(from, to);
      if (inside.size() != 1) {
        return false;
      }
      Equation equation = inside.get(0);
      boolean all =
          numbers.stream()
              .map(scan.tokens()::get)
              .allMatch(it -> equation.start() <= it.start() && it.end() <= equation.end());
      Optional<Equation> rest = all ? rest(equation) : Optional.empty();
      if (rest.isEmpty()) {
        return false;
      }
      String before = scan.text().substring(start, rest.get().start()).strip();
      String held = scan.text().substring(rest.get().start(), end).strip();
      List<Numeral> constants = Numeral.scan(before, Notation.POINT);
      boolean marks = zone == Zone.CODE && constants.stream().allMatch(Numeral::exact);
      if ((!constants.isEmpty() && !marks) || !tried.span(held).isEmpty()) {
        return false;
      }
      String name = before.replaceFirst("\\s*(?:=|≈|→)$", "");
      String written =
          zone == Zone.FENCE ? name + ":  " + held : marked(before, constants) + "` `" + held;
      if (zone == Zone.FENCE && !tried.line(written).isEmpty()) {
        return false;
      }
      edits.add(new Edit(start, end, written));
      numbers.forEach(settled::add);
      count(Outcome.CHECKED, numbers.size() - constants.size());
      count(Outcome.PLAIN, constants.size());
      return true;
    }

    /// A formula that the program does not have, its constants marked.
    private static String marked(String formula, List<Numeral> constants) {
      StringBuilder out = new StringBuilder();
      int at = 0;
      for (Numeral constant : constants) {
        out.append(formula, at, constant.start()).append('[').append(constant.text());
        out.append("]{plain}");
        at = constant.end();
      }
      return out.append(formula.substring(at)).toString();
    }

    /// The last sides of an equation: those after what is only named.
    private Optional<Equation> rest(Equation equation) {
      int drop = 0;
      while (drop < equation.sides().size() - 2 && isOnlyNamed(equation, drop)) {
        drop++;
      }
      return drop == 0
          ? Optional.empty()
          : Optional.of(
              new Equation(
                  equation.sides().subList(drop, equation.sides().size()),
                  equation.relations().subList(drop, equation.relations().size())));
    }

    private boolean isOnlyNamed(Equation equation, int index) {
      Equation.Side side = equation.sides().get(index);
      boolean becomes =
          index == 0
              && side.form() == Form.NAME
              && (equation.sides().get(1).names().contains(side.code())
                  || equation.relations().get(0).equals("←")
                  || goesOn(side, equation.sides().get(1)));
      boolean unknown =
          !side.names().isEmpty() && side.names().stream().anyMatch(it -> !tried.isNumber(it));
      return becomes || unknown || isRounded(equation, side);
    }

    /// `w = 0.8 - 0.1 * 2.1`, where `w` is 0.8 now: what it becomes.
    private boolean goesOn(Equation.Side name, Equation.Side update) {
      Token first = update.tokens().get(0);
      return update.form() == Form.ARITHMETIC
          && first.is(Kind.NUMBER)
          && update.tokens().size() > 2
          && update.tokens().get(1).code().matches("[+-]")
          && tried
              .numeral(scan.text().substring(first.start(), first.end()))
              .flatMap(Numeral::value)
              .flatMap(
                  said -> tried.quantity(name.code()).filter(it -> it.exact().compareTo(said) == 0))
              .isPresent();
    }

    /// Whether a side with names is next to what the equation comes to, and not the same to its
    /// digits: who computes by hand goes on with numbers that are rounded.
    private boolean isRounded(Equation equation, Equation.Side side) {
      Equation.Side last = equation.sides().getLast();
      if (side.names().isEmpty() || last.form() != Form.NUMBER) {
        return false;
      }
      Optional<Numeral> said =
          tried
              .numeral(scan.text().substring(last.start(), last.end()))
              .filter(it -> it.value().isPresent());
      return said.isPresent()
          && tried
              .quantity(side.code())
              .filter(it -> !Tried.agrees(said.get(), it))
              .filter(it -> isNext(it.exact(), said.get()))
              .isPresent();
    }

    private static boolean isNext(BigDecimal value, Numeral said) {
      BigDecimal apart = value.subtract(said.value().orElseThrow()).abs();
      return !said.exact() && apart.compareTo(said.unit().multiply(NEXT)) <= 0;
    }

    private List<Equation> inside(int from, int to) {
      return equations.stream()
          .filter(
              it ->
                  it.start() >= scan.tokens().get(from).start()
                      && it.end() <= scan.tokens().get(to - 1).end())
          .toList();
    }

    /// A piece of code that states nothing, such as `random.seed(1337)`: shown, not claimed.
    private boolean quotesCode(int from, int to, List<Integer> numbers, String content) {
      boolean relation =
          scan.tokens().subList(from, to).stream().anyMatch(it -> it.is(Kind.RELATION));
      boolean call = content.matches("(?s).*[A-Za-z_]\\w*[(\\[].*") || content.contains("\"");
      boolean formula = isFormula(from, to);
      int start = opening(from);
      int end = closing(to - 1);
      int ticks = 0;
      while (start - ticks > 0 && scan.text().charAt(start - ticks - 1) == '`') {
        ticks++;
      }
      if (numbers.size() == 1
          && scan.tokens().get(numbers.get(0)).end() - scan.tokens().get(numbers.get(0)).start()
              == content.strip().length()) {
        int number = numbers.get(0);
        Optional<String> expression = candidates.of(number);
        if (expression.isPresent()) {
          edits.add(around(start - ticks, end + ticks, "= " + expression.get()));
          count(Outcome.CHECKED, 1);
          return true;
        }
        return false;
      }
      boolean operators =
          scan.tokens().subList(from, to).stream().anyMatch(it -> it.is(Kind.OPERATOR));
      boolean names = scan.tokens().subList(from, to).stream().anyMatch(it -> it.is(Kind.NAME));
      if (formula || (!relation && names && (call || operators))) {
        edits.add(around(start - ticks, end + ticks, "plain"));
        count(Outcome.PLAIN, numbers.size());
        return true;
      }
      return false;
    }

    /// An equation of names that the program does not have, without a number that it comes to: the
    /// numbers in it belong to the formula.
    private boolean isFormula(int from, int to) {
      List<Equation> inside = inside(from, to);
      return !inside.isEmpty()
          && inside.stream()
              .allMatch(
                  it ->
                      it.sides().stream().noneMatch(side -> side.form() == Form.NUMBER)
                          && it.sides().stream()
                              .flatMap(side -> side.names().stream())
                              .anyMatch(name -> !tried.knows(name)));
    }

    private Edit around(int start, int end, String mark) {
      return new Edit(start, end, "[" + scan.text().substring(start, end) + "]{" + mark + "}");
    }

    private Edit mark(Token token, String mark) {
      return around(token.start(), token.end(), mark);
    }

    private List<Integer> numbers(int from, int to) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = from; i < to; i++) {
        if (scan.tokens().get(i).is(Kind.NUMBER)) {
          numbers.add(i);
        }
      }
      return numbers;
    }

    private int lineStart(int at) {
      return scan.text().lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
      int end = scan.text().indexOf('\n', at);
      return end < 0 ? scan.text().length() : end;
    }

    private int opening(int token) {
      return scan.text().lastIndexOf('`', scan.tokens().get(token).start()) + 1;
    }

    private int closing(int token) {
      int end = scan.text().indexOf('`', scan.tokens().get(token).end());
      return end < 0 ? scan.text().length() : end;
    }

    // ---- equations among words

    private void equations() {
      for (Equation equation : equations) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < scan.tokens().size(); i++) {
          Token token = scan.tokens().get(i);
          if (token.is(Kind.NUMBER)
              && token.zone() == Zone.PROSE
              && token.start() >= equation.start()
              && token.end() <= equation.end()
              && !settled.contains(i)) {
            numbers.add(i);
          }
        }
        if (numbers.isEmpty()) {
          continue;
        }
        if (equation.inOnePlace() && equation.zone() == Zone.PROSE) {
          prose(equation, numbers);
        }
      }
    }

    private void prose(Equation equation, List<Integer> numbers) {
      int end = equation.end();
      String raw = scan.text().substring(equation.start(), end);
      String around = "";
      String rest = "";
      for (String mark : List.of("**", "__")) {
        boolean opens = raw.split(Pattern.quote(mark), -1).length % 2 == 0;
        if (opens && raw.indexOf(" " + mark) >= 0 && scan.text().startsWith(mark, end)) {
          raw = raw.replace(mark, "");
          end += 2;
          around = mark;
        } else if (opens && raw.indexOf(" " + mark) >= 0) {
          raw = raw.replace(mark, "");
          while (end < scan.text().length() && scan.text().charAt(end) == ' ') {
            end++;
          }
          rest = " " + mark;
        }
      }
      long powers =
          equation.sides().stream()
              .flatMap(side -> side.tokens().stream())
              .filter(it -> it.code().equals("**") && it.end() - it.start() == 2)
              .count();
      boolean dressable =
          raw.indexOf('`') < 0
              && raw.indexOf('\n') < 0
              && raw.split("\\*\\*", -1).length - 1 == powers;
      String written =
          raw.indexOf('₀') < 0 && !raw.matches("(?s).*[₀-₉^–'σ].*") ? raw : plainCode(equation);
      List<Finding> findings = dressable ? tried.span(written) : List.of();
      if (dressable && !findings.isEmpty() && tried.span(plainCode(equation)).isEmpty()) {
        written = plainCode(equation);
        findings = List.of();
      }
      boolean states = dressable && !written.isBlank();
      Optional<Equation> held = states && findings.isEmpty() ? Optional.empty() : rest(equation);
      if (held.isPresent() && tail(equation, held.get(), numbers)) {
        return;
      }
      if (states && findings.isEmpty()) {
        edits.add(new Edit(equation.start(), end, around + "`" + written + "`" + around + rest));
        numbers.forEach(settled::add);
        count(Outcome.CHECKED, numbers.size());
        return;
      }
      List<Edit> marks = new ArrayList<>();
      int constants = 0;
      for (int number : numbers) {
        Token token = scan.tokens().get(number);
        if (Candidates.isConstant(equation, token)) {
          constants++;
          marks.add(mark(token, "plain"));
        } else {
          candidates.of(number).ifPresent(it -> marks.add(mark(token, "= " + it)));
        }
      }
      if (marks.size() == numbers.size()) {
        edits.addAll(marks);
        numbers.forEach(settled::add);
        count(Outcome.CHECKED, numbers.size() - constants);
        count(Outcome.PLAIN, constants);
        return;
      }
      if (defines(equation)) {
        edits.add(new Edit(equation.start(), end, "[`" + written + "`]{plain}"));
        numbers.forEach(settled::add);
        count(Outcome.PLAIN, numbers.size());
        return;
      }
      if (states && findings.stream().anyMatch(Standings::isFalse)) {
        edits.add(new Edit(equation.start(), end, around + "`" + written + "`" + around + rest));
        numbers.forEach(settled::add);
        count(Outcome.CHECKED, numbers.size() - 1);
        leave(numbers.getLast());
      }
    }

    /// `f(x) = 3x + 1`, of a function that the program has by that formula: its numbers are there.
    private boolean defines(Equation equation) {
      return equation.sides().size() == 2
          && Survey.signature(equation.sides().get(0)).isPresent()
          && Survey.subject(equation)
              .filter(tried::knows)
              .filter(it -> !tried.isNumber(it))
              .isPresent()
          && equation.sides().get(1).form() == Form.FORMULA;
    }

    private boolean tail(Equation equation, Equation rest, List<Integer> numbers) {
      String held = plainCode(rest);
      boolean all = numbers.stream().allMatch(it -> scan.tokens().get(it).start() >= rest.start());
      if (!all || !tried.span(held).isEmpty()) {
        return false;
      }
      edits.add(new Edit(rest.start(), equation.end(), "`" + held + "`"));
      numbers.forEach(settled::add);
      count(Outcome.CHECKED, numbers.size());
      return true;
    }

    private static String plainCode(Equation equation) {
      StringBuilder code = new StringBuilder(equation.sides().get(0).code());
      for (int i = 0; i < equation.relations().size(); i++) {
        code.append(' ')
            .append(equation.relations().get(i))
            .append(' ')
            .append(equation.sides().get(i + 1).code());
      }
      return code.toString();
    }

    // ---- numbers by themselves

    private void alone(int index) {
      Token token = scan.tokens().get(index);
      Optional<String> expression = candidates.of(index);
      if (expression.isPresent()) {
        edits.add(mark(token, "= " + expression.get()));
        count(Outcome.CHECKED, 1);
        return;
      }
      if (isPlain(index)) {
        edits.add(mark(token, "plain"));
        count(Outcome.PLAIN, 1);
        return;
      }
      Optional<Numeral> numeral = tried.numeral(scan.text().substring(token.start(), token.end()));
      Optional<String> subject = numeral.flatMap(it -> candidates.subject(it, token));
      subject.ifPresent(it -> edits.add(mark(token, "= " + it)));
      leave(index);
    }

    /// A number that belongs to a formula: the `1` of `1 - a`, written out or with numbers for
    /// names.
    private boolean isConstant(int index) {
      Token token = scan.tokens().get(index);
      for (Equation equation : equations) {
        for (Equation.Side side : equation.sides()) {
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
    private boolean isAssumed(int index) {
      Token token = scan.tokens().get(index);
      return equations.stream()
          .filter(Plot::conditional)
          .filter(it -> it.sides().size() > 2)
          .anyMatch(
              it ->
                  it.sides().get(1).start() <= token.start()
                      && token.end() <= it.sides().get(1).end());
    }

    private boolean isPlain(int index) {
      return suggestion(index).filter("plain"::equals).isPresent();
    }

    private Optional<String> suggestion(int index) {
      Token token = scan.tokens().get(index);
      Optional<BigDecimal> value =
          tried.numeral(scan.text().substring(token.start(), token.end())).flatMap(Numeral::value);
      return Structure.suggestion(scan, index, value);
    }

    private void leave(int index) {
      Token token = scan.tokens().get(index);
      int from = Math.max(0, token.start() - 30);
      int to = Math.min(scan.text().length(), token.end() + 20);
      String context = scan.text().substring(from, to).replaceAll("\\s+", " ").strip();
      count(Outcome.OPEN, 1);
      open.add(
          new Report.Open(
              scan.text().substring(token.start(), token.end()),
              context,
              suggestion(index).orElse("a binding, or plain")));
    }
  }

  private static boolean isFalse(Finding finding) {
    return finding.code() == VerifyCode.FALSE_NUMBER
        || finding.code() == VerifyCode.FALSE_STATEMENT;
  }
}
