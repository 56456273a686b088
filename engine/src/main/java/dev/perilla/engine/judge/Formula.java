package dev.perilla.engine.judge;

import dev.perilla.chapter.source.Text;
import dev.perilla.engine.judge.FormulaKey.Range;
import dev.perilla.engine.judge.Judgement.Outcome;
import dev.perilla.engine.language.Limits;
import dev.perilla.engine.language.Machine;
import dev.perilla.engine.language.Python;
import dev.perilla.engine.language.number.RandomSource;
import dev.perilla.engine.language.syntax.Dialect;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.Parser;
import dev.perilla.engine.language.syntax.UnaryOp;
import dev.perilla.engine.language.text.Numerals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// A formula as a function of its names: numbers, names, arithmetic and some functions of the code
/// language, nothing that could do anything else.
final class Formula {
  /// At how many points it is looked at.
  static final int POINTS = 40;

  private static final long SEED = 20;
  private static final Limits LIMITS =
      new Limits(200_000, 50_000, 1L << 20, 100, 1_000, Duration.ofSeconds(5));
  private static final Set<String> FUNCTIONS =
      Set.of("tanh", "exp", "log", "sqrt", "sin", "cos", "sigmoid", "relu", "abs", "max", "min");

  /// `tanh(x)` beside `x.tanh()`, of numbers and of values.
  private static final String PRELUDE =
      """
      def tanh(v): return (v + Value(0)).tanh()
      def exp(v): return (v + Value(0)).exp()
      def log(v): return (v + Value(0)).log()
      def sqrt(v): return (v + Value(0)).sqrt()
      def sin(v): return (v + Value(0)).sin()
      def cos(v): return (v + Value(0)).cos()
      def sigmoid(v): return (v + Value(0)).sigmoid()
      def relu(v): return (v + Value(0)).relu()
      """;

  private final List<Range> names;
  private final Text text;
  private final Parser.Expression parsed;

  Formula(List<Range> names, String source) {
    this.names = names;
    this.text = Trial.text(source.strip());
    this.parsed = Parser.expression(text, Dialect.TEXT);
  }

  /// Why it is no formula of these names.
  Optional<Outcome> fault() {
    return parsed.tree().map(this::fault).orElse(Optional.of(Outcome.NO_FORMULA));
  }

  private Optional<Outcome> fault(Expr tree) {
    return switch (tree) {
      case Expr.Num _ -> Optional.empty();
      case Expr.Name name ->
          names.stream().anyMatch(range -> range.name().equals(name.id()))
              ? Optional.empty()
              : Optional.of(Outcome.UNKNOWN_NAME);
      case Expr.Unary unary ->
          unary.op() == UnaryOp.NOT ? Optional.of(Outcome.NO_FORMULA) : fault(unary.operand());
      case Expr.Binary binary -> fault(binary.left()).or(() -> fault(binary.right()));
      case Expr.Call call -> callee(call).or(() -> arguments(call));
      case Expr.Derivative _,
          Expr.Attribute _,
          Expr.Str _,
          Expr.FString _,
          Expr.Constant _,
          Expr.ListOf _,
          Expr.TupleOf _,
          Expr.SetOf _,
          Expr.DictOf _,
          Expr.Starred _,
          Expr.Logic _,
          Expr.Compare _,
          Expr.Conditional _,
          Expr.Lambda _,
          Expr.Index _,
          Expr.Slice _,
          Expr.Comprehension _,
          Expr.Walrus _,
          Expr.Yield _,
          Expr.YieldFrom _ ->
          Optional.of(Outcome.NO_FORMULA);
    };
  }

  private Optional<Outcome> callee(Expr.Call call) {
    if (call.callee() instanceof Expr.Attribute method) {
      return FUNCTIONS.contains(method.name())
          ? fault(method.object())
          : Optional.of(Outcome.UNKNOWN_NAME);
    }
    if (call.callee() instanceof Expr.Name name) {
      return FUNCTIONS.contains(name.id()) ? Optional.empty() : Optional.of(Outcome.UNKNOWN_NAME);
    }
    return Optional.of(Outcome.NO_FORMULA);
  }

  private Optional<Outcome> arguments(Expr.Call call) {
    for (Expr.Argument argument : call.arguments()) {
      Optional<Outcome> fault =
          argument.pass() == Expr.Pass.POSITION
              ? fault(argument.value())
              : Optional.of(Outcome.NO_FORMULA);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /// Its value at each point; empty where it has none there.
  List<OptionalDouble> values() {
    Machine machine = new Machine(LIMITS);
    if (FUNCTIONS.stream().anyMatch(text.value()::contains)) {
      machine.run(Trial.text(PRELUDE));
    }
    RandomSource random = new RandomSource();
    random.seed(SEED);
    double[] from = new double[names.size()];
    double[] to = new double[names.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = Numerals.parseFloat(names.get(i).from());
      to[i] = Numerals.parseFloat(names.get(i).to());
    }
    List<OptionalDouble> values = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      for (int k = 0; k < from.length; k++) {
        machine.leaf(names.get(k).name(), random.uniform(from[k], to[k]));
      }
      OptionalDouble value =
          parsed
              .tree()
              .flatMap(tree -> machine.evaluate(text, tree).result())
              .map(Python::real)
              .orElse(OptionalDouble.empty());
      boolean finite = value.isPresent() && Double.isFinite(value.getAsDouble());
      values.add(finite ? value : OptionalDouble.empty());
    }
    return values;
  }

  /// What tells it apart from other functions: its values with six digits.
  String print() {
    StringBuilder out = new StringBuilder();
    List<OptionalDouble> values = values();
    double zero = 1e-8 * FormulaKey.size(values);
    for (OptionalDouble value : values) {
      if (value.isEmpty()) {
        out.append("- ");
      } else {
        BigDecimal rounded =
            new BigDecimal(value.getAsDouble()).round(new MathContext(6, RoundingMode.HALF_EVEN));
        out.append(
            Math.abs(value.getAsDouble()) <= zero
                ? "0"
                : rounded.stripTrailingZeros().toPlainString());
        out.append(' ');
      }
    }
    return out.toString();
  }
}
