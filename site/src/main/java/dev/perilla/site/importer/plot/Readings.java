package dev.perilla.site.importer.plot;

import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.Expr;
import dev.perilla.engine.language.syntax.UnaryOp;
import dev.perilla.site.importer.words.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a formula of vectors and matrices may mean: `W * x` is a product of a matrix and a vector,
/// `u * v` one of items, a scalar product or a table. Each reading is code that the program can
/// run; which one a lesson means, the number beside it says.
final class Readings {
  private static final int MOST = 12; // of one expression
  private static final Map<String, String> CALLS =
      Map.of("sum", "total", "total", "total", "softmax", "softmax", "Softmax", "softmax");
  private static final List<String> PRODUCTS = List.of("dot", "matmul");

  private final Program program;
  private final String source;
  private int left = 400; // looked at in all: what is longer is no formula of a lesson

  private Readings(Program program, String source) {
    this.program = program;
    this.source = source;
  }

  static boolean isFunction(String name) {
    return CALLS.containsKey(name) || PRODUCTS.contains(name) || Signs.isFunction(name);
  }

  /// A meaning.
  ///
  /// @param code what the program computes
  /// @param turned whether rows and columns are exchanged, of what has but one of them
  record Reading(String code, Array value, boolean turned) {}

  /// The readings of `tree`, the likeliest first; none where the program lacks a name.
  ///
  /// @param source what the tree was read from
  static List<Reading> of(Program program, String source, Expr tree) {
    return new Readings(program, source).of(tree);
  }

  private List<Reading> of(Expr tree) {
    if (left-- <= 0) {
      return List.of();
    }
    return switch (tree) {
      case Expr.Name name -> reading(name.id());
      case Expr.Num number -> reading(text(number).replace("%", " / 100"));
      case Expr.Derivative it -> derivative(it);
      case Expr.ListOf list -> list(list.items());
      case Expr.TupleOf tuple -> list(tuple.items());
      case Expr.Index index ->
          each(of(index.object()), it -> reading(it.code() + "[" + text(index.index()) + "]"));
      case Expr.Attribute it when it.name().equals("T") -> each(of(it.object()), this::turned);
      case Expr.Unary it when it.op() == UnaryOp.NEGATE -> each(of(it.operand()), this::negative);
      case Expr.Binary it -> binary(it);
      case Expr.Call it -> call(it);
      default -> List.of(); // no other is a formula
    };
  }

  private String text(Expr tree) {
    return source.substring(tree.start(), tree.end());
  }

  /// Another way of code, one for each reading of a part.
  private interface Way {
    List<Reading> of(Reading part);
  }

  private static List<Reading> each(List<Reading> parts, Way way) {
    return parts.stream().flatMap(it -> way.of(it).stream()).limit(MOST).toList();
  }

  private List<Reading> reading(String code) {
    return program.array(code).map(it -> List.of(new Reading(code, it, false))).orElse(List.of());
  }

  /// A gradient that the program can be asked for, or one that the lesson has computed by a
  /// formula.
  private List<Reading> derivative(Expr.Derivative it) {
    if (!program.knows(it.of().id())) {
      return named(it);
    }
    List<Reading> asked = reading("grad(" + it.of().id() + ", " + text(it.by()) + ")");
    return asked.isEmpty() ? named(it) : asked;
  }

  private List<Reading> named(Expr.Derivative it) {
    return reading(Arrays.gradient(it.of().id(), text(it.by())));
  }

  private List<Reading> list(List<Expr> items) {
    StringBuilder code = new StringBuilder("[");
    for (Expr item : items) {
      List<Reading> readings = of(item);
      if (readings.isEmpty()) {
        return List.of();
      }
      code.append(code.length() == 1 ? "" : ", ").append(readings.getFirst().code());
    }
    return reading(code + "]");
  }

  private List<Reading> turned(Reading part) {
    return part.value().depth() == 2
        ? reading("transpose(" + part.code() + ")")
        : List.of(new Reading(part.code(), part.value(), true));
  }

  private List<Reading> negative(Reading part) {
    return part.value().isNumber()
        ? reading("-" + bracketed(part.code()))
        : reading("times(-1, " + part.code() + ")");
  }

  private List<Reading> call(Expr.Call call) {
    String function =
        Signs.name(text(call.callee()).replaceFirst("^(?:np|numpy|math|torch)\\.", ""));
    List<Expr> arguments = call.arguments().stream().map(Expr.Argument::value).toList();
    if (arguments.size() == 2 && PRODUCTS.contains(function)) {
      return pairs(of(arguments.get(0)), of(arguments.get(1)), (a, b) -> List.of("dot"));
    }
    boolean hinge = function.equals("max") && arguments.size() == 2;
    if (hinge && text(arguments.get(0)).matches("0(?:\\.0*)?")) {
      return each(of(arguments.get(1)), it -> applied("relu", it));
    }
    if (arguments.size() != 1) {
      return List.of();
    }
    String name = CALLS.getOrDefault(function, function);
    boolean whole = CALLS.containsKey(function);
    return each(
        of(arguments.get(0)),
        it -> whole ? reading(name + "(" + it.code() + ")") : applied(name, it));
  }

  private List<Reading> applied(String function, Reading part) {
    return part.value().isNumber()
        ? reading(function + "(" + part.code() + ")")
        : reading("each(" + function + ", " + part.code() + ")");
  }

  private List<Reading> binary(Expr.Binary it) {
    boolean power = it.op() == BinaryOp.POW;
    if (power && text(it.right()).equals("T")) {
      return each(of(it.left()), this::turned);
    }
    return pairs(
        of(it.left()),
        of(it.right()),
        (a, b) ->
            switch (it.op()) {
              case ADD -> List.of("plus");
              case SUB -> List.of("minus");
              case DIV -> List.of("over");
              case POW -> List.of("power");
              case MUL, MATMUL -> products(a, b);
              case FLOOR_DIV -> List.of("times"); // that is how `⊙` is written for the parser
              default -> List.of();
            });
  }

  /// The products that two arrays may have, by name, the likeliest first.
  private static List<String> products(Reading a, Reading b) {
    List<String> found = new ArrayList<>();
    boolean vectors = a.value().depth() == 1 && b.value().depth() == 1;
    if (vectors && b.turned()) {
      found.add("outer");
    }
    if (a.value().isNumber() || b.value().isNumber()) {
      return List.of("times");
    }
    boolean inner = a.value().shape().getLast().equals(b.value().shape().getFirst());
    if (inner) {
      found.add("dot");
    }
    found.add("times");
    if (vectors) {
      found.add("outer");
    }
    return found;
  }

  private interface Choice {
    List<String> of(Reading a, Reading b);
  }

  private List<Reading> pairs(List<Reading> lefts, List<Reading> rights, Choice functions) {
    List<Reading> found = new ArrayList<>();
    for (Reading a : lefts) {
      for (Reading b : rights) {
        for (String function : functions.of(a, b)) {
          boolean numbers = a.value().isNumber() && b.value().isNumber();
          Optional<String> sign = numbers ? sign(function) : Optional.empty();
          String code =
              sign.map(it -> bracketed(a.code()) + " " + it + " " + bracketed(b.code()))
                  .orElse(function + "(" + a.code() + ", " + b.code() + ")");
          if (found.size() < MOST) {
            found.addAll(reading(code));
          }
        }
      }
    }
    return found;
  }

  private static Optional<String> sign(String function) {
    return Optional.ofNullable(
        Map.of("plus", "+", "minus", "-", "over", "/", "times", "*", "power", "**").get(function));
  }

  private static String bracketed(String code) {
    boolean one = code.matches("(?U)[\\w.]+|[\\w]+\\([^()]*\\)");
    return one ? code : "(" + code + ")";
  }
}
