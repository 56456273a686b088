package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Span;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain.Relation;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text says of letters that the program does not have: `2x + 6 = 10`. It holds where the
/// chapter gives them numbers, `x = 2`, or functions, `f(x) = x³`, with which it does; and these
/// hold that make such an equation hold.
///
/// @param free its letters
/// @param whyNot what is reported where it does not hold
record Equation(Letters said, List<String> free, Optional<Finding> whyNot) {
  private static final int MOST = 200;
  private static final String FUNCTION = "lambda ";
  private static final BigDecimal NOTHING = new BigDecimal("1e-9");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t]*\\n");

  /// A number, or a function, that a text gives to a letter.
  ///
  /// @param source how it is written
  record Value(String letter, String source, Span place) {
    /// Whether it says the same.
    String said() {
      return letter + " = " + source;
    }

    /// Whether it stands in the paragraph of an equation.
    private boolean isBeside(Span other) {
      int from = Math.min(place.start(), other.start());
      int to = Math.max(place.start(), other.start());
      return place.file() == other.file()
          && !PARAGRAPH.matcher(place.file().text()).region(from, to).find();
    }
  }

  private Span place() {
    return said.source().span();
  }

  /// What `x = 2` gives, or `x = 1/2`, or `f(x) = x³`.
  Optional<Value> given() {
    List<Expr> sides = said.chain().sides();
    if (sides.size() != 2) {
      return Optional.empty();
    }
    Text last = said.source(sides.getLast());
    List<String> left = said.free(last);
    return switch (sides.getFirst()) {
      case Expr.Name name when free.contains(name.id()) && left.isEmpty() ->
          Optional.of(new Value(name.id(), last.value(), place()));
      case Expr.Call(Expr.Name name, List<Expr.Argument> arguments, int _, int _)
          when free.contains(name.id()) -> {
        List<String> of =
            arguments.stream()
                .map(it -> it.value() instanceof Expr.Name one ? one.id() : "")
                .toList();
        yield new HashSet<>(of).equals(new HashSet<>(left)) && !left.contains(name.id())
            ? Optional.of(
                new Value(
                    name.id(), FUNCTION + String.join(", ", of) + ": " + last.value(), place()))
            : Optional.empty();
      }
      default -> Optional.empty(); // a question about two shapes of many
    };
  }

  /// The numbers that one side has in the places of letters of the side before: those of `m v² = 2
  /// × 3²`.
  private List<Value> put() {
    List<Value> put = new ArrayList<>();
    List<Expr> sides = said.chain().sides();
    for (int i = 0; i + 1 < sides.size(); i++) {
      for (Put each : Put.all(sides.get(i), sides.get(i + 1)).orElse(List.of())) {
        if (each.name() instanceof Expr.Name name
            && free.contains(name.id())
            && !sides.get(i).equals(name)) {
          Text number = said.text().sub(each.number().start(), each.number().end());
          put.add(new Value(name.id(), number.value(), place()));
        }
      }
    }
    return put;
  }

  /// The numbers of the program that are among several of a letter, `x1` and `x_2` of `x`.
  private List<Value> known(String letter) {
    return said.state().numbers().stream()
        .map(State.Named::expression)
        .filter(it -> it.matches(Pattern.quote(letter) + "_?\\d"))
        .map(it -> new Value(letter, it, place()))
        .toList();
  }

  /// Those equations that nothing makes hold, as findings.
  ///
  /// @param computed numbers that the chapter computes under a letter
  static List<Finding> unsolved(List<Equation> equations, Set<Value> computed, Said closed) {
    Set<Value> values = new HashSet<>(computed);
    equations.forEach(it -> it.given().ifPresent(values::add));
    equations.forEach(it -> values.addAll(it.put()));
    Set<String> used = new HashSet<>();
    List<Equation> open = new ArrayList<>();
    equations.stream().filter(it -> it.given().isEmpty()).forEach(open::add);
    boolean goesOn = true;
    while (goesOn) {
      goesOn = open.removeIf(it -> it.isSolved(values, used, closed));
    }
    equations.stream()
        .filter(it -> it.given().filter(one -> !used.contains(one.said())).isPresent())
        .forEach(open::add);
    return open.stream().flatMap(it -> it.whyNot().stream()).toList();
  }

  /// Whether some of the values make it hold; takes in which, and what it computes with them.
  private boolean isSolved(Set<Value> values, Set<String> used, Said closed) {
    List<Map<String, Value>> ways = new ArrayList<>(List.of(Map.of()));
    Optional<String> named = Optional.empty();
    boolean isOfFunction =
        values.stream()
            .anyMatch(it -> it.source().startsWith(FUNCTION) && free.contains(it.letter()));
    for (String letter : free) {
      List<Value> mine =
          values.stream()
              .filter(it -> it.letter().equals(letter) || (!isSide(letter) && isOne(letter, it)))
              .toList();
      if (mine.isEmpty() && !isSide(letter)) {
        mine = known(letter);
      }
      if (mine.stream().anyMatch(it -> it.isBeside(place()))) {
        mine = mine.stream().filter(it -> it.isBeside(place())).toList();
      }
      if (mine.isEmpty() && isOfFunction && !isSide(letter)) {
        continue; // it is said for all numbers
      }
      if (mine.isEmpty()) {
        if (named.isPresent() || !isSide(letter)) {
          return false;
        }
        named = Optional.of(letter);
        continue;
      }
      List<Map<String, Value>> more = new ArrayList<>();
      for (Map<String, Value> way : ways) {
        for (Value value : mine) {
          Map<String, Value> longer = new HashMap<>(way);
          longer.put(letter, value);
          more.add(longer);
        }
      }
      ways = more.subList(0, Math.min(more.size(), MOST));
    }
    boolean isSolved = false;
    for (Map<String, Value> way : ways) {
      if (!way.isEmpty() && holds(way, named, closed)) {
        isSolved = true;
        way.values().forEach(it -> used.add(it.said()));
        named.ifPresent(it -> values.add(new Value(it, with(way, lastComputed(it)), place())));
      }
    }
    return isSolved;
  }

  /// Whether it is one of several numbers of a letter, `x_1` of `x`.
  private static boolean isOne(String letter, Value value) {
    return value.letter().startsWith(letter + "_")
        && value.letter().substring(letter.length() + 1).chars().allMatch(Character::isDigit);
  }

  private boolean isSide(String letter) {
    List<Expr> sides = said.chain().sides();
    return sides.size() > 2
        && sides.stream().anyMatch(it -> isName(it, letter))
        && sides.stream()
            .filter(it -> !isName(it, letter))
            .noneMatch(it -> Lexeme.names(said.source(it)).contains(letter));
  }

  private static boolean isName(Expr side, String letter) {
    return side instanceof Expr.Name name && name.id().equals(letter);
  }

  /// The last side that computes something.
  private Expr lastComputed(String name) {
    Written written = new Written(said.text(), said.state());
    return said.chain().sides().stream()
        .filter(it -> !isName(it, name) && written.literal(it).isEmpty())
        .reduce((_, last) -> last)
        .orElse(said.chain().sides().getLast());
  }

  private boolean holds(Map<String, Value> way, Optional<String> named, Said closed) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < said.chain().sides().size(); i++) {
      Expr side = said.chain().sides().get(i);
      if (named.filter(it -> isName(side, it)).isEmpty()) {
        boolean isAbout =
            i > 0 && said.chain().relations().get(i - 1).kind() == Relation.Kind.ABOUT;
        code.append(code.isEmpty() ? "" : isAbout ? " ≈ " : " = ").append(with(way, side));
      }
    }
    Account tried = new Account("tried");
    Statements.Verdict verdict =
        new Statements(said.state(), tried, closed).check(Text.at(code.toString(), place()));
    boolean holds =
        tried.findings().isEmpty()
            && verdict.covered().stream().anyMatch(it -> it.entry().isPresent());
    return (holds && !isFactored(way)) || isBetween(way);
  }

  /// Whether letters stand on both sides, and both are 0: of `x² - 9 = (x - 3)(x + 2)`, which is
  /// said for all numbers, 3 is a root too.
  private boolean isFactored(Map<String, Value> way) {
    List<Expr> sides = said.chain().sides();
    return sides.size() == 2
        && sides.stream().noneMatch(it -> said.free(said.source(it)).isEmpty())
        && sides.stream().noneMatch(Expr.Name.class::isInstance)
        && said.state().evaluate(Text.at(with(way, sides.getFirst()), place()))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Quantity quantity
        && quantity.exact().abs().compareTo(NOTHING) < 0;
  }

  /// Whether the only letter is a rounded number, with a root of the equation among those that it
  /// is rounded from.
  private boolean isBetween(Map<String, Value> way) {
    if (way.size() != 1 || said.chain().sides().size() != 2) {
      return false;
    }
    Value value = way.values().iterator().next();
    Optional<Numeral> numeral = Numeral.whole(value.source(), Notation.POINT);
    if (numeral.filter(it -> !it.exact() && it.value().isPresent()).isEmpty()) {
      return false;
    }
    BigDecimal half = numeral.get().unit().divide(BigDecimal.TWO);
    List<Integer> signs = new ArrayList<>();
    for (BigDecimal by : List.of(half, half.negate())) {
      String end = numeral.get().value().orElseThrow().add(by).toPlainString();
      Map<String, Value> there = Map.of(free.getFirst(), new Value(value.letter(), end, place()));
      List<String> sides = said.chain().sides().stream().map(it -> with(there, it)).toList();
      Text difference = Text.at("%s - (%s)".formatted(sides.getFirst(), sides.getLast()), place());
      if (said.state().evaluate(difference) instanceof State.Reply.Given given
          && given.fact() instanceof Fact.Quantity quantity) {
        signs.add(quantity.exact().signum());
      }
    }
    return signs.size() == 2 && !signs.getFirst().equals(signs.getLast());
  }

  /// A side with the values in the places of the letters.
  private String with(Map<String, Value> way, Expr side) {
    Text source = Text.at(said.source(side).value(), Span.at(SourceFile.of("", ""), 0));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Lexeme word : Lexeme.all(source)) {
      String name = source.value().substring(word.start(), word.end());
      Value value = way.get(Strokes.of(name));
      out.append(source.value(), at, value == null ? word.end() : word.start());
      if (value != null) {
        String strokes = name.substring(Strokes.of(name).length());
        out.append(strokes).append('(').append(value.source()).append(')');
      }
      at = word.end();
    }
    return out.append(source.value().substring(at)).toString();
  }
}
