package dev.perilla.site.importer.standing;

import dev.perilla.engine.verify.Fact;
import dev.perilla.site.importer.words.Digits;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Lexicon;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Table;
import dev.perilla.site.importer.words.Table.Cell;
import dev.perilla.site.importer.words.Unlabelled;
import java.util.ArrayList;
import java.util.HashMap;
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

/// Tables of functions: under `| z | σ(z) |` each row has what the formula at the head of a column
/// makes of the number under the name that is in it. Other columns may be lists of the program, or
/// what a lesson makes of them.
///
/// @param text that they stand in
record Columns(Dressing text) {
  private static final Pattern NAME = Pattern.compile("(?U)\\p{L}\\w{0,2}|\\w+_\\w+");
  private static final Pattern ALONE = Pattern.compile("[\\s*`$]*");
  private static final int ENOUGH = 2; // rows that hold

  void all() {
    Table.in(text.scan.text()).stream()
        .filter(it -> it.rows().size() >= ENOUGH)
        .forEach(this::table);
  }

  private String words(Cell cell) {
    return text.scan.text().substring(cell.start(), cell.end());
  }

  private void table(Table table) {
    List<Cell> heads = table.head();
    List<List<Cell>> rows = table.rows();
    Map<String, Integer> names = new HashMap<>();
    Map<Integer, Side> formulas = new LinkedHashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      Optional<Side> side = formula(heads.get(i));
      if (side.filter(it -> it.form() == Form.NAME).isPresent()) {
        names.putIfAbsent(side.get().code(), i);
      } else if (side.isPresent()) {
        formulas.put(i, side.get());
      }
    }
    formulas
        .values()
        .removeIf(it -> it.names().isEmpty() || !names.keySet().containsAll(it.names()));
    formulas.forEach(
        (column, formula) -> {
          if (column(column, formula, names, rows, heads.size())) {
            numbers(heads.get(column)).forEach(it -> text.operand(it, Optional.empty()));
          }
        });
    for (int i = 0; i < heads.size(); i++) {
      list(table.column(i));
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

  /// Binds the numbers of a column, where two of them are what the formula gives, and those that
  /// look like that with a digit wrong.
  private boolean column(
      int column, Side formula, Map<String, Integer> names, List<List<Cell>> rows, int columns) {
    Map<Integer, String> held = new LinkedHashMap<>();
    Map<Integer, String> wrong = new LinkedHashMap<>();
    Set<Integer> inputs = new LinkedHashSet<>();
    for (List<Cell> cells : rows) {
      Optional<Integer> result =
          cells.size() == columns ? number(cells.get(column)) : Optional.empty();
      Map<String, String> literals = new HashMap<>();
      List<Integer> from = new ArrayList<>();
      for (String name : result.isPresent() ? formula.names() : Set.<String>of()) {
        Optional.ofNullable(names.get(name))
            .flatMap(it -> number(cells.get(it)))
            .ifPresent(
                it -> {
                  literals.put(name, text.scan.tokens().get(it).code());
                  from.add(it);
                });
      }
      if (result.isEmpty() || literals.size() < formula.names().size()) {
        continue;
      }
      String expression = text.candidates.states().put(formula.code(), literals, 0);
      Token token = text.scan.tokens().get(result.get());
      Optional<Fact.Quantity> is = text.tried.quantity(expression);
      if (text.tried.holds(words(new Cell(token.start(), token.end())), expression)) {
        held.put(result.get(), expression);
        inputs.addAll(from);
      } else if (is.filter(it -> Digits.isSlip(token.code(), it)).isPresent()) {
        wrong.put(result.get(), expression);
      }
    }
    if (held.size() < ENOUGH) {
      return false;
    }
    bind(held);
    inputs.forEach(it -> text.operand(it, Optional.empty()));
    wrong.keySet().removeIf(text::isSettled);
    wrong.forEach((number, expression) -> text.mark(number, "= " + expression));
    text.settle(List.copyOf(wrong.keySet()));
    wrong.keySet().forEach(text::leave);
    return true;
  }

  private void bind(Map<Integer, String> held) {
    held.keySet().removeIf(text::isSettled);
    held.forEach((number, expression) -> text.mark(number, "= " + expression));
    text.settle(List.copyOf(held.keySet()));
    text.count(Outcome.CHECKED, held.size());
  }

  /// The formula or the name that the words of a cell end with.
  private Optional<Side> formula(Cell cell) {
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
      if (side.filter(it -> it.names().stream().allMatch(of -> NAME.matcher(of).matches()))
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
