package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.verify.Numeral.Notation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Evidence has to come from the program: an expression that names nothing and computes nothing
/// proves nothing, and neither does a comparison of a thing with itself.
public final class Evidence {
  private final State state;
  private final Account account;

  public Evidence(State state, Account account) {
    this.state = state;
    this.account = account;
  }

  /// What an expression gives, if it is evidence for anything.
  Optional<State.Reply.Given> of(Text expression) {
    if (expression.value().isBlank()) {
      account.report(
          Finding.error(VerifyCode.NO_EVIDENCE, expression.span(), "there is no expression here")
              .help("write a name or an expression of the program between the braces"));
      return Optional.empty();
    }
    return given(expression)
        .filter(it -> isOfProgram(expression))
        .filter(it -> isMoved(expression, it.fact()));
  }

  private Optional<State.Reply.Given> given(Text expression) {
    return switch (state.evaluate(expression)) {
      case State.Reply.Given given -> Optional.of(given);
      case State.Reply.NotEvaluated not -> Optional.empty();
      case State.Reply.Refused refused -> {
        refused.findings().forEach(account::report);
        yield Optional.empty();
      }
    };
  }

  /// Whether an expression names or computes something, and not only itself; that it does not is
  /// reported.
  public boolean isOfProgram(Text expression) {
    Optional<String> fault = Optional.empty();
    Reading reading = Parser.chains(expression);
    boolean names = Lexeme.all(expression).stream().anyMatch(word -> isName(expression, word));
    if (!names
        && !(reading instanceof Reading.Chains sums
            && sums.chains().stream().allMatch(it -> isArithmetic(expression, it)))) {
      fault = Optional.of("it names nothing of the program and computes nothing");
    } else if (reading instanceof Reading.Chains chains
        && chains.chains().getFirst().sides().size() > 1) {
      List<String> sides =
          chains.chains().get(0).sides().stream()
              .map(side -> expression.value().substring(side.start(), side.end()).replace(" ", ""))
              .toList();
      if (sides.stream().distinct().count() == 1) {
        fault = Optional.of("it compares a thing with itself");
      }
    }
    if (fault.isEmpty()) {
      return true;
    }
    account.report(
        Finding.error(
                VerifyCode.NO_EVIDENCE,
                expression.span(),
                "the expression " + expression.value() + " proves nothing: " + fault.get())
            .help(
                "name a value of the program, such as one that a block of code computes; a number"
                    + " that is no claim is marked [..]{plain}"));
    return false;
  }

  /// Whether a list is more than typed numbers, or counts, `[1, 2, 3]`; that it is not is reported.
  public boolean isListOfProgram(Text expression) {
    boolean isTyped = isTyped(expression);
    if (isTyped) {
      account.report(
          Finding.error(
                  VerifyCode.NO_EVIDENCE,
                  expression.span(),
                  expression.value() + " is typed: nothing of the program computes it")
              .help(
                  "name a list that a block of code makes; what is given stands in `given` or in a"
                      + " listing, and every fifth number is range(0, 50, 5)"));
    }
    return !isTyped;
  }

  /// Whether a list is of typed numbers and texts alone, and does not count.
  public static boolean isTyped(Text list) {
    List<Expr> items = new ArrayList<>();
    return isTyped(Parser.expression(list, Dialect.TEXT).tree().orElse(null), items)
        && !counts(items)
        && Numeral.anyDigit(list.value());
  }

  private static boolean isTyped(@Nullable Expr expr, List<Expr> items) {
    return switch (expr) {
      case Expr.ListOf list -> list.items().stream().allMatch(it -> isItem(it, items));
      case Expr.TupleOf tuple -> tuple.items().stream().allMatch(it -> isItem(it, items));
      case null, default -> false;
    };
  }

  private static boolean isItem(Expr item, List<Expr> items) {
    items.add(item);
    return item instanceof Expr.Str || Written.isBare(item) || isTyped(item, items);
  }

  /// Whether they are 0, 1, 2 and so on, or 1, 2, 3.
  private static boolean counts(List<Expr> items) {
    for (int i = 0; i < items.size(); i++) {
      String first = items.getFirst() instanceof Expr.Num it ? it.value().toString() : "";
      boolean goesOn =
          (first.equals("0") || first.equals("1"))
              && items.get(i) instanceof Expr.Num number
              && number.value().toString().equals(String.valueOf(i + Integer.parseInt(first)));
      if (!goesOn) {
        return false;
      }
    }
    return true;
  }

  /// Whether the numbers of `expression` come from its names: none is written there and would be
  /// the same for any other numbers of theirs, as 13 in `a * 0 + 13`. Names of other things than
  /// numbers cannot be moved.
  private boolean isMoved(Text expression, Fact fact) {
    Set<BigDecimal> fixed = new HashSet<>();
    Numeral.scan(expression.value(), Notation.POINT)
        .forEach(it -> it.value().map(BigDecimal::stripTrailingZeros).ifPresent(fixed::add));
    fixed.retainAll(new HashSet<>(numbers(fact)));
    if (fixed.isEmpty()) {
      return true;
    }
    Map<Lexeme, BigDecimal> names = names(expression);
    for (int i = 0; i < MOVES.size() && !fixed.isEmpty(); i++) {
      if (names.isEmpty()
          || !(state.evaluate(moved(expression, names, MOVES.get(i)))
              instanceof State.Reply.Given other)
          || numbers(other.fact()).size() != numbers(fact).size()) {
        return true;
      }
      List<BigDecimal> before = numbers(fact);
      List<BigDecimal> after = numbers(other.fact());
      for (int item = 0; item < before.size(); item++) {
        if (before.get(item).compareTo(after.get(item)) != 0) {
          fixed.remove(before.get(item));
        }
      }
    }
    if (fixed.isEmpty()) {
      return true;
    }
    String number = fixed.iterator().next().toPlainString();
    account.report(
        Finding.error(
                VerifyCode.NO_EVIDENCE,
                expression.span(),
                "the expression "
                    + expression.value()
                    + " proves nothing: "
                    + number
                    + " stands in it, and is what it gives whatever its names are")
            .help("name what gives the number; one that is no claim is marked [..]{plain}"));
    return false;
  }

  /// Other numbers for a name: of another sign, far larger, far smaller.
  private static final List<UnaryOperator<BigDecimal>> MOVES =
      List.of(
          it -> it.negate().subtract(new BigDecimal("1.37")),
          it -> it.multiply(new BigDecimal("1000.7")).add(new BigDecimal("3.1")),
          it -> it.multiply(new BigDecimal("0.001")).add(new BigDecimal("0.13")));

  private static List<BigDecimal> numbers(Fact fact) {
    return switch (fact) {
      case Fact.Quantity quantity -> List.of(quantity.exact().stripTrailingZeros());
      case Fact.Sequence sequence ->
          sequence.items().stream().flatMap(it -> numbers(it).stream()).toList();
      case Fact.NotFinite _, Fact.Truth _, Fact.Thing _ -> List.of();
    };
  }

  /// The words of an expression that are numbers of the program; none where another word is
  /// something else of the program, whose attribute is asked for, or a derivative.
  private Map<Lexeme, BigDecimal> names(Text expression) {
    Map<Lexeme, BigDecimal> names = new LinkedHashMap<>();
    for (Lexeme word : Lexeme.all(expression)) {
      if (!isName(expression, word)) {
        continue;
      }
      Text name = expression.sub(word.start(), word.end());
      boolean goesOn = expression.value().startsWith(".", word.end());
      if (goesOn
          || !(state.evaluate(name) instanceof State.Reply.Given given)
          || !(given.fact() instanceof Fact.Quantity quantity)) {
        return Map.of();
      }
      names.put(word, quantity.exact());
    }
    return names;
  }

  private static Text moved(
      Text expression, Map<Lexeme, BigDecimal> names, UnaryOperator<BigDecimal> move) {
    StringBuilder code = new StringBuilder();
    int at = 0;
    for (Map.Entry<Lexeme, BigDecimal> name : names.entrySet()) {
      code.append(expression.value(), at, name.getKey().start());
      code.append('(').append(move.apply(name.getValue()).doubleValue()).append(')');
      at = name.getKey().end();
    }
    code.append(expression.value().substring(at));
    return Text.at(code.toString(), expression.span());
  }

  /// Whether a word of an expression is a name that the program has, or the `dc` of `dc/da`.
  private boolean isName(Text expression, Lexeme word) {
    if (word.kind() != Lexeme.Kind.NAME) {
      return false;
    }
    String name = expression.value().substring(word.start(), word.end());
    return state.knows(name) || (name.startsWith("d") && state.knows(name.substring(1)));
  }

  /// Whether numbers are computed with here, as in `12 + 1` or `exp(-0.5)`, or compared after that.
  private boolean isArithmetic(Text text, Chain chain) {
    return chain.sides().stream().allMatch(it -> isOfNumbers(text, it))
        && chain.sides().stream()
            .anyMatch(it -> it instanceof Expr.Binary || it instanceof Expr.Call);
  }

  private boolean isOfNumbers(Text text, Expr expr) {
    return switch (expr) {
      case Expr.Num number -> true;
      case Expr.Unary unary -> isOfNumbers(text, unary.operand());
      case Expr.Binary binary ->
          isOfNumbers(text, binary.left()) && isOfNumbers(text, binary.right());
      case Expr.Call call ->
          call.callee() instanceof Expr.Name
              && !call.arguments().isEmpty()
              && call.arguments().stream()
                  .map(Expr.Argument::value)
                  .allMatch(it -> isOfNumbers(text, it) && !isSame(text, call, it));
      default -> false; // a question about four shapes of many
    };
  }

  /// Whether a call only hands back what it is given, as `int(3)` does.
  private boolean isSame(Text text, Expr call, Expr argument) {
    return state.evaluate(text, call, text.sub(call.start(), call.end()))
            instanceof State.Reply.Given one
        && state.evaluate(text, argument, text.sub(argument.start(), argument.end()))
            instanceof State.Reply.Given other
        && one.fact() instanceof Fact.Quantity number
        && other.fact() instanceof Fact.Quantity same
        && number.exact().compareTo(same.exact()) == 0;
  }

  static Text trimmed(Text text) {
    String value = text.value();
    int start = 0;
    int end = value.length();
    while (start < end && Character.isWhitespace(value.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(value.charAt(end - 1))) {
      end--;
    }
    return text.sub(start, end);
  }
}
