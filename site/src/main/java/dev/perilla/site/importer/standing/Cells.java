package dev.perilla.site.importer.standing;

import dev.perilla.site.importer.words.Equation;
import dev.perilla.site.importer.words.Equation.Form;
import dev.perilla.site.importer.words.Equation.Side;
import dev.perilla.site.importer.words.Scan.Kind;
import dev.perilla.site.importer.words.Scan.Token;
import dev.perilla.site.importer.words.Scan.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows of a table that spell out how a number comes about: what stands in the last cell is held to
/// what stands in the cells before it.
///
/// @param text that they stand in
record Cells(Dressing text) {
  void all() {
    text.rows.forEach(this::row);
  }

  private void row(Equation row) {
    Side last = row.sides().getLast();
    String words = text.scan.text().substring(last.start(), last.end());
    List<Side> sides = row.sides().subList(0, row.sides().size() - 1);
    Optional<Side> held =
        sides.stream()
            .filter(it -> it.form() != Form.NAME)
            .filter(it -> text.tried.holds(words, it.code()))
            .reduce((first, second) -> second);
    Map<Token, String> behind = held.isPresent() ? Map.of() : text.candidates.rounded().behind(row);
    if (held.isEmpty() && behind.isEmpty()) {
      return;
    }
    inputs(sides, sides.getFirst().start());
    sides.forEach(it -> side(it, behind));
    for (int index : numbers(last)) {
      String expression =
          held.map(Side::code).orElseGet(() -> behind.get(text.scan.tokens().get(index)));
      text.mark(index, "= " + expression);
      text.settle(List.of(index));
      text.count(Outcome.CHECKED, 1);
    }
  }

  /// The cells before that hold nothing but a number that is computed with: `| 0.4 | 0.4 - 0.1 |`.
  private void inputs(List<Side> sides, int before) {
    Set<String> operands =
        sides.stream()
            .filter(it -> it.form() == Equation.Form.ARITHMETIC)
            .flatMap(it -> it.tokens().stream())
            .filter(it -> it.is(Kind.NUMBER))
            .map(Token::code)
            .collect(Collectors.toSet());
    int line = text.scan.text().lastIndexOf('\n', before - 1) + 1;
    for (int index : numbers(line, before)) {
      Token token = text.scan.tokens().get(index);
      String cell = text.scan.text().substring(line, token.start()).replaceFirst("(?s).*\\|", "");
      boolean alone =
          cell.matches("[\\s*`]*")
              && text.scan.text().substring(token.end()).matches("(?s)[\\s*`]*\\|.*");
      if (alone && operands.contains(token.code())) {
        text.operand(index, Optional.empty());
      }
    }
  }

  /// What is computed with: in code that holds or claims nothing by itself as it is written.
  private void side(Side side, Map<Token, String> behind) {
    List<Integer> numbers = numbers(side);
    boolean code = side.tokens().getFirst().zone() == Zone.CODE;
    boolean stated = // by itself, in its cell
        !code
            && text.equations.stream()
                .anyMatch(it -> it.start() <= side.start() && side.end() <= it.end());
    if (numbers.isEmpty() || stated || (code && side.form() == Form.FORMULA)) {
      return;
    }
    if (code) {
      int open = text.scan.text().lastIndexOf('`', side.start());
      int close = text.scan.text().indexOf('`', side.end());
      String content = text.scan.text().substring(open + 1, close);
      boolean relation =
          text.scan.tokens().stream()
              .anyMatch(it -> it.is(Kind.RELATION) && it.start() > open && it.end() <= close);
      if (relation && !text.tried.span(content).isEmpty()) {
        List<Integer> inside = numbers(open, close);
        text.around(open, close + 1, "plain");
        text.settle(inside);
        text.count(Outcome.PLAIN, inside.size());
      }
      if (relation) {
        return;
      }
    }
    for (int index : numbers) {
      Optional<String> exact = Optional.ofNullable(behind.get(text.scan.tokens().get(index)));
      text.operand(index, exact);
    }
  }

  private List<Integer> numbers(Side side) {
    return numbers(side.start(), side.end());
  }

  private List<Integer> numbers(int start, int end) {
    return IntStream.range(0, text.scan.tokens().size())
        .filter(i -> text.scan.tokens().get(i).is(Kind.NUMBER) && !text.isSettled(i))
        .filter(i -> text.scan.tokens().get(i).start() >= start)
        .filter(i -> text.scan.tokens().get(i).end() <= end)
        .boxed()
        .toList();
  }
}
