package dev.perilla.site.importer.standing;

import dev.perilla.chapter.source.Finding;
import dev.perilla.site.importer.plot.Survey;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Equations among words: one that holds becomes a code span, which is checked as written.
record Sentences(Dressing text) {
  private static final Pattern CALL = Pattern.compile("(?U)[\\p{L}_]\\w*\\(-?[\\d.]+\\)");

  void all() {
    for (Equation equation : text.equations) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < text.scan.tokens().size(); i++) {
        Token token = text.scan.tokens().get(i);
        if (token.is(Kind.NUMBER)
            && token.zone() == Zone.PROSE
            && token.start() >= equation.start()
            && token.end() <= equation.end()
            && !text.isSettled(i)) {
          numbers.add(i);
        }
      }
      if (numbers.isEmpty()) {
        continue;
      }
      if (equation.inOnePlace() && equation.zone() == Zone.PROSE) {
        prose(equation, numbers);
      } else if (!equation.inOnePlace()) {
        mixed(equation, numbers);
      }
    }
  }

  /// `w.grad` in a span, then `= x * 0.5 = 1.0` in words: one statement, if it holds as one.
  private void mixed(Equation equation, List<Integer> numbers) {
    String all = text.scan.text();
    int start = equation.start();
    int end = equation.end();
    start -= start > 0 && all.charAt(start - 1) == '`' ? 1 : 0;
    end += end < all.length() && all.charAt(end) == '`' ? 1 : 0;
    String raw = all.substring(start, end);
    String written = raw.replace("`", "");
    boolean named =
        equation.sides().stream()
            .flatMap(it -> it.tokens().stream())
            .allMatch(
                it -> it.zone() != Zone.FENCE && (it.zone() == Zone.PROSE || !it.is(Kind.NUMBER)));
    boolean whole = raw.chars().filter(it -> it == '`').count() % 2 == 0 && raw.indexOf("``") < 0;
    if (named && whole && raw.indexOf('\n') < 0 && text.tried.span(written).isEmpty()) {
      text.replace(start, end, "`" + written + "`");
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size());
    }
  }

  private void prose(Equation equation, List<Integer> numbers) {
    int start = equation.start();
    int end = equation.end();
    String raw = text.scan.text().substring(equation.start(), end);
    String around = "";
    String rest = "";
    for (String mark : List.of("**", "__")) {
      boolean opens = raw.split(Pattern.quote(mark), -1).length % 2 == 0;
      if (opens && raw.indexOf(" " + mark) >= 0 && text.scan.text().startsWith(mark, end)) {
        raw = raw.replace(mark, "");
        end += 2;
        around = mark;
      } else if (opens && raw.indexOf(" " + mark) >= 0) {
        raw = raw.replace(mark, "");
        while (end < text.scan.text().length() && text.scan.text().charAt(end) == ' ') {
          end++;
        }
        rest = " " + mark;
      }
    }
    for (String mark : List.of("**", "__")) { // `**dL/da** = 2 * 3`
      boolean closes = raw.split(Pattern.quote(mark), -1).length == 2;
      if (closes && text.scan.text().startsWith(mark, equation.start() - 2)) {
        raw = raw.replace(mark, "");
        start -= 2;
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
        raw.indexOf('₀') < 0 && !raw.matches("(?s).*[₀-₉^–'σ].*") ? raw : equation.code();
    List<Finding> findings = dressable ? text.tried.span(written) : List.of();
    if (dressable && !findings.isEmpty() && text.tried.span(equation.code()).isEmpty()) {
      written = equation.code();
      findings = List.of();
    }
    boolean states = dressable && !written.isBlank();
    Optional<Equation> held =
        states && findings.isEmpty() ? Optional.empty() : text.rest.of(equation);
    if (held.isPresent() && tail(equation, held.get(), numbers)) {
      return;
    }
    if (states && findings.isEmpty()) {
      text.replace(start, end, around + "`" + written + "`" + around + rest);
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size());
      return;
    }
    boolean isFalse = states && findings.stream().anyMatch(Dressing::isFalse);
    if ((isFalse || held.isPresent())
        && around.isEmpty()
        && start == equation.start()
        && text.rounded(equation, "", start, end, numbers)) {
      return;
    }
    boolean refused = states && !findings.isEmpty() && start == equation.start();
    if (refused && text.undecided(equation, start, end, numbers)) {
      return;
    }
    if ((isFalse || equation.isRange()) && text.magnitude(equation, start, end, numbers)) {
      return;
    }
    Map<Integer, String> marks = new LinkedHashMap<>();
    int constants = 0;
    for (int number : numbers) {
      Token token = text.scan.tokens().get(number);
      if (Candidates.isConstant(equation, token)) {
        constants++;
        marks.put(number, "plain");
      } else {
        Optional<String> expression = text.candidates.of(number);
        expression.ifPresent(it -> marks.put(number, "= " + it));
        if (expression.isEmpty() && text.isAssumed(number)) {
          constants++;
          marks.put(number, "plain");
        }
      }
    }
    if (marks.size() == numbers.size()) {
      marks.forEach(text::mark);
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size() - constants);
      text.count(Outcome.PLAIN, constants);
      return;
    }
    if (defines(equation)) {
      text.replace(start, end, "[`" + written + "`]{plain}");
      text.settle(numbers);
      text.count(Outcome.PLAIN, numbers.size());
      return;
    }
    if (isFalse && !text.candidates.states().mayBeAnother(equation)) {
      text.replace(start, end, around + "`" + written + "`" + around + rest);
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size() - 1);
      text.leave(numbers.getLast());
    }
  }

  /// `f(x) = 3x + 1`, of a function that the program has by that formula: its numbers are there.
  private boolean defines(Equation equation) {
    return equation.sides().size() == 2
        && Survey.signature(equation.sides().get(0)).isPresent()
        && Survey.subject(equation)
            .filter(text.tried::knows)
            .filter(it -> !text.tried.isNumber(it))
            .isPresent()
        && equation.sides().get(1).form() == Form.FORMULA;
  }

  private static boolean isSaidIn(Equation rest, Token token) {
    return rest.sides().stream()
        .flatMap(it -> it.tokens().stream())
        .anyMatch(it -> it.code().equals(token.code()));
  }

  /// Whether an equation begins with a call of the program's function, and comes to another number:
  /// `f(6) = 25 - 20 + 7 = 12`, which `f(5)` is.
  private boolean isElse(Equation equation) {
    Side call = equation.sides().getFirst();
    Side last = equation.sides().getLast();
    String words = text.scan.text().substring(last.start(), last.end());
    return CALL.matcher(call.code()).matches()
        && text.tried.quantity(call.code()).isPresent()
        && !text.isAbout(words, call.code());
  }

  private boolean tail(Equation equation, Equation rest, List<Integer> numbers) {
    String held = rest.code();
    List<Integer> named = // `f(1, 2) = 1 + 4 = 5`
        numbers.stream().filter(it -> text.scan.tokens().get(it).start() < rest.start()).toList();
    boolean constants = // counts, or what is put in below
        named.stream()
            .map(text.scan.tokens()::get)
            .allMatch(it -> it.code().matches("-?\\d+") || isSaidIn(rest, it));
    if (!constants || !text.tried.span(held).isEmpty() || isElse(equation)) {
      return false;
    }
    named.forEach(it -> text.mark(it, "plain"));
    String all = text.scan.text();
    int end = equation.end();
    for (String mark : List.of("**", "__")) { // `= 23 / 4 = **5.75**`
      boolean opens = all.substring(rest.start(), end).split(Pattern.quote(mark), -1).length == 2;
      end += opens && rest.code().indexOf(mark) < 0 && all.startsWith(mark, end) ? 2 : 0;
    }
    text.replace(rest.start(), end, "`" + held + "`");
    text.settle(numbers);
    text.count(Outcome.PLAIN, named.size());
    text.count(Outcome.CHECKED, numbers.size() - named.size());
    return true;
  }
}
