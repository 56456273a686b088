package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Points;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import dev.perilla.site.importer.words.Table;
import dev.perilla.site.importer.words.Table.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Functions of several letters at points: `∇f(2, -1) = (1, 2)` is a list of derivatives there, and
/// a table with a column of points has what a function and its derivatives are at each. They are
/// held to the gradients of the program at its own point, elsewhere to the formulas of the lesson.
///
/// @param text that they stand in
record Nabla(Dressing text) {
  private static final Pattern CALL =
      Pattern.compile("(?U)([\\p{L}_]\\w*)\\((?:-?[\\d.]+(?:, ?)?){2,4}\\)");
  private static final int ENOUGH = 2; // rows of a table

  void all() {
    Matcher gradient = Points.GRADIENT.matcher(text.scan.text());
    while (gradient.find()) {
      gradient(gradient);
    }
    text.equations.stream().filter(it -> it.sides().size() > 1).forEach(this::call);
    Table.in(text.scan.text()).forEach(this::table);
    Matcher point = Points.BRACKETED.matcher(text.scan.text());
    while (point.find()) {
      own(numbers(point.start(), point.end()));
    }
  }

  /// `in (2, -1)`, the point at which the program looks at a function.
  private void own(List<Integer> point) {
    text.formulas.functions().stream()
        .map(text.formulas::parameters)
        .filter(it -> it.size() > 1 && it.size() == point.size())
        .filter(it -> isAt(point, it) && it.stream().allMatch(text.tried::isInput))
        .filter(it -> point.stream().noneMatch(text::isSettled))
        .findFirst()
        .ifPresent(it -> place(point, it));
  }

  /// Whether each number of a point is what its letter is.
  private boolean isAt(List<Integer> point, List<String> letters) {
    return IntStream.range(0, point.size())
        .allMatch(i -> text.tried.holds(words(point.get(i)), letters.get(i)));
  }

  private void gradient(Matcher said) {
    String function = said.group(1);
    List<String> letters = text.formulas.parameters(function);
    List<Integer> point = said.group(2) == null ? List.of() : numbers(said.start(2), said.end(2));
    List<Integer> items = numbers(said.start(3), said.end(3));
    boolean whole =
        items.size() == letters.size()
            && (point.isEmpty() || point.size() == letters.size())
            && items.size() > 1
            && items.stream().noneMatch(text::isSettled);
    if (!whole) {
      return;
    }
    List<String> slopes = letters.stream().map(it -> "d" + function + "/d" + it).toList();
    List<Optional<String>> is =
        IntStream.range(0, items.size())
            .mapToObj(i -> at(slopes.get(i), letters, point, items.get(i)))
            .toList();
    if (is.stream().allMatch(Optional::isPresent)) {
      bind(items, is.stream().map(Optional::orElseThrow).toList());
      place(point, letters);
    }
  }

  /// A column of points, and the columns of what functions of as many letters are there.
  private void table(Table table) {
    List<List<Cell>> rows =
        table.rows().stream().filter(it -> it.size() == table.head().size()).toList();
    for (int i = 0; i < table.head().size() && rows.size() >= ENOUGH; i++) {
      int column = i;
      List<List<Integer>> points = rows.stream().map(row -> point(table, row.get(column))).toList();
      if (points.stream().noneMatch(List::isEmpty)) {
        columns(table, rows, points);
        return;
      }
    }
  }

  private void columns(Table table, List<List<Cell>> rows, List<List<Integer>> points) {
    boolean any = false;
    for (int i = 0; i < table.head().size(); i++) {
      int column = i;
      String name = Points.key(table.words(table.head().get(i)));
      List<String> letters = text.formulas.parameters(name.replaceFirst("^d(\\w+)/d\\w+$", "$1"));
      List<List<Integer>> cells =
          rows.stream().map(it -> numbers(it.get(column).start(), it.get(column).end())).toList();
      boolean fits =
          letters.size() == points.get(0).size()
              && cells.stream().allMatch(it -> it.size() == 1 && !text.isSettled(it.getFirst()));
      if (!fits) {
        continue;
      }
      List<Integer> results = cells.stream().map(List::getFirst).toList();
      List<Optional<String>> is =
          IntStream.range(0, rows.size())
              .mapToObj(row -> at(name, letters, points.get(row), results.get(row)))
              .toList();
      if (is.stream().allMatch(Optional::isPresent)
          && bind(results, is.stream().map(Optional::orElseThrow).toList())) {
        any = true;
      }
    }
    if (any) {
      points.forEach(it -> place(it, List.of()));
    }
  }

  /// `f(2, -1) = 4 - 6 + 2 = 0`, where `f` is a number of the program: what it is at that point,
  /// and the arithmetic that comes to it.
  private void call(Equation equation) {
    Side last = equation.sides().getLast();
    Matcher call = CALL.matcher(equation.sides().getFirst().code());
    if (!call.matches() || last.form() != Form.NUMBER || equation.zone() == Zone.FENCE) {
      return;
    }
    String function = call.group(1);
    List<String> letters = text.formulas.parameters(function);
    Side first = equation.sides().getFirst();
    List<Integer> point = numbers(first.start(), first.end());
    List<Integer> rest = numbers(first.end(), equation.end());
    boolean fits =
        letters.size() > 1
            && point.size() == letters.size()
            && text.tried.isNumber(function)
            && !rest.isEmpty()
            && equation.sides().stream().skip(1).noneMatch(it -> it.form() == Form.FORMULA)
            && Stream.concat(point.stream(), rest.stream()).noneMatch(text::isSettled);
    Optional<String> is = fits ? at(function, letters, point, rest.getLast()) : Optional.empty();
    if (is.isEmpty()) {
      return;
    }
    boolean code = text.isCode(equation.start(), equation.end());
    int from = code ? equation.start() - 1 : equation.start();
    int to = code ? equation.end() + 1 : equation.end();
    for (int i = from; i < to; i++) { // what is marked is no code
      if (text.scan.text().charAt(i) == '`') {
        text.replace(i, i + 1, "");
      }
    }
    place(point, letters);
    String said = words(rest.getLast());
    Equation worked =
        new Equation(
            equation.sides().subList(1, equation.sides().size()),
            equation.relations().subList(1, equation.relations().size()));
    boolean right = text.tried.holds(said, is.get());
    if (right && equation.sides().size() > 2 && text.tried.span(worked.code()).isEmpty()) {
      text.replace(worked.start(), worked.end(), "`" + worked.code() + "`");
      text.settle(rest);
      text.count(Outcome.CHECKED, rest.size());
    } else {
      text.mark(rest.getLast(), "= " + is.get());
      text.settle(rest);
      text.count(Outcome.CHECKED, right ? rest.size() : rest.size() - 1);
      if (!right) {
        text.leave(rest.getLast());
      }
    }
  }

  /// The numbers of a cell that is a point and nothing else.
  private List<Integer> point(Table table, Cell cell) {
    boolean point = table.words(cell).replace('−', '-').matches("\\((?:-?[\\d.]+[,;]? ?){2,4}\\)");
    return point ? numbers(cell.start(), cell.end()) : List.of();
  }

  /// What a function or a derivative of it is at a point: by the program, where that is its own, or
  /// by the formula of the lesson that comes to the number, else by its first.
  private Optional<String> at(String name, List<String> letters, List<Integer> point, int number) {
    boolean own =
        IntStream.range(0, point.size())
            .allMatch(i -> text.tried.holds(words(point.get(i)), letters.get(i)));
    if (own
        && letters.stream().allMatch(text.tried::isValue)
        && text.tried.quantity(name).isPresent()) {
      return Optional.of(name);
    }
    Map<String, String> literals = new LinkedHashMap<>();
    for (int i = 0; i < point.size(); i++) {
      literals.put(letters.get(i), text.scan.tokens().get(point.get(i)).code());
    }
    List<String> found =
        text.formulas.of(name).stream()
            .map(it -> text.candidates.states().put(it, literals, 0))
            .filter(it -> text.tried.quantity(it).isPresent())
            .toList();
    return found.stream()
        .filter(it -> text.tried.holds(words(number), it))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /// Binds numbers to what they are, where one of them is so.
  private boolean bind(List<Integer> numbers, List<String> expressions) {
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (!text.tried.holds(words(numbers.get(i)), expressions.get(i))) {
        wrong.add(numbers.get(i));
      }
    }
    if (wrong.size() == numbers.size()) {
      return false;
    }
    for (int i = 0; i < numbers.size(); i++) {
      text.mark(numbers.get(i), "= " + expressions.get(i));
    }
    text.settle(numbers);
    text.count(Outcome.CHECKED, numbers.size() - wrong.size());
    wrong.forEach(text::leave);
    return true;
  }

  /// The numbers of a point: what its letters are, or just where somebody looks.
  private void place(List<Integer> point, List<String> letters) {
    for (int i = 0; i < point.size(); i++) {
      if (text.isSettled(point.get(i))) {
        continue;
      }
      boolean is = i < letters.size() && text.tried.holds(words(point.get(i)), letters.get(i));
      text.mark(point.get(i), is ? "= " + letters.get(i) : "plain");
      text.count(is ? Outcome.CHECKED : Outcome.PLAIN, 1);
    }
    text.settle(point);
  }

  private String words(int number) {
    Token token = text.scan.tokens().get(number);
    return text.scan.text().substring(token.start(), token.end());
  }

  private List<Integer> numbers(int start, int end) {
    return IntStream.range(0, text.scan.tokens().size())
        .filter(it -> text.scan.tokens().get(it).is(Kind.NUMBER))
        .filter(it -> text.scan.tokens().get(it).start() >= start)
        .filter(it -> text.scan.tokens().get(it).end() <= end)
        .boxed()
        .toList();
  }
}
