package dev.perilla.site.importer.standing;

import dev.perilla.chapter.source.Finding;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.VerifyCode;
import dev.perilla.site.importer.words.Chains;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Code spans and lines of a fence, which verification reads as a whole: what holds stays as it is;
/// what does not may hold in part, or its numbers may be bound one by one.
///
/// It is long because a span that does not hold as it is may hold in a dozen ways, each tried after
/// the other on the same tokens.
record Spans(Dressing text) {
  private static final double NOISE = 1e-9;
  private static final Pattern CALL =
      Pattern.compile(
          "(?U)\\b([\\p{L}_]\\w*)\\(\\s*[\\p{L}_]\\w*(?:\\s*,\\s*[\\p{L}_]\\w*)*\\s*\\)");

  private static final Pattern SHORT =
      Pattern.compile("(?s)(.*[^=<>!\\s]\\s*)=(\\s*[-−]?0?[.]0*[1-9]\\s*)$");
  private static final Pattern LISTED =
      Pattern.compile("(\\s*(?:[^=≈]*:)?)([^:]*?)\\s*[=≈]\\s*(\\[[-−\\d., \\[\\]]*\\])\\s*");
  private static final Pattern LIST =
      Pattern.compile("\\s*([^=≈\\[\\]]*[^=≈\\[\\]\\s])\\s*[=≈]\\s*(\\[.*\\])\\s*");
  private static final Pattern STATED =
      Pattern.compile(
          "(?U)(?<![\\w.\\])/])([\\p{L}_]\\w*[¹²³⁰-⁹ᵀ]?)\\s*[=≈]\\s*(\\[[-−\\d.,"
              + " \\[\\]]*\\]|[-−]?\\d+(?:\\.\\d+)?|[-−(\\d][-−+*/·×().\\d"
              + " ]*)(?=\\s*(?:[,;]|$|\\s{2}))");

  private static final Pattern DOTTED =
      Pattern.compile("(?<![\\w.,])[1-9]\\d{0,2}(?:\\.\\d{3})+(?![\\w.])");
  private static final Pattern SEPARATED = Pattern.compile("(.*?)(\\s*[,;]\\s*)");

  void all() {
    int at = 0;
    while (at < text.scan.tokens().size()) {
      Token token = text.scan.tokens().get(at);
      int end = at + 1;
      if (token.zone() != Zone.PROSE) {
        while (end < text.scan.tokens().size()
            && text.scan.tokens().get(end).group() == token.group()) {
          end++;
        }
        span(at, end, token.zone());
      }
      at = end;
    }
  }

  private void span(int first, int to, Zone zone) {
    boolean flows = isFlow(first, to);
    int from = flows ? first + 2 : first;
    List<Integer> numbers = numbers(from, to);
    if (flows) {
      text.around(
          text.scan.tokens().get(first).start(), text.scan.tokens().get(first + 1).end(), "plain");
    } else if (numbers.isEmpty() && !isAnotherFormula(from, to, zone)) {
      flow(from, to, zone);
    }
    if (numbers.stream().allMatch(text::isSettled)) {
      return;
    }
    int start =
        flows
            ? text.scan.tokens().get(from).start()
            : zone == Zone.FENCE ? lineStart(text.scan.tokens().get(from).start()) : opening(from);
    int end = zone == Zone.FENCE ? lineEnd(text.scan.tokens().get(to - 1).end()) : closing(to - 1);
    String content = text.scan.text().substring(start, end);
    boolean alone = zone == Zone.CODE && to - from == 1 && numbers.size() == 1;
    if (alone && text.candidates.of(numbers.getFirst()).isEmpty()) {
      return; // what stands beside it may say what it is
    }
    List<Finding> findings =
        zone == Zone.FENCE ? text.tried.line(content) : text.tried.span(content);
    if (findings.isEmpty()) {
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size());
      return;
    }
    for (String other :
        List.of(uncalled(content), about(content), ungrouped(content), undotted(content))) {
      boolean holds =
          !other.equals(content)
              && (zone == Zone.FENCE
                  ? text.tried.line(other).isEmpty()
                  : text.tried.span(other).isEmpty());
      if (holds) {
        text.replace(start, end, other);
        text.settle(numbers);
        text.count(Outcome.CHECKED, numbers.size());
        return;
      }
    }
    if (zone == Zone.CODE && multiplied(from, to, start, end, numbers)) {
      return;
    }
    if (tail(from, to, start, end, zone, numbers)) {
      return;
    }
    boolean isFalse = findings.stream().anyMatch(Dressing::isFalse);
    if (zone == Zone.CODE && !isFalse && quotesCode(from, to, numbers, content)) {
      text.settle(numbers);
      return;
    }
    if (rounded(from, to, start, end, zone, numbers)
        || undecided(from, to, start, end, zone, numbers)) {
      return;
    }
    if (!isFalse && apart(from, to, start, end, zone, numbers)) {
      return;
    }
    if (isFalse && nearList(start, end, zone, numbers)) {
      return;
    }
    if (isFalse && inHalves(from, to, zone, numbers)) {
      return;
    }
    if (zone == Zone.CODE && elsewhere(from, to, start, end, numbers, isFalse)) {
      return;
    }
    if (isWrong(from, to, start, end, zone, numbers)) {
      return;
    }
    if (zone == Zone.CODE && isFalse && another(from, to, start, end, numbers)) {
      return;
    }
    if (zone == Zone.FENCE && isFalse && otherThings(from, to, start, end, numbers)) {
      return;
    }
    boolean formula = !isFalse && isFormula(from, to);
    Map<Integer, String> marks = new LinkedHashMap<>();
    int checked = 0;
    int plain = 0;
    for (int number : numbers) {
      Optional<String> expression =
          text.isConstant(number) ? Optional.empty() : text.candidates.of(number);
      boolean isPlain =
          expression.isEmpty()
              && (formula
                  || text.isConstant(number)
                  || text.isPlain(number)
                  || text.isAssumed(number));
      if (expression.isPresent() || isPlain) {
        marks.put(number, expression.map(it -> "= " + it).orElse("plain"));
        checked += expression.isPresent() ? 1 : 0;
        plain += isPlain ? 1 : 0;
      }
    }
    text.settle(numbers);
    if (marks.size() == numbers.size()) {
      boolean words = zone == Zone.CODE && isFalse && content.matches("[^*_`<\\[\\n]*");
      if (words) { // `a = 2`, where `a` is an object whose `data` is 2: no statement, but so
        text.replace(start - 1, start, "");
        text.replace(end, end + 1, "");
      }
      marks.forEach(text::mark);
      text.count(Outcome.CHECKED, checked);
      text.count(Outcome.PLAIN, plain);
      return;
    }
    if (!isFalse && !marks.isEmpty()) {
      marks.forEach(text::mark);
      text.count(Outcome.CHECKED, checked);
      text.count(Outcome.PLAIN, plain);
      numbers.stream().filter(it -> !marks.containsKey(it)).forEach(text::leave);
      return;
    }
    long wrong = isFalse ? Math.min(findings.size(), numbers.size()) : numbers.size();
    text.count(Outcome.CHECKED, (int) (numbers.size() - wrong));
    for (int i = 0; i < wrong; i++) {
      text.leave(numbers.get(numbers.size() - 1 - i));
    }
  }

  /// `a = f(z)`, a formula by which the program does not have its name, of another exercise or part
  /// as a rule, or that cannot be evaluated: nothing is claimed of numbers.
  private boolean isAnotherFormula(int from, int to, Zone zone) {
    int start = text.scan.tokens().get(from).start();
    int end = text.scan.tokens().get(to - 1).end();
    String content = text.scan.text().substring(start, end);
    boolean fence = zone == Zone.FENCE;
    boolean isAnother =
        (fence ? text.tried.line(content) : text.tried.span(content))
            .stream()
                .anyMatch(it -> Dressing.isFalse(it) || it.code() == VerifyCode.CANNOT_EVALUATE);
    if (isAnother) {
      text.around(fence ? start : opening(from) - 1, fence ? end : closing(to - 1) + 1, "plain");
    }
    return isAnother;
  }

  /// Whether `h → y = h²` stands there: what goes in, then a statement.
  private boolean isFlow(int from, int to) {
    List<Token> tokens = text.scan.tokens().subList(from, to);
    return tokens.size() > 4
        && tokens.get(0).is(Kind.NAME)
        && tokens.get(1).is(Kind.RELATION)
        && tokens.get(1).code().equals("→")
        && tokens.get(2).is(Kind.NAME)
        && tokens.get(3).is(Kind.RELATION)
        && !tokens.get(3).code().equals("→");
  }

  /// `e → d`, the way of a gradient: names and arrows, of numbers that are not the same.
  private void flow(int from, int to, Zone zone) {
    List<Token> tokens = text.scan.tokens().subList(from, to);
    boolean arrows =
        tokens.size() > 2
            && tokens.stream()
                .allMatch(it -> it.is(Kind.NAME) || (it.is(Kind.RELATION) && it.code().equals("→")))
            && tokens.stream().anyMatch(it -> it.is(Kind.RELATION));
    if (!arrows) {
      return;
    }
    int start = tokens.get(0).start();
    int end = tokens.getLast().end();
    if (zone == Zone.CODE && !text.tried.span(text.scan.text().substring(start, end)).isEmpty()) {
      text.around(opening(from) - 1, closing(to - 1) + 1, "plain");
    } else if (zone == Zone.FENCE
        && !text.tried.line(text.scan.text().substring(start, end)).isEmpty()) {
      text.around(start, end, "plain");
    }
  }

  /// `a(1 - a) = 0.2475`, which is a product and reads as a call.
  private boolean multiplied(int from, int to, int start, int end, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    if (inside.size() != 1 || !Equation.isWhole(inside.get(0), text.scan.text(), start, end)) {
      return false;
    }
    String code = inside.get(0).code();
    boolean other =
        !code.replace(" ", "").equals(text.scan.text().substring(start, end).replace(" ", ""));
    if (!other || !text.tried.span(code).isEmpty()) {
      return false;
    }
    text.replace(start, end, code);
    text.settle(numbers);
    text.count(Outcome.CHECKED, numbers.size());
    return true;
  }

  /// An equation that holds with the exact numbers behind its rounded ones, and is all that stands
  /// there.
  private boolean rounded(int from, int to, int start, int end, Zone zone, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    if (inside.size() != 1) {
      return false;
    }
    Equation equation = inside.get(0);
    String around =
        text.scan.text().substring(start, equation.start())
            + text.scan.text().substring(equation.end(), end);
    boolean span = zone == Zone.CODE && around.isBlank();
    boolean line = zone == Zone.FENCE && Numeral.scan(around, Notation.POINT).isEmpty();
    if (!span) {
      return line && text.rounded(equation, "", equation.start(), equation.end(), numbers);
    }
    return text.rounded(equation, "", start - 1, end + 1, numbers)
        || text.rest
            .of(equation)
            .filter(it -> !Numeral.anyDigit(text.scan.text().substring(start, it.start())))
            .filter(it -> text.rounded(it, named(start, it.start()), start - 1, end + 1, numbers))
            .isPresent();
  }

  /// An equation of rounded numbers, which may be right, and is all that has numbers there.
  private boolean undecided(
      int from, int to, int start, int end, Zone zone, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    boolean alone =
        inside.size() == 1
            && numbers.stream().allMatch(it -> inside.get(0).covers(text.scan.tokens().get(it)));
    if (!alone) {
      return false;
    }
    Equation equation = inside.get(0);
    boolean fence = zone == Zone.FENCE;
    String before = text.scan.text().substring(start, equation.start());
    boolean whole = fence || (before.isBlank() && equation.end() == end);
    return whole
        && text.undecided(
            equation,
            fence ? equation.start() : start - 1,
            fence ? equation.end() : end + 1,
            numbers);
  }

  /// What becomes something, and the sign behind it.
  private String named(int start, int end) {
    String before = text.scan.text().substring(start, end).strip();
    String name = before.replaceFirst("\\s*(?:[:=]?=|≈|→|←)$", "");
    return code(name) + " " + before.substring(name.length()).strip() + " ";
  }

  /// `[0.62 * 0.5, 0.31 * 0.2] = [0.31, 0.063]`, where an item is off by no more than the numbers
  /// are rounded that it is computed with: what holds is bound, and nothing is claimed of the rest.
  private boolean nearList(int start, int end, Zone zone, List<Integer> numbers) {
    Matcher stated = LISTED.matcher(text.scan.text().substring(start, end));
    if (!stated.matches()) {
      return false;
    }
    String list = stated.group(2).substring(stated.group(2).lastIndexOf('=') + 1).strip();
    String first = stated.group(2).replaceFirst("(?s)=.*", "").strip();
    int items = start + stated.start(3);
    Map<Integer, String> marks = new LinkedHashMap<>();
    List<Integer> open = new ArrayList<>();
    boolean areKnown = true; // the rounded numbers that are computed with
    for (int number : numbers) {
      Token token = text.scan.tokens().get(number);
      String words = text.scan.text().substring(token.start(), token.end());
      if (token.start() < items) {
        Optional<String> known =
            words.contains(".") ? text.candidates.of(number) : Optional.empty();
        areKnown &= known.isPresent() || !words.contains(".");
        marks.put(number, known.map(it -> "= " + it).orElse("plain"));
        continue;
      }
      String before = text.scan.text().substring(items, token.start());
      String expression = item(list, before);
      String exact = item("(" + first + ")", before);
      if (text.tried.holds(words, expression)) {
        marks.put(number, "= " + expression);
      } else if (text.tried.numeral(words).filter(it -> text.isNear(it, expression)).isEmpty()) {
        return false;
      } else if (areKnown && text.tried.holds(words, exact)) {
        marks.put(number, "= " + exact);
      } else {
        open.add(number);
      }
    }
    if (open.isEmpty() && list.equals(first)) {
      return false;
    }
    int relation = start + stated.end(2);
    boolean fence = zone == Zone.FENCE;
    text.replace(
        relation,
        items,
        fence
            ? ":  "
            : "` " + stated.group(0).substring(stated.end(2), stated.start(3)).strip() + " ");
    if (!fence) {
      text.replace(end, end + 1, "");
    }
    marks.forEach(text::mark);
    text.settle(numbers);
    int plain = (int) marks.values().stream().filter("plain"::equals).count();
    text.count(Outcome.PLAIN, plain);
    text.count(Outcome.CHECKED, marks.size() - plain);
    open.forEach(text::leave);
    return true;
  }

  /// The item of a list that is the counterpart of one of a literal, of which what stands before it
  /// is given.
  private static String item(String list, String before) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '[') {
        places.add(0);
      } else if (c == ']') {
        places.removeLast();
      } else if (c == ',') {
        places.set(places.size() - 1, places.getLast() + 1);
      }
    }
    String code = list;
    for (int place : places) {
      List<String> items = items(code);
      code = place < items.size() ? items.get(place) : "(" + code + ")[" + place + "]";
    }
    return code;
  }

  /// The items of a list literal; none of other code.
  private static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int from = 1;
    for (int i = 0; i < list.length() && list.startsWith("["); i++) {
      char c = list.charAt(i);
      boolean ends = depth == 1 && (c == ',' || c == ']');
      depth += "[(".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      if (ends) {
        items.add(list.substring(from, i).strip());
        from = i + 1;
      }
    }
    return depth == 0 && from == list.length() ? items : List.of();
  }

  /// `u = 3.002`, where `u` comes to that elsewhere, as by a nudge, or `dL/dd = -2` of objects of a
  /// class of the lesson: the name is named, and the number bound to what it is of.
  private boolean elsewhere(
      int from, int to, int start, int end, List<Integer> numbers, boolean isFalse) {
    List<Equation> inside = inside(from, to);
    boolean plain =
        inside.size() == 1
            && inside.get(0).sides().size() >= 2
            && inside.get(0).sides().getLast().form() == Form.NUMBER
            && numbers.size() == 1;
    if (!plain) {
      return false;
    }
    List<Equation.Side> sides = inside.get(0).sides();
    Optional<String> expression =
        !isFalse
            ? held(sides.get(0).code(), numbers.get(0))
            : sides.size() == 2 && Equation.isNamed(sides.get(0))
                ? text.candidates.of(numbers.get(0))
                : Optional.empty();
    if (expression.isEmpty()) {
      return false;
    }
    Token number = text.scan.tokens().get(numbers.get(0));
    int named = sides.get(sides.size() - 2).end();
    text.replace(
        start - 1,
        end + 1,
        code(text.scan.text().substring(sides.get(0).start(), named))
            + text.scan.text().substring(named, number.start())
            + "["
            + text.scan.text().substring(number.start(), number.end())
            + "]{= "
            + expression.get()
            + "}");
    text.settle(numbers);
    text.count(Outcome.CHECKED, 1);
    return true;
  }

  /// Whether a number with a fraction is one of the program, or one that the lesson came to.
  private boolean isKnown(int number, int place) {
    Token token = text.scan.tokens().get(number);
    return token.code().indexOf('.') < 0
        || text.candidates.of(number).isPresent()
        || text.candidates.rounded().onTheWay().isSaid(token, place);
  }

  /// `w = 1.7 - 0.3` and then `w = 1.4`, where `w` is something else in the program: what it
  /// becomes.
  private boolean inHalves(int from, int to, Zone zone, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    Optional<Equation.Side> other =
        inside.size() == 1
            ? text.candidates.states().otherHalf(inside.get(0))
            : Optional.<Equation.Side>empty();
    if (other.isEmpty()) {
      return false;
    }
    Equation.Side name = inside.get(0).sides().get(0);
    Equation.Side said = inside.get(0).sides().get(1);
    boolean sure = // no digit is lost when the result is rounded
        said.form() == Form.NUMBER
            || numbers.stream().allMatch(it -> isKnown(it, said.start()))
            || text.tried
                .quantity(said.code() + " - (" + other.get().code() + ")")
                .filter(it -> Math.abs(it.exact().doubleValue()) < NOISE)
                .isPresent();
    if (!sure) {
      return false;
    }
    boolean code = zone == Zone.CODE;
    String relation = inside.get(0).relations().get(0);
    boolean number = said.form() == Form.NUMBER;
    int relates = name.end();
    text.replace(relates, said.start(), code ? "` " + relation + (number ? " " : " `") : ": ");
    if (number) {
      text.mark(numbers.getLast(), "= " + other.get().code());
      if (code) {
        text.replace(said.end(), said.end() + 1, "");
      }
      text.settle(numbers);
      text.count(Outcome.CHECKED, numbers.size());
    } else {
      numbers.forEach(it -> text.operand(it, Optional.empty()));
    }
    return true;
  }

  /// The gradient that an object of the lesson's own class holds, where the backward pass began at
  /// what is derived; else in the measure of what that holds, by the chain rule.
  private Optional<String> held(String derivative, int number) {
    Token token = text.scan.tokens().get(number);
    String words = text.scan.text().substring(token.start(), token.end());
    return Derivative.is(derivative)
        ? Derivative.all(derivative).stream()
            .filter(it -> text.tried.knows(it.output()) && text.tried.knows(it.name()))
            .map(
                it ->
                    text.tried.holds("1", it.output() + ".grad")
                        ? it.name() + ".grad"
                        : it.name() + ".grad / " + it.output() + ".grad")
            .filter(it -> text.tried.holds(words, it))
            .findFirst()
        : Optional.empty();
  }

  /// A span of code, which claims nothing where it cannot be evaluated.
  private String code(String content) {
    String span = "`" + content + "`";
    return text.tried.span(content).isEmpty() ? span : "[" + span + "]{plain}";
  }

  /// `w = 0.6`, where `w` is another number now and may well be: words, in which nothing is claimed
  /// of `w` as it is.
  private boolean another(int from, int to, int start, int end, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    if (inside.size() == 1 && text.magnitude(inside.get(0), start - 1, end + 1, numbers)) {
      return true;
    }
    Matcher list = LIST.matcher(text.scan.text().substring(start, end));
    boolean otherShape = list.matches() && isOtherList(list.group(1), list.group(2));
    boolean computed = // `k = -1/2`
        inside.size() == 1 && inside.get(0).sides().getLast().form() == Form.ARITHMETIC;
    boolean one = computed || (inside.size() == 1 && numbers.size() == 1);
    boolean other =
        inside.size() == 1
            && (computed || !numbers.stream().allMatch(text::isConstant))
            && text.candidates.states().mayBeAnother(inside.get(0))
            && text.candidates.of(numbers.getLast()).isEmpty();
    if (!otherShape && other && !one) {
      return anotherFormula(inside.get(0), start, end, numbers);
    }
    if (!otherShape && !other) {
      return false;
    }
    if (one && text.isAssumed(numbers.get(0))) {
      text.around(start - 1, end + 1, "plain");
      text.settle(numbers);
      text.count(Outcome.PLAIN, numbers.size());
      return true;
    }
    text.replace(start - 1, end + 1, text.scan.text().substring(start, end));
    text.settle(numbers);
    numbers.forEach(text::leave);
    return true;
  }

  /// The same of a formula with constants: it stays, marked, and the number is left beside it.
  private boolean anotherFormula(Equation equation, int start, int end, List<Integer> numbers) {
    Equation.Side last = equation.sides().getLast();
    String formula = text.scan.text().substring(start, last.start()).stripTrailing();
    String name = formula.replaceFirst("\\s*(?:[:=]?=|≈|→|←)$", "");
    List<Numeral> constants = Numeral.scan(name, Notation.POINT);
    if (last.form() != Form.NUMBER || constants.size() != numbers.size() - 1) {
      return false;
    }
    String relation = formula.substring(name.length()).strip();
    String number = text.scan.text().substring(last.start(), end);
    text.replace(start, end, marked(name, constants) + "` " + relation + " " + number.strip());
    text.replace(end, end + 1, "");
    text.settle(numbers);
    text.count(Outcome.PLAIN, constants.size());
    text.leave(numbers.getLast());
    return true;
  }

  /// A line of a fence in which names stand for something that is no list, or a list of another
  /// length, than they do in the program, or that may be so in another state: nothing is claimed of
  /// what the program has.
  private boolean otherThings(int from, int to, int start, int end, List<Integer> numbers) {
    String line = text.scan.text().substring(start, end);
    Set<String> others =
        inside(from, to).stream()
            .filter(this::isOfAnother)
            .map(it -> it.sides().get(0).code())
            .collect(Collectors.toSet());
    List<int[]> relations = new ArrayList<>();
    StringBuilder written = new StringBuilder();
    Matcher stated = STATED.matcher(line);
    int at = 0;
    while (stated.find()) {
      if (others.contains(stated.group(1)) || isOtherThing(stated.group(1), stated.group(2))) {
        relations.add(new int[] {start + stated.end(1), start + stated.start(2)});
        written.append(line, at, stated.end(1)).append(": ");
        at = stated.start(2);
      }
    }
    written.append(line.substring(at));
    if (relations.isEmpty()
        || text.tried.line(written.toString()).stream().anyMatch(Dressing::isFalse)) {
      return false;
    }
    relations.forEach(it -> text.replace(it[0], it[1], ": "));
    text.settle(numbers);
    String first = text.scan.tokens().get(from).code();
    for (int number : numbers) {
      Optional<String> expression =
          text.candidates.of(number).or(() -> attribute(first, text.scan.tokens().get(number)));
      if (expression.isPresent()) {
        text.mark(number, "= " + expression.get());
        text.count(Outcome.CHECKED, 1);
      } else if (text.isPlain(number)) {
        text.mark(number, "plain");
        text.count(Outcome.PLAIN, 1);
      } else {
        text.leave(number);
      }
    }
    return true;
  }

  /// What an object of the lesson's own classes keeps its number as.
  private Optional<String> attribute(String object, Token number) {
    String words = text.scan.text().substring(number.start(), number.end());
    return List.of("value", "data", "val", "v").stream()
        .map(it -> object + "." + it)
        .filter(it -> text.tried.knows(object) && text.tried.holds(words, it))
        .findFirst();
  }

  /// Whether a list is said of what is a number, a list of another length, or of other numbers.
  private boolean isOtherList(String of, String literal) {
    int size = Numeral.scan(literal, Notation.POINT).size();
    return text.tried.quantity(uncalled(of)).isPresent()
        || States.isUnconnected(text.tried, of.replace('∂', 'd'))
        || (text.tried.knows(of) && text.tried.lists().getOrDefault(of, -1) != size)
        || (text.tried.lists().containsKey(of) && isOtherThing(of, literal));
  }

  private boolean isOtherThing(String name, String literal) {
    List<Numeral> said = Numeral.scan(literal, Notation.POINT);
    boolean list = text.tried.lists().getOrDefault(name, -1) == said.size();
    long right =
        list
            ? IntStream.range(0, said.size())
                .filter(i -> text.tried.holds(said.get(i).text(), name + "[" + i + "]"))
                .count()
            : 0;
    boolean other = !list || (said.size() > 1 && right * 2 < said.size());
    return !text.tried.knows(name) || (!text.tried.isNumber(name) && other);
  }

  /// A result of one digit, `1 - 0.7071**2 = 0.5`, which is only about so.
  private static String about(String content) {
    return SHORT.matcher(content).replaceFirst("$1≈$2");
  }

  /// `11 * 96 = 1,056`: statements know no groups of digits.
  private static String ungrouped(String content) {
    return Chains.GROUPED.matcher(content).replaceAll(it -> it.group().replace(",", ""));
  }

  /// `10.000 / 100 = 100`, in groups as much of Europe writes them.
  private static String undotted(String content) {
    return DOTTED.matcher(content).replaceAll(it -> it.group().replace(".", ""));
  }

  /// `f(x, y)`, where `f` is a number of the program, is `f`.
  private String uncalled(String content) {
    return CALL.matcher(content)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    text.tried.isNumber(it.group(1)) ? it.group(1) : it.group()));
  }

  /// `w = w - 0.1 * g = 1.7`: without the name that becomes it, and without sides that the program
  /// does not have, the rest may hold.
  private boolean tail(int from, int to, int start, int end, Zone zone, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    if (inside.size() > 1) {
      return tails(inside, start, end, zone, numbers);
    }
    if (inside.size() != 1) {
      return false;
    }
    Equation equation = inside.get(0);
    boolean all =
        numbers.stream()
            .map(text.scan.tokens()::get)
            .allMatch(it -> equation.start() <= it.start() && it.end() <= equation.end());
    Optional<Equation> rest = all ? text.rest.of(equation) : Optional.empty();
    if (rest.isEmpty()) {
      return false;
    }
    String before = text.scan.text().substring(start, rest.get().start()).strip();
    String held = text.scan.text().substring(rest.get().start(), end).strip();
    List<Numeral> constants = Numeral.scan(before, Notation.POINT);
    boolean marks =
        zone == Zone.CODE
            && constants.stream().allMatch(it -> it.exact() || held.contains(it.text()));
    boolean holds = zone == Zone.FENCE || text.tried.span(held).isEmpty(); // a line is asked below
    if ((!constants.isEmpty() && !marks) || !holds) {
      return false;
    }
    String name = before.replaceFirst("\\s*(?:[:=]?=|≈|→|←)$", "");
    String relation = before.substring(name.length()).strip();
    String written =
        zone == Zone.FENCE
            ? name + (name.endsWith(")") ? ":\n    " : ":  ") + held
            : (constants.isEmpty() ? code(name) : "`" + marked(name, constants) + "`")
                + " "
                + relation
                + " `"
                + held;
    if (zone == Zone.FENCE && !text.tried.line(written).isEmpty()) {
      return false;
    }
    text.replace(zone == Zone.FENCE ? start : start - 1, end, written);
    text.settle(numbers);
    text.count(Outcome.CHECKED, numbers.size() - constants.size());
    text.count(Outcome.PLAIN, constants.size());
    return true;
  }

  /// `w ← w - η * g = 3 - 0.1 * 5 = 2.6`, arithmetic that is false whatever the names stand for: it
  /// stands apart, for `check` to say so, and none of its numbers is bound.
  private boolean isWrong(int from, int to, int start, int end, Zone zone, List<Integer> numbers) {
    List<Equation.Side> sides =
        inside(from, to).stream().flatMap(it -> it.sides().stream()).toList();
    for (int i = 0; i + 1 < sides.size(); i++) {
      int held = sides.get(i).start();
      String rest = text.scan.text().substring(held, end);
      boolean wrong =
          sides.get(i).form() == Form.ARITHMETIC
              && sides.get(i + 1).form() == Form.NUMBER
              && text.tried.span(rest).stream().anyMatch(Dressing::isFalse);
      if (!wrong) {
        continue;
      }
      String before = text.scan.text().substring(start, held).stripTrailing();
      String name = before.replaceFirst("\\s*(?:[:=]?=|≈|→|←)$", "");
      boolean apart =
          zone == Zone.CODE
              && !name.isBlank()
              && !name.equals(before)
              && Numeral.scan(name, Notation.POINT).isEmpty();
      if (apart) {
        String relation = before.substring(name.length()).strip();
        text.replace(start - 1, end, code(name) + " " + relation + " `" + rest);
      }
      text.settle(numbers);
      numbers.forEach(text::leave);
      return true;
    }
    return false;
  }

  /// `P(Y=1) = sum of all = 0.3 / 0.5 = 0.6`: arithmetic that holds by itself stands apart from
  /// what it is of, which nobody can read; counts within brackets only tell that from others.
  private boolean apart(int from, int to, int start, int end, Zone zone, List<Integer> numbers) {
    List<Equation> inside = inside(from, to);
    if (inside.isEmpty()) {
      return false;
    }
    Equation last = inside.getLast();
    for (int i = 0; i + 1 < last.sides().size(); i++) {
      int held = last.sides().get(i).start();
      List<Integer> before =
          numbers.stream().filter(it -> text.scan.tokens().get(it).start() < held).toList();
      String rest = text.scan.text().substring(held, end);
      boolean whole = // all numbers, and what they come to
          last.sides().get(i).form() == Form.ARITHMETIC
              && last.sides().getLast().form() == Form.NUMBER
              && before.stream().allMatch(it -> tells(from, it))
              && numbers.stream().allMatch(it -> text.scan.tokens().get(it).end() <= last.end());
      boolean fence = zone == Zone.FENCE;
      if (!whole || !(fence ? text.tried.line(rest) : text.tried.span(rest)).isEmpty()) {
        continue;
      }
      String name = text.scan.text().substring(start, held).stripTrailing();
      String of = name.replaceFirst("\\s*(?:[:=]?=|≈|→|←)$", "");
      if (of.equals(name) || of.isBlank()) {
        return false;
      }
      String marked = marked(of, Numeral.scan(of, Notation.POINT));
      String relation = name.substring(of.length()).strip();
      text.replace(start, held, fence ? marked + ":\n    " : marked + "` " + relation + " `");
      text.settle(numbers);
      text.count(Outcome.PLAIN, before.size());
      text.count(Outcome.CHECKED, numbers.size() - before.size());
      return true;
    }
    return false;
  }

  /// Whether a number only tells a name from others: a count within brackets.
  private boolean tells(int from, int number) {
    int depth = 0;
    for (Token token : text.scan.tokens().subList(from, number)) {
      depth += token.is(Kind.OPEN) ? 1 : token.is(Kind.CLOSE) ? -1 : 0;
    }
    return depth > 0 && text.scan.tokens().get(number).code().matches("\\d{1,2}");
  }

  /// The same of several statements side by side.
  private boolean tails(
      List<Equation> inside, int start, int end, Zone zone, List<Integer> numbers) {
    boolean fence = zone == Zone.FENCE;
    StringBuilder written = new StringBuilder();
    List<Integer> open = new ArrayList<>();
    boolean before = false; // whether all is said of an example before
    int at = start;
    for (Equation equation : inside) {
      Optional<Equation> rest =
          text.tried.span(equation.code()).isEmpty()
              ? Optional.empty()
              : text.rest.of(equation).filter(it -> text.tried.span(it.code()).isEmpty());
      boolean ofBefore = rest.isEmpty() && !fence && isOfBefore(equation);
      boolean another = ofBefore || (rest.isEmpty() && !fence && isOfAnother(equation));
      before |= ofBefore;
      if (another) {
        Equation.Side number = equation.sides().get(1);
        between(written, text.scan.text().substring(at, equation.start()), at > start);
        written.append(equation.sides().get(0).code()).append("` ");
        written.append(equation.relations().get(0)).append(' ');
        List<Integer> its =
            numbers.stream().filter(it -> equation.covers(text.scan.tokens().get(it))).toList();
        String digits = text.scan.text().substring(number.start(), number.end());
        Optional<String> expression =
            its.size() == 1 ? text.candidates.of(its.get(0)) : Optional.empty();
        written.append(expression.map(it -> "[" + digits + "]{= " + it + "}").orElse(digits));
        written.append('`');
        at = number.end();
        if (expression.isEmpty()) {
          open.addAll(its);
        }
      }
      if (rest.isPresent()) {
        String named = text.scan.text().substring(equation.start(), rest.get().start()).strip();
        String name = named.replaceFirst("\\s*(?:[:=]?=|≈|→|←)$", "");
        if (!Numeral.scan(name, Notation.POINT).isEmpty()) {
          return false;
        }
        between(written, text.scan.text().substring(at, equation.start()), !fence && at > start);
        written.append(name);
        written.append(fence ? ":  " : "` " + named.substring(name.length()).strip() + " `");
        at = rest.get().start();
      }
    }
    written.append(text.scan.text(), at, end);
    int wrong = wrong(written.toString(), fence); // others that stand there too
    if (at == start
        || (before && wrong > 0)
        || (wrong > 0 && wrong >= wrong(text.scan.text().substring(start, end), fence))) {
      return false;
    }
    boolean ended = !fence && written.charAt(written.length() - 1) == '`';
    text.replace(
        start,
        ended ? end + 1 : end,
        ended ? written.substring(0, written.length() - 1) : written.toString());
    for (int i = numbers.size() - 1; i >= 0 && wrong > 0; i--) {
      if (!open.contains(numbers.get(i))) {
        open.add(numbers.get(i));
        wrong--;
      }
    }
    text.settle(numbers);
    text.count(Outcome.CHECKED, numbers.size() - open.size());
    open.forEach(text::leave);
    return true;
  }

  /// What stands between two statements of a span, out of the code where it is a sign.
  private static void between(StringBuilder written, String stretch, boolean apart) {
    Matcher separated = SEPARATED.matcher(stretch);
    if (!apart || !separated.matches()) {
      written.append(stretch);
      return;
    }
    written.append(separated.group(1));
    if (written.charAt(written.length() - 1) == '`') { // no code since the number before
      written.setLength(written.length() - 1);
    } else {
      written.append('`');
    }
    written.append(separated.group(2)).append('`');
  }

  /// Whether a name has a number here that it may have in another state.
  private boolean isOfAnother(Equation equation) {
    return equation.sides().size() == 2
        && equation.sides().get(1).form() != Form.FORMULA
        && !text.tried.span(equation.code()).isEmpty()
        && text.candidates.states().mayBeAnother(equation);
  }

  /// Whether a name or a derivative had its number here in an example before.
  private boolean isOfBefore(Equation equation) {
    String name = equation.sides().get(0).code();
    return equation.sides().size() == 2
        && Equation.isNamed(equation.sides().get(0))
        && equation.sides().get(1).form() == Form.NUMBER
        && !text.tried.span(equation.code()).isEmpty()
        && text.tried.earlier().stream()
            .anyMatch(it -> text.tried.holds(equation.sides().get(1).code(), it + "." + name));
  }

  /// How many statements are false in a line of a fence, or in what stands in code in the words
  /// from within a span to within a span; more than there may be where something cannot be read.
  private int wrong(String written, boolean fence) {
    List<Finding> found = new ArrayList<>();
    List<String> parts = List.of(written.split("`", -1));
    for (int i = 0; !fence && i < parts.size(); i += 2) {
      found.addAll(text.tried.span(parts.get(i)));
    }
    found.addAll(fence ? text.tried.line(written) : List.of());
    return found.stream().allMatch(Dressing::isFalse) ? found.size() : Integer.MAX_VALUE;
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

  private List<Equation> inside(int from, int to) {
    return text.equations.stream()
        .filter(
            it ->
                it.start() >= text.scan.tokens().get(from).start()
                    && it.end() <= text.scan.tokens().get(to - 1).end())
        .toList();
  }

  /// A piece of code that states nothing, such as `random.seed(1337)`: shown, not claimed.
  private boolean quotesCode(int from, int to, List<Integer> numbers, String content) {
    boolean updates = content.matches("(?s)[^=]*[-+*/]=(?!=).*"); // `p.data -= 0.1 * p.grad`
    boolean relation =
        !updates
            && text.scan.tokens().subList(from, to).stream().anyMatch(it -> it.is(Kind.RELATION));
    boolean call = content.matches("(?s).*[A-Za-z_]\\w*[(\\[].*") || content.contains("\"");
    boolean formula = isFormula(from, to);
    int start = opening(from);
    int end = closing(to - 1);
    int ticks = 0;
    while (start - ticks > 0 && text.scan.text().charAt(start - ticks - 1) == '`') {
      ticks++;
    }
    if (numbers.size() == 1
        && text.scan.tokens().get(numbers.get(0)).end()
                - text.scan.tokens().get(numbers.get(0)).start()
            == content.strip().length()) {
      int number = numbers.get(0);
      Optional<String> expression = text.candidates.of(number);
      if (expression.isPresent()) {
        text.around(start - ticks, end + ticks, "= " + expression.get());
        text.count(Outcome.CHECKED, 1);
        return true;
      }
      return false;
    }
    boolean operators =
        text.scan.tokens().subList(from, to).stream().anyMatch(it -> it.is(Kind.OPERATOR));
    boolean names = text.scan.tokens().subList(from, to).stream().anyMatch(it -> it.is(Kind.NAME));
    if (formula || (!relation && names && (call || operators))) {
      text.around(start - ticks, end + ticks, "plain");
      text.count(Outcome.PLAIN, numbers.size());
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
                            .anyMatch(name -> !text.tried.knows(name)));
  }

  private List<Integer> numbers(int from, int to) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (text.scan.tokens().get(i).is(Kind.NUMBER)) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  private int lineStart(int at) {
    return text.scan.text().lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int end = text.scan.text().indexOf('\n', at);
    return end < 0 ? text.scan.text().length() : end;
  }

  private int opening(int token) {
    return text.scan.text().lastIndexOf('`', text.scan.tokens().get(token).start()) + 1;
  }

  private int closing(int token) {
    int end = text.scan.text().indexOf('`', text.scan.tokens().get(token).end());
    return end < 0 ? text.scan.text().length() : end;
  }
}
