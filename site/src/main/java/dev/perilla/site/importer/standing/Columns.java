package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.engine.verify.Judge;
import dev.perilla.site.importer.plot.Rounds;
import dev.perilla.site.importer.words.Derivative;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Formulas;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Row;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Table;
import dev.perilla.site.importer.words.Table.Cell;
import dev.perilla.site.importer.words.Unlabelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tables of which each row is computed: what the formula at the head of a column, or the lesson's
/// for the name there, makes of the numbers beside it, `| z | σ(z) |`, or what a step of training
/// makes of those in the row before. Other columns may be lists of the program, or what a lesson
/// makes of them.
///
/// @param text that they stand in
record Columns(Dressing text) {
  private static final Pattern NAME = Pattern.compile("(?U)\\p{L}\\w{0,2}|\\w+_\\w+");
  private static final Pattern HINGE = Pattern.compile("\\bmax\\(0(?:\\.0)?, ?");
  private static final Pattern ALONE = Pattern.compile("[\\s*`$]*");
  private static final int ENOUGH = 2; // rows that hold
  private static final int MOST = 60; // rows that are looked at
  private static final int MOST_WAYS = 16;
  private static final int MOST_DEEP = 4; // formulas within formulas

  void all() {
    Table.in(text.scan.text()).stream()
        .filter(it -> it.rows().size() >= ENOUGH)
        .forEach(this::table);
  }

  private String words(Cell cell) {
    return text.scan.text().substring(cell.start(), cell.end());
  }

  /// Which rows the names of a formula are taken from.
  private enum From {
    SAME,
    OWN_BEFORE, // the name of the column from the row before
    ALL_BEFORE
  }

  /// A way in which the numbers of a column may come about.
  private record Way(String formula, From from) {}

  /// What a way gives for a column.
  ///
  /// @param held the numbers that are so, with what they are
  /// @param same those that are so and that the expression itself names: `3`, of `relu(3)`
  /// @param wrong those that look like that with a digit wrong
  /// @param other those that are something else, whatever that is
  /// @param inputs the numbers that they are computed with
  private record Outcomes(
      Map<Integer, String> held,
      Set<Integer> same,
      Map<Integer, String> wrong,
      Set<Integer> other,
      Set<Integer> inputs,
      int rows) {
    boolean isEnough() {
      return !held.isEmpty() && size() >= ENOUGH && size() * 2 >= rows;
    }

    int size() {
      return held.size() + same.size();
    }
  }

  private void table(Table table) {
    List<List<Cell>> rows =
        table.rows().stream().filter(it -> it.size() == table.head().size()).limit(MOST).toList();
    Heads heads = Heads.of(table, this::formula);
    Map<Integer, Outcomes> found = new LinkedHashMap<>();
    Set<Integer> unlike = new HashSet<>(); // columns that are not what the lesson says
    for (int i = 0; i < table.head().size(); i++) {
      int column = i;
      List<Way> ways = isOfRounds(heads, i, rows.size()) ? List.of() : ways(heads, i);
      if (ways.stream().anyMatch(it -> it.from() == From.SAME)) {
        unlike.add(i);
      }
      ways.stream()
          .map(it -> outcomes(it, heads, column, rows))
          .filter(Outcomes::isEnough)
          .max(Comparator.comparingInt(Outcomes::size).thenComparingInt(it -> it.held().size()))
          .ifPresent(it -> found.put(column, it));
    }
    found.values().forEach(it -> bind(it.held()));
    found.values().forEach(it -> it.same().forEach(this::same));
    found.values().forEach(this::wrong);
    unlike.removeAll(found.keySet());
    Set<Integer> open =
        unlike.stream()
            .flatMap(it -> rows.stream().flatMap(row -> number(row.get(it)).stream()))
            .collect(Collectors.toSet());
    found.forEach(
        (column, outcomes) -> {
          outcomes.inputs().stream()
              .filter(it -> !open.contains(it))
              .forEach(it -> text.operand(it, Optional.empty()));
          numbers(table.head().get(column)).forEach(it -> text.operand(it, Optional.empty()));
        });
    for (int i = 0; i < table.head().size(); i++) {
      list(table.column(i));
    }
  }

  /// Whether the program has taken its steps for rows of the table.
  private boolean isOfRounds(Heads heads, int column, int rows) {
    return heads.named(column).stream()
        .anyMatch(
            name ->
                IntStream.range(0, rows)
                    .anyMatch(row -> text.tried.isNumber(Rounds.called(name, row))));
  }

  private void wrong(Outcomes column) {
    column.wrong().keySet().removeIf(text::isSettled);
    column.wrong().forEach((number, expression) -> text.mark(number, "= " + expression));
    text.settle(List.copyOf(column.wrong().keySet()));
    column.wrong().keySet().forEach(text::leave);
    column.other().removeIf(it -> text.isSettled(it) || isOfItsRow(it));
    text.settle(List.copyOf(column.other()));
    column.other().forEach(text::leave);
  }

  /// Whether the program has the row of a number, and the number there.
  private boolean isOfItsRow(int number) {
    int row =
        Row.of(text.scan.text(), text.scan.tokens().get(number).start()).map(Row::index).orElse(0);
    return text.candidates.of(number).filter(it -> it.contains(Rounds.called("", row))).isPresent();
  }

  /// By the formula at its head, by those of the lesson for its name, and by steps of training from
  /// row to row.
  private List<Way> ways(Heads heads, int column) {
    List<Way> ways = new ArrayList<>();
    heads.formula(column).ifPresent(it -> ways.add(new Way(it, From.SAME)));
    Set<String> steps = new LinkedHashSet<>();
    for (String name : heads.named(column)) {
      for (String formula : text.formulas.of(name)) {
        if (Formulas.isOf(formula, name)) {
          steps.add(formula);
        } else {
          ways.add(new Way(formula, From.SAME));
          ways.add(new Way(formula, From.ALL_BEFORE));
        }
      }
      steps.addAll(descents(name, heads));
    }
    if (heads.isSlope(column)) {
      text.formulas.slopes(Optional.empty()).forEach(it -> ways.add(new Way(it, From.SAME)));
    }
    heads.next(column).ifPresent(it -> ways.add(new Way(it, From.ALL_BEFORE)));
    for (String step : steps) {
      if (heads.isNext(column)) {
        ways.add(new Way(step, From.SAME));
      } else {
        ways.add(new Way(step, From.OWN_BEFORE));
        ways.add(new Way(step, From.ALL_BEFORE));
      }
    }
    return ways.stream()
        .flatMap(it -> Stream.of(it, new Way(spelled(it.formula(), heads), it.from())))
        .map(it -> new Way(inlined(hinged(it.formula()), heads, MOST_DEEP), it.from()))
        .filter(it -> mayBe(it, heads, column))
        .distinct()
        .limit(MOST_WAYS)
        .toList();
  }

  /// A step down the slopes that the lesson has formulas for, and those that are columns.
  private List<String> descents(String name, Heads heads) {
    List<String> slopes = new ArrayList<>(heads.slopes());
    slopes.addAll(text.formulas.slopes(Optional.of(name)));
    return Lexicon.RATES.stream()
        .filter(text.tried::isNumber)
        .limit(1)
        .flatMap(rate -> slopes.stream().map(it -> name + " - " + rate + " * " + factor(it)))
        .toList();
  }

  private static String factor(String formula) {
    return formula.chars().allMatch(Character::isJavaIdentifierPart)
        ? formula
        : "(" + formula + ")";
  }

  /// A formula with those of the columns that it names: `relu(z)` as `relu(w * x + b)`.
  private String spelled(String formula, Heads heads) {
    Map<String, String> inner = new HashMap<>();
    for (String name : Equation.names(formula)) {
      heads.column(name).flatMap(heads::formula).ifPresent(it -> inner.put(name, "(" + it + ")"));
    }
    return inner.isEmpty() ? formula : text.candidates.states().put(formula, inner, 0);
  }

  /// `max(0, z)` as `relu(z)`, which does not name what it gives below.
  private static String hinged(String formula) {
    return HINGE.matcher(formula).replaceAll("relu(");
  }

  /// A formula without names that are no columns and have a formula of their own.
  private String inlined(String formula, Heads heads, int deep) {
    Map<String, String> inner = new HashMap<>();
    for (String name : Equation.names(formula)) {
      if (deep > 0 && heads.column(name).isEmpty() && !text.tried.isInput(name)) {
        text.formulas.of(name).stream()
            .filter(it -> !Formulas.isOf(it, name))
            .findFirst()
            .ifPresent(it -> inner.put(name, "(" + inlined(it, heads, deep - 1) + ")"));
      }
    }
    String code = inner.isEmpty() ? formula : text.candidates.states().put(formula, inner, 0);
    return heads.underived(code);
  }

  /// Whether a way computes with columns, and otherwise with what the program has.
  private boolean mayBe(Way way, Heads heads, int column) {
    Set<String> names = Equation.names(way.formula());
    return !Derivative.is(way.formula())
        && names.stream().anyMatch(it -> heads.column(it).isPresent())
        && names.stream().allMatch(it -> heads.column(it).isPresent() || text.tried.knows(it))
        && (way.from() != From.SAME
            || names.stream()
                .noneMatch(it -> heads.column(it).filter(of -> of == column).isPresent()));
  }

  private Outcomes outcomes(Way way, Heads heads, int column, List<List<Cell>> rows) {
    Outcomes found =
        new Outcomes(
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            rows.size());
    int evaluated = 0;
    for (int row = 0; row < rows.size(); row++) {
      Optional<Integer> result = number(rows.get(row).get(column));
      Map<String, String> literals = new HashMap<>();
      List<Integer> from = new ArrayList<>();
      boolean complete = result.isPresent();
      for (String name : Equation.names(way.formula())) {
        Optional<Integer> of = heads.column(name);
        boolean before =
            way.from() == From.ALL_BEFORE
                || (way.from() == From.OWN_BEFORE && of.filter(it -> it == column).isPresent());
        int at = before ? row - 1 : row;
        Optional<Integer> cell =
            at < 0 ? Optional.empty() : of.flatMap(it -> number(rows.get(Math.max(at, 0)).get(it)));
        if (cell.isPresent()) {
          literals.put(name, text.scan.tokens().get(cell.get()).code());
          from.add(cell.get());
        } else {
          complete &= of.isEmpty() || (at < 0 && text.tried.isNumber(name));
        }
      }
      if (!complete || from.isEmpty()) {
        continue;
      }
      evaluated++;
      String expression = text.candidates.states().put(way.formula(), literals, 0);
      Token token = text.scan.tokens().get(result.get());
      Optional<Fact.Quantity> is = text.tried.quantity(expression);
      if (text.tried.holds(words(new Cell(token.start(), token.end())), expression)) {
        found.held().put(result.get(), expression);
        found.inputs().addAll(from);
      } else if (exact(way.formula(), literals, from, token).isPresent()) {
        found.held().put(result.get(), exact(way.formula(), literals, from, token).get());
        found.inputs().addAll(from);
      } else if (is.filter(it -> agrees(token, it)).isPresent()) {
        found.same().add(result.get());
        found.inputs().addAll(from);
      } else if (!isRounded(token, expression)
          && is.filter(it -> Digits.isSlip(token.code(), it)).isPresent()) {
        found.wrong().put(result.get(), expression);
      } else {
        found.other().add(result.get());
      }
    }
    return new Outcomes(
        found.held(), found.same(), found.wrong(), found.other(), found.inputs(), evaluated);
  }

  /// A formula with what the numbers of its row are the roundings of, where that comes to a number.
  private Optional<String> exact(
      String formula, Map<String, String> literals, List<Integer> from, Token result) {
    Map<String, String> names = new HashMap<>();
    for (int cell : from) {
      String literal = text.scan.tokens().get(cell).code();
      Optional<String> name = text.candidates.of(cell).filter(it -> it.matches("(?U)\\w+"));
      literals.forEach(
          (of, is) -> name.filter(it -> is.equals(literal)).ifPresent(it -> names.put(of, it)));
    }
    String code = text.candidates.states().put(formula, names, 0);
    boolean whole = names.keySet().containsAll(literals.keySet());
    return whole && text.tried.holds(words(new Cell(result.start(), result.end())), code)
        ? Optional.of(code)
        : Optional.empty();
  }

  /// Whether a number is as near to what it should be as the numbers of its row are rounded.
  private boolean isRounded(Token token, String expression) {
    return text.tried
        .numeral(words(new Cell(token.start(), token.end())))
        .filter(it -> text.candidates.rounded().onTheWay().isNearByMany(it, expression))
        .isPresent();
  }

  private boolean agrees(Token token, Fact.Quantity is) {
    return text.tried
        .numeral(words(new Cell(token.start(), token.end())))
        .filter(it -> Judge.agrees(it, is, false))
        .isPresent();
  }

  private void same(int number) {
    if (!text.isSettled(number)) {
      text.mark(number, "plain");
      text.settle(List.of(number));
      text.count(Outcome.PLAIN, 1);
    }
  }

  /// Binds the numbers of a column that are those of a list.
  private void list(List<Cell> column) {
    List<Integer> numbers = column.stream().flatMap(it -> number(it).stream()).toList();
    if (numbers.size() < Math.max(ENOUGH, column.size())
        || column.stream().noneMatch(it -> words(it).contains("."))) {
      return;
    }
    List<String> names =
        text.tried.lists().entrySet().stream()
            .filter(it -> it.getValue() == numbers.size())
            .map(Map.Entry::getKey)
            .toList()
            .reversed();
    List<String> rates = Lexicon.RATES.stream().filter(text.tried::isNumber).toList();
    Stream.concat(names.stream(), Unlabelled.made(names, rates).stream())
        .map(it -> items(it, numbers))
        .filter(
            it ->
                it.entrySet().stream()
                    .allMatch(
                        item ->
                            text.tried.holds(
                                text.scan.tokens().get(item.getKey()).code(), item.getValue())))
        .findFirst()
        .ifPresent(this::bind);
  }

  private static Map<Integer, String> items(String list, List<Integer> numbers) {
    Map<Integer, String> items = new LinkedHashMap<>();
    for (int number : numbers) {
      items.put(number, list + "[" + items.size() + "]");
    }
    return items;
  }

  private void bind(Map<Integer, String> held) {
    held.keySet().removeIf(text::isSettled);
    held.forEach((number, expression) -> text.mark(number, "= " + expression));
    text.settle(List.copyOf(held.keySet()));
    text.count(Outcome.CHECKED, held.size());
  }

  /// The formula or the name that the words of a cell end with.
  ///
  /// @param known words that are names
  private Optional<Side> formula(Cell cell, Set<String> known) {
    List<Token> tokens =
        text.scan.tokens().stream()
            .filter(it -> it.start() >= cell.start() && it.end() <= cell.end())
            .filter(it -> !it.is(Kind.STOP) && !it.is(Kind.OTHER))
            .toList();
    for (int i = 0; i < tokens.size(); i++) {
      boolean begins = // a word, not within what goes on
          i == 0
              || tokens.get(i - 1).is(Kind.RELATION)
              || (tokens.get(i - 1).is(Kind.NAME)
                  && tokens.get(i - 1).end() < tokens.get(i).start());
      List<Token> part = tokens.subList(i, tokens.size());
      Optional<Side> side =
          begins
              ? Side.of(part)
                  .filter(it -> !it.code().contains("**2("))
                  .or(() -> squared(part))
                  .flatMap(it -> Side.of(slopes(it.code())))
              : Optional.empty();
      if (side.filter(
              it ->
                  it.names().stream()
                      .allMatch(of -> NAME.matcher(of).matches() || known.contains(of)))
          .isPresent()) {
        return side;
      }
    }
    return Optional.empty();
  }

  /// `1 - tanh²(z)`
  private static Optional<Side> squared(List<Token> tokens) {
    String code = tokens.stream().map(Token::code).collect(Collectors.joining());
    return Side.of(code.replaceAll("\\b(\\w+)\\*\\*2\\(([^()]*)\\)", "$1($2)**2"));
  }

  /// The one number that a cell has, and nothing else.
  private Optional<Integer> number(Cell cell) {
    return numbers(cell).stream()
        .filter(
            it -> {
              Token token = text.scan.tokens().get(it);
              return ALONE.matcher(words(new Cell(cell.start(), token.start()))).matches()
                  && ALONE.matcher(words(new Cell(token.end(), cell.end()))).matches()
                  && !token.code().contains("%");
            })
        .findFirst();
  }

  private List<Integer> numbers(Cell cell) {
    List<Token> tokens = text.scan.tokens();
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).is(Kind.NUMBER))
        .filter(i -> tokens.get(i).start() >= cell.start() && tokens.get(i).end() <= cell.end())
        .boxed()
        .toList();
  }

  /// `σ'(z)` as what it is.
  private static String slopes(String code) {
    return code.replaceAll("(?:σ|sigmoid)_prime\\(([^()]*)\\)", "(sigmoid($1) * (1 - sigmoid($1)))")
        .replaceAll("tanh_prime\\(([^()]*)\\)", "(1 - tanh($1)**2)");
  }
}
