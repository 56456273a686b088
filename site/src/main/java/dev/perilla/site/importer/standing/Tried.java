package dev.perilla.site.importer.standing;

import dev.perilla.chapter.Block;
import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.compile.Trial;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Account;
import dev.perilla.engine.verify.Accounting;
import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.engine.verify.Numeral;
import dev.perilla.engine.verify.Numeral.Notation;
import dev.perilla.engine.verify.Said;
import dev.perilla.engine.verify.State;
import dev.perilla.site.importer.plot.Draft;
import dev.perilla.site.importer.words.Signs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program of a lesson while it is told: what verification would say of a text at this point.
/// There is one judge: the one that `check` asks.
public final class Tried {
  private static final Pattern BACKWARD = Pattern.compile("(\\w+)\\.backward\\(\\)");
  private static final Pattern GIVES =
      Pattern.compile("(?mU)^\\s*(?:def\\s+)?([\\p{L}_]\\w*)\\s*(?:[-+*/]?=(?!=)|\\()");
  private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
  private static final int MOST_PARTS = 60; // of formulas
  private static final int MOST_NAMES = 300;
  private static final int MOST_ITEMS = 12; // of a list

  private final Trial trial;
  private final List<Block> blocks;
  private final Notation notation;
  private final Said said = new Said();
  private int at = -1;
  private final Map<String, Optional<Fact>> past = new HashMap<>(); // `id.name`, of examples
  private final Map<String, Optional<Fact>> facts = new HashMap<>(); // here, by expression
  private final Map<String, Boolean> held = new HashMap<>(); // here, by words and expression
  private Set<String> names = Set.of();
  private final Set<String> left = new HashSet<>(); // names that only exercises before have given
  private List<Known> known = List.of();
  private List<String> parts = List.of();
  private int partsAt = -1;
  private Optional<String> sink = Optional.empty();

  /// @param blocks that run one after the other with [#next()]
  /// @param notation of the numbers in texts
  public Tried(List<Block> blocks, Notation notation) {
    this.blocks = blocks;
    this.notation = notation;
    this.trial = new Trial(blocks, Limits.DEFAULT);
  }

  /// A number of the program.
  ///
  /// @param name that it is the value or the gradient of
  record Known(String name, String expression, boolean gradient, Fact.Quantity quantity) {}

  /// Runs the next block, and gives what it printed.
  public Trial.Ran next() {
    remember();
    at++;
    Trial.Ran ran = trial.run(at);
    known = List.of();
    facts.clear();
    held.clear();
    names = trial.names(at);
    left.removeAll(given(blocks.get(at)));
    sink = sink(blocks.get(at)).or(() -> sink);
    return ran;
  }

  /// Keeps what the names of an example are after it: to run the program to there again, for each
  /// example that a text may go back to, would cost as much as all examples before it.
  private void remember() {
    if (at >= 0 && blocks.get(at) instanceof Block.Example example) {
      example
          .head()
          .id()
          .ifPresent(
              id ->
                  names.stream()
                      .limit(MOST_NAMES)
                      .forEach(name -> past.put(id.value() + "." + name, fact(name))));
    }
  }

  /// The names that a block gives something.
  private static Set<String> given(Block block) {
    Set<String> found = new HashSet<>();
    Matcher name = GIVES.matcher(Draft.code(block).orElse(""));
    while (name.find()) {
      found.add(name.group(1));
    }
    return found;
  }

  private static Optional<String> sink(Block block) {
    return switch (block) {
      case Block.Example example -> example.output().map(Text::value);
      case Block.Exercise exercise -> exercise.output().map(Text::value);
      case Block.Code code -> {
        Matcher backward = BACKWARD.matcher(code.code().value());
        Optional<String> last = Optional.empty();
        while (backward.find()) {
          last = Optional.of(backward.group(1));
        }
        yield last;
      }
      case Block.Prose prose -> Optional.empty();
      case Block.Note note -> Optional.empty();
      case Block.Dialogue dialogue -> Optional.empty();
    };
  }

  /// Another exercise begins.
  public void anew() {
    left.addAll(names);
  }

  /// Whether a name is of an exercise before this one, which may call something else so.
  boolean isLeft(String name) {
    return left.contains(name);
  }

  /// Whether the program has a name, or texts have the function.
  boolean knows(String name) {
    return names.contains(name) || Signs.FUNCTIONS.containsKey(name);
  }

  /// The names of the program that are so.
  List<String> names(Predicate<String> which) {
    return names.stream().filter(which).toList();
  }

  boolean isNumber(String name) {
    return knows(name) && quantity(name).isPresent();
  }

  /// Whether a name is a value of the autograd.
  boolean isValue(String name) {
    return knows(name) && quantity("d" + name + "/d" + name).isPresent();
  }

  /// Whether a name is an input: the last block that has it gives it a number, or changes the one
  /// that it has.
  boolean isInput(String name) {
    String word = Pattern.quote(name);
    Pattern gives = Pattern.compile("(?m)^\\s*" + word + "\\s*[-+*/]?=(?!=)\\s*(.*)$");
    Pattern itself =
        Pattern.compile("-?[\\d.]+(?:\\*\\*\\(?-?\\d+\\)?)?|Value\\(.*|.*\\b" + word + "\\b.*");
    for (int i = at; i >= 0; i--) {
      Optional<Matcher> found = Draft.code(blocks.get(i)).map(gives::matcher);
      Optional<String> last = Optional.empty();
      while (found.isPresent() && found.get().find()) {
        last = Optional.of(found.get().group(1));
      }
      if (last.isPresent()) {
        return itself.matcher(last.get()).matches();
      }
    }
    return false;
  }

  /// The formula by which the program has a name, of an example.
  Optional<String> formula(String name) {
    String step = name + " = ";
    for (int i = at; i >= 0; i--) {
      if (blocks.get(i) instanceof Block.Example example) {
        Optional<String> found =
            example
                .code()
                .value()
                .lines()
                .filter(it -> it.startsWith(step))
                .reduce((one, other) -> other);
        boolean input = example.given().stream().anyMatch(it -> it.name().value().equals(name));
        if (found.isPresent() || input) {
          return found.map(it -> it.substring(step.length()));
        }
      }
    }
    return Optional.empty();
  }

  private State state() {
    return trial.after(at);
  }

  /// What is tried is not said.
  private Accounting accounting(Account account) {
    return accounting(account, said.closed());
  }

  private Accounting accounting(Account account, Said before) {
    return new Accounting(
        new Accounting.Rules(
            notation, Optional.empty(), List.of(), index -> {}, Set.of(), Map.of(), before),
        state(),
        account);
  }

  /// Takes in what the code spans of a text say, or the lines of a fence, as they will be written:
  /// texts below go on with their numbers.
  void said(String text, boolean fence) {
    Accounting accounting = accounting(new Account("import"), said);
    if (fence) {
      accounting.fence(Draft.text(text));
      return;
    }
    Matcher span = SPAN.matcher(text);
    while (span.find()) {
      accounting.codeSpan(Draft.text(span.group(1)));
    }
  }

  /// What is wrong with `content` as a code span.
  List<Finding> span(String content) {
    Account account = new Account("import");
    accounting(account).codeSpan(Draft.text(content));
    return account.findings();
  }

  /// What is wrong with a formula in TeX.
  List<Finding> math(String tex) {
    Account account = new Account("import");
    accounting(account).math(Draft.text(tex));
    return account.findings();
  }

  /// What is wrong with a line of a fence.
  List<Finding> line(String content) {
    Account account = new Account("import");
    accounting(account).fence(Draft.text(content));
    return account.findings();
  }

  /// What is wrong with a comment.
  List<Finding> comment(String content) {
    Account account = new Account("import");
    accounting(account).comment(Draft.text(content), "");
    return account.findings();
  }

  /// Whether `words` may be bound to `expression`, and hold.
  boolean holds(String words, String expression) {
    Optional<Numeral> said = numeral(words);
    Optional<Fact> fact = fact(expression);
    boolean may = // the judge is asked last: its proofs cost more than a look at the number
        fact.isPresent()
            && (said.isEmpty()
                || !(fact.get() instanceof Fact.Quantity number)
                || Judge.agrees(said.get(), number, false));
    return may && held.computeIfAbsent(words + "\n" + expression, it -> bound(words, expression));
  }

  private boolean bound(String words, String expression) {
    Account account = new Account("import");
    Accounting.Bound bound =
        accounting(account).bound(Draft.text(words), Draft.text(" " + expression));
    return account.findings().isEmpty() && !bound.pieces().isEmpty();
  }

  /// What the expression gives here.
  Optional<Fact> fact(String expression) {
    Optional<Fact> before = past.get(expression);
    return before != null
        ? before
        : facts.computeIfAbsent(
            expression, it -> Trial.fact(state().evaluate(Draft.text(expression))));
  }

  /// Whether the expression gives a number here.
  Optional<Fact.Quantity> quantity(String expression) {
    return fact(expression).filter(Fact.Quantity.class::isInstance).map(Fact.Quantity.class::cast);
  }

  /// The blocks that have run, the last first: states that a text may still speak of.
  List<String> earlier() {
    List<String> ids = new ArrayList<>();
    for (int i = at - 1; i >= 0 && ids.size() < 4; i--) {
      if (blocks.get(i) instanceof Block.Example) {
        blocks.get(i).head().id().ifPresent(id -> ids.add(id.value()));
      }
    }
    return ids;
  }

  Optional<String> sink() {
    return sink;
  }

  /// The parts of the formulas that have run, the last formula first: what a lesson may call "the
  /// product" or "the exponential" without a name.
  List<String> parts() {
    if (partsAt != at) {
      partsAt = at;
      Set<String> found = new LinkedHashSet<>();
      for (int i = at; i >= 0 && i > at - 6 && found.size() < MOST_PARTS; i--) {
        if (blocks.get(i) instanceof Block.Example example) {
          example.code().value().lines().forEach(it -> parts(it, found));
        }
      }
      parts = found.stream().limit(MOST_PARTS).toList();
    }
    return parts;
  }

  /// @param statement a name, and the formula that it has
  private static void parts(String statement, Set<String> found) {
    int sign = statement.indexOf(" = ");
    if (sign < 0) {
      return;
    }
    found.add(statement.substring(0, sign));
    String formula = statement.substring(sign + 3);
    List<Expr> open = new ArrayList<>();
    Parser.expression(Draft.text(formula), Dialect.PROGRAM).tree().ifPresent(open::add);
    while (!open.isEmpty()) {
      Expr expr = open.removeLast();
      boolean computes =
          expr instanceof Expr.Binary || expr instanceof Expr.Call || expr instanceof Expr.Unary;
      boolean whole = expr.start() == 0 && expr.end() == formula.length();
      if (computes && !whole && found.size() < MOST_PARTS) {
        found.add(formula.substring(expr.start(), expr.end()));
      }
      switch (expr) {
        case Expr.Binary it -> open.addAll(List.of(it.left(), it.right()));
        case Expr.Unary it -> open.add(it.operand());
        case Expr.Call it -> {
          it.arguments().forEach(argument -> open.add(argument.value()));
          open.add(it.callee());
        }
        case Expr.Attribute it -> open.add(it.object());
        default -> {} // has no parts that compute
      }
    }
  }

  /// The lists of numbers of the program, each with its length.
  Map<String, Integer> lists() {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (String name : names.stream().limit(MOST_NAMES).toList()) {
      if (fact(name).orElse(null) instanceof Fact.Sequence list
          && !list.items().isEmpty()
          && list.items().stream().allMatch(Fact.Quantity.class::isInstance)) {
        found.put(name, list.items().size());
      }
    }
    return found;
  }

  /// All numbers under a name, and the gradients of the last output.
  List<Known> known() {
    if (known.isEmpty() && at >= 0) {
      List<Known> found = new ArrayList<>();
      Map<String, Fact.Quantity> values = new LinkedHashMap<>();
      for (String name : names.stream().limit(MOST_NAMES).toList()) {
        Optional<Fact> fact = fact(name);
        fact.ifPresent(it -> numbers(name, it, 2, values));
      }
      values.forEach((name, value) -> found.add(new Known(name, name, false, value)));
      for (String name : values.keySet()) {
        gradient(name).ifPresent(found::add);
      }
      known = List.copyOf(found);
    }
    return known;
  }

  /// A number, or the first of those in a list.
  private static void numbers(String name, Fact fact, int depth, Map<String, Fact.Quantity> found) {
    if (fact instanceof Fact.Quantity number) {
      found.put(name, number);
    } else if (fact instanceof Fact.Sequence list && depth > 0) {
      for (int i = 0; i < Math.min(MOST_ITEMS, list.items().size()); i++) {
        numbers(name + "[" + i + "]", list.items().get(i), depth - 1, found);
      }
    }
  }

  private Optional<Known> gradient(String name) {
    if (sink.isEmpty()) {
      return Optional.empty();
    }
    String derivative = "d" + sink.get() + "/d" + name;
    Optional<Fact.Quantity> quantity = quantity(derivative);
    if (quantity.isPresent()) {
      return quantity.map(it -> new Known(name, derivative, true, it));
    }
    String attribute = name + ".grad";
    return quantity(attribute).map(it -> new Known(name, attribute, true, it));
  }

  /// The numeral that `words` are, if they are one.
  Optional<Numeral> numeral(String words) {
    return Numeral.whole(words, notation);
  }
}
