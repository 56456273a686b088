package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Relation;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import java.util.List;
import java.util.stream.IntStream;

/// What is said for all numbers, of a function of the program, `f(x) = x³`, or of none, `(x + 1)² =
/// x² + 2x + 1`: an equation with letters that the program does not have. It is tried at some
/// places.
///
/// @param text in which the equation stands
record Identity(State state, Text text, Chain equation) {
  /// Whether it holds where it has a value.
  enum Truth {
    ALWAYS,
    NEVER,
    /// here and there, or it has no value, or is none
    UNKNOWN
  }

  /// Where it is tried, for its first three letters.
  private static final List<List<String>> PLACES =
      List.of(
          List.of("0.7", "1.3", "2.1"),
          List.of("1.9", "0.6", "3.2"),
          List.of("3.1", "2.3", "0.8"),
          List.of("-0.7", "1.6", "-1.2"),
          List.of("-1.8", "-0.4", "0.9"),
          List.of("-2.6", "-1.7", "-0.3"));

  /// At so many places it has to have a value.
  private static final int ENOUGH = 3;

  Truth truth() {
    int equal = 0; // so many sides from the first on
    while (equal < equation.relations().size()
        && equation.relations().get(equal).kind() == Relation.Kind.EQUAL) {
      equal++;
    }
    if (equal == 0 || !holdsBehind(equal)) {
      return Truth.UNKNOWN;
    }
    List<String> sides = equation.sides().subList(0, equal + 1).stream().map(this::code).toList();
    Text all = Text.at(String.join(" = ", sides), text.span());
    List<String> free = free(all);
    if (free.isEmpty()
        || free.size() > PLACES.getFirst().size()
        || sides.stream().distinct().count() < sides.size()) {
      return Truth.UNKNOWN;
    }
    String values = "(lambda %s: %s)".formatted(String.join(", ", free), sides);
    int same = 0;
    int other = 0;
    for (List<String> place : PLACES) {
      String at = String.join(", ", place.subList(0, free.size()));
      if (state.evaluate(Text.at(values + "(" + at + ")", text.span()))
              instanceof State.Reply.Given given
          && given.fact() instanceof Fact.Sequence(List<Fact> facts, String _)
          && facts.stream().allMatch(it -> it instanceof Fact.Quantity)) {
        boolean isSame = facts.stream().allMatch(it -> Judge.same(facts.getFirst(), it));
        same += isSame ? 1 : 0;
        other += isSame ? 0 : 1;
      }
    }
    return same >= ENOUGH && other == 0
        ? Truth.ALWAYS
        : same == 0 && other >= ENOUGH && isOfFunction(all, free) && isDefinition(free)
            ? Truth.NEVER
            : Truth.UNKNOWN;
  }

  /// Whether what stands behind the equation holds by itself: the `2 > 0` of `f''(x) = 2 > 0`.
  private boolean holdsBehind(int equal) {
    if (equal == equation.relations().size()) {
      return true;
    }
    int start = equation.sides().get(equal).start();
    return state.evaluate(text.sub(start, equation.sides().getLast().end()))
            instanceof State.Reply.Given given
        && given.fact() instanceof Fact.Truth truth
        && truth.value();
  }

  private String code(Expr side) {
    return Side.written(text, side).value();
  }

  /// The letters of both sides that the program does not have.
  private List<String> free(Text both) {
    return Lexeme.names(both).stream().filter(it -> !isKnown(it)).toList();
  }

  boolean isKnown(String name) {
    return state.knows(name)
        || state.evaluate(Text.at(name, text.span())) instanceof State.Reply.Given
        || state.evaluate(Text.at(name + "(0.5)", text.span())) instanceof State.Reply.Given;
  }

  /// Whether a function of the program is called with all the letters.
  private boolean isOfFunction(Text both, List<String> free) {
    List<Lexeme> words = Lexeme.all(both);
    return IntStream.range(0, words.size() - 1)
        .anyMatch(
            i ->
                words.get(i).kind() == Lexeme.Kind.NAME
                    && isFunction(source(both, words.get(i)))
                    && source(both, words.get(i + 1)).equals("(")
                    && inBrackets(both, words, i + 1).containsAll(free));
  }

  private boolean isFunction(String name) {
    return state.knows(name) || Strokes.is(name);
  }

  private static List<String> inBrackets(Text code, List<Lexeme> words, int open) {
    int depth = 0;
    int end = open;
    do {
      String word = source(code, words.get(end));
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      end++;
    } while (end < words.size() && depth > 0);
    return Lexeme.names(code.sub(words.get(open).start(), words.get(end - 1).end()));
  }

  private static String source(Text code, Lexeme word) {
    return code.value().substring(word.start(), word.end());
  }

  /// Whether a side is the function of these letters and nothing else, which the other side
  /// defines.
  private boolean isDefinition(List<String> free) {
    return equation.sides().size() == 2
        && equation.sides().getFirst() instanceof Expr.Call call
        && ((call.callee() instanceof Expr.Name
                && !(equation.sides().getLast() instanceof Expr.Num))
            || isOfTerm(call))
        && call.arguments().stream()
            .allMatch(it -> it.value() instanceof Expr.Name name && free.contains(name.id()));
  }

  /// `(x² + 1)'`, or what `d/dx` stands before.
  private static boolean isOfTerm(Expr.Call call) {
    return call.callee() instanceof Expr.Call derived
        && derived.callee() instanceof Expr.Name name
        && Strokes.is(name.id());
  }
}
