package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Accounting.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A table of typed numbers below headings of which some compute with others, `x` and `x²`: each
/// row states what its numbers give, with what the program has for other names.
///
/// @param code what code or a formula says, in the code language
/// @param settled is given the numerals that are accounted for so, by their place, with what
///   computes them
/// @param held likewise, the headings
record Grid(
    Settling settling,
    Function<Run, Optional<String>> code,
    Map<Span, String> settled,
    Map<Span, String> held) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

  /// A heading that can be computed with.
  ///
  /// @param code without brackets around it
  private record Head(Run run, Text code) {
    boolean isName() {
      return tree(code) instanceof Expr.Name;
    }

    /// Whether it computes with a name, also one of `2x`.
    boolean has(String name) {
      return WORD.matcher(code.value()).results().anyMatch(it -> it.group().equals(name));
    }

    private static Expr tree(Text code) {
      return Parser.chains(code) instanceof Reading.Chains read
          ? read.chains().getFirst().sides().getFirst()
          : new Expr.Name("", 0, 0);
    }
  }

  /// Reads the numbers of a table, of rows or of columns.
  ///
  /// @param cells all of them, row by row, those of the headings first; a gap for what is no number
  ///   and no heading
  void read(List<List<Run>> cells) {
    below(cells);
    int width = cells.stream().mapToInt(List::size).min().orElse(0);
    below(
        IntStream.range(0, width)
            .mapToObj(column -> cells.stream().map(row -> row.get(column)).toList())
            .toList());
  }

  private void below(List<List<Run>> cells) {
    if (cells.isEmpty()) {
      return;
    }
    List<Optional<Head>> heads = cells.getFirst().stream().map(this::head).toList();
    for (int column = 0; column < heads.size(); column++) {
      Optional<Head> head = heads.get(column).filter(it -> !it.isName());
      boolean holds = head.isPresent();
      for (int row = 1; row < cells.size() && head.isPresent(); row++) {
        holds &=
            (cells.size() > 2 || isOfHere(heads, cells.get(row)))
                && holds(head.get(), heads, cells.get(row), column);
      }
      if (holds) {
        hold(head.get());
      }
    }
  }

  /// Whether the only row has the program's numbers of names that it has.
  private boolean isOfHere(List<Optional<Head>> heads, List<Run> row) {
    return IntStream.range(0, Math.min(heads.size(), row.size()))
        .filter(i -> heads.get(i).filter(Head::isName).isPresent())
        .allMatch(
            i ->
                number(row.get(i)).isEmpty()
                    || !(settling.state().evaluate(heads.get(i).orElseThrow().code())
                        instanceof State.Reply.Given given)
                    || Judge.agrees(given.fact(), number(row.get(i)), given.fact()));
  }

  private void hold(Head head) {
    held.put(head.run().text().span(), head.code().value());
    if (!head.run().isAtom()) {
      Text words = head.run().text();
      for (Numeral numeral : Numeral.scan(words.value(), settling.notation(words))) {
        settled.put(words.span(numeral.start(), numeral.end()), head.code().value());
      }
    }
  }

  private Optional<Head> head(Run run) {
    Optional<String> read =
        run.isAtom()
            ? code.apply(run).map(it -> it.substring(1, it.length() - 1))
            : run.isGap() ? Optional.empty() : Optional.of(run.text().value().strip());
    return read.map(it -> new Head(run, Strokes.read(Text.at(it, run.text().span()))))
        .filter(
            it ->
                Parser.chains(it.code()) instanceof Reading.Chains chains
                    && chains.chains().size() == 1
                    && chains.chains().getFirst().relations().isEmpty()
                    && WORD.matcher(it.code().value()).find());
  }

  /// Whether a number in a row is the one that its heading computes from the others; one that is
  /// another is reported.
  private boolean holds(Head head, List<Optional<Head>> heads, List<Run> row, int column) {
    Optional<Numeral> number = column < row.size() ? number(row.get(column)) : Optional.empty();
    if (number.isEmpty()) {
      return false;
    }
    Map<String, Run> inputs = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(heads.size(), row.size()); i++) {
      Optional<String> name = heads.get(i).filter(Head::isName).map(it -> it.code().value());
      if (name.isPresent() && head.has(name.get()) && number(row.get(i)).isPresent()) {
        inputs.put(name.get(), row.get(i));
      }
    }
    if (inputs.isEmpty()) {
      return false;
    }
    List<String> digits =
        inputs.values().stream().map(it -> Tokens.digits(number(it).orElseThrow())).toList();
    String computed =
        "(lambda %s: %s)(%s)"
            .formatted(
                String.join(", ", inputs.keySet()), head.code().value(), String.join(", ", digits));
    Text words = row.get(column).text();
    Span place = words.span(number.get().start(), number.get().end());
    if (!(settling.state().evaluate(Text.at(computed, place)) instanceof State.Reply.Given given)
        || !(given.fact() instanceof Fact.Quantity quantity)) {
      return false;
    }
    boolean isAbout = words.value().strip().startsWith("≈");
    List<String> sides = new ArrayList<>();
    inputs.forEach((name, run) -> sides.add(name + " = " + run.text().value().strip()));
    String shown = head.code().value() + " where " + String.join(", ", sides);
    if (!Judge.agrees(number.get(), quantity, isAbout)) {
      settling
          .account()
          .report(
              Faults.falseNumber(
                  number.get(), settling.notation(words), place, quantity, shown, isAbout));
    }
    settled.put(place, shown);
    Map<Span, String> operands = new HashMap<>();
    inputs.forEach(
        (name, run) -> {
          Numeral numeral = number(run).orElseThrow();
          operands.put(run.text().span(numeral.start(), numeral.end()), shown);
        });
    operands.forEach(settled::putIfAbsent);
    return true;
  }

  /// The number that a cell is.
  private Optional<Numeral> number(Run cell) {
    if (cell.isGap()) {
      return Optional.empty();
    }
    String text = cell.text().value();
    List<Numeral> all = Numeral.scan(text, settling.notation(cell.text()));
    return all.size() == 1
            && all.getFirst().value().isPresent()
            && text.substring(all.getFirst().end()).isBlank()
            && text.substring(0, all.getFirst().start()).replace('≈', ' ').isBlank()
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }
}
