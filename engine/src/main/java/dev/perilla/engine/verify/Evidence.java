package dev.perilla.engine.verify;

import dev.perilla.chapter.source.Finding;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.syntax.Chain;
import dev.perilla.engine.language.syntax.Chain.Reading;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Lexeme;
import dev.perilla.engine.language.syntax.Parser;
import java.util.List;
import java.util.Optional;

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
    return given(expression).filter(it -> isOfProgram(expression));
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
    } else if (reading instanceof Reading.Chains chains) {
      List<String> sides =
          chains.chains().get(0).sides().stream()
              .map(side -> expression.value().substring(side.start(), side.end()).replace(" ", ""))
              .toList();
      if (sides.size() > 1 && sides.stream().distinct().count() == 1) {
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
