package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import java.util.List;
import java.util.Optional;

/// A statement with letters that the program does not have: a name for what is computed, as `t` of
/// `t = 20 / 9.81 = 2.04`, or an [Equation].
///
/// @param text in which the chain stands
record Letters(State state, Text text, Chain chain) {
  /// The sides behind such names; empty where none stand there, or too few sides are left to say
  /// what is computed.
  Optional<Chain> behind() {
    List<Expr> sides = chain.sides();
    int first = 0;
    while (first + 2 < sides.size()
        && Comparison.isEquality(chain.relations().get(first))
        && isName(sides.get(first))) {
      first++;
    }
    List<Expr> rest = sides.subList(first, sides.size());
    boolean computes = rest.stream().allMatch(it -> free(source(it)).isEmpty());
    return first > 0 && computes
        ? Optional.of(new Chain(rest, chain.relations().subList(first, chain.relations().size())))
        : Optional.empty();
  }

  /// The names in code that the program does not have.
  List<String> free(Text code) {
    return Lexeme.names(code).stream()
        .map(Strokes::of)
        .filter(it -> !it.isEmpty() && !isKnown(it))
        .distinct()
        .toList();
  }

  /// What it says of letters, for the end of the chapter: `2x + 6 = 10`, or `x = 2`.
  ///
  /// @param whyNot what is reported where their numbers do not make it hold; empty for what has no
  ///   number itself, `U = R I`
  Optional<Equation> equation(Optional<Finding> whyNot) {
    List<String> free = free(source());
    boolean isEquation = chain.relations().stream().allMatch(Comparison::isEquality);
    return isEquation && !free.isEmpty()
        ? Optional.of(new Equation(this, free, whyNot))
        : Optional.empty();
  }

  Text source() {
    return text.sub(chain.start(), chain.end());
  }

  /// What is computed under the first name, `x` of `x = 10 - 3 = 7`.
  ///
  /// @param behind the sides behind the names
  Optional<Equation.Value> value(Chain behind) {
    return chain.sides().getFirst() instanceof Expr.Name name
        ? Optional.of(
            new Equation.Value(
                name.id(), source(behind.sides().getFirst()).value(), source().span()))
        : Optional.empty();
  }

  /// `t`, `P(A)`, `dL/dw`: a name without a digit, which might be a place in a row, of names that
  /// the program does not have.
  private boolean isName(Expr side) {
    return switch (side) {
      case Expr.Name _, Expr.Call _, Expr.Index _ -> {
        Text source = source(side);
        yield !Numeral.anyDigit(source.value())
            && Lexeme.names(source).stream().noneMatch(this::isKnown);
      }
      case Expr.Derivative derivative ->
          !Numeral.anyDigit(source(side).value()) && !isKnown(derivative.over().id().substring(1));
      default -> false; // a question about some shapes of many
    };
  }

  Text source(Expr expr) {
    return Side.written(text, expr);
  }

  /// Whether the program has the name, here or further down.
  private boolean isKnown(String name) {
    return new Identity(state, text, chain).isKnown(name)
        || state.below(it -> it.knows(name)).isPresent();
  }
}
