package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.Gamma;
import dev.perilla.engine.language.number.IntMath;
import dev.perilla.engine.language.number.MathFunctions;
import dev.perilla.engine.language.syntax.BinaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// The module `math`.
final class MathModule {
  /// Beyond it, or nearer to 0 than one part of it, a function is worked out in many digits.
  private static final double HARD = 1e9;

  private MathModule() {}

  private static void add(Map<String, Object> names, String name, Builtin.Body body) {
    names.put(name, new Builtin(name, body));
  }

  static double real(Run run, Object object) {
    return Constructors.real(run, object, () -> "must be real number, not " + Types.name(object));
  }

  private static void one(Map<String, Object> names, String name, DoubleUnaryOperator body) {
    add(
        names,
        name,
        (run, args, keywords) -> {
          Calls.arity(run, "math", name, args, keywords, 1, 1);
          double x = real(run, args[0]);
          double y = body.applyAsDouble(x);
          run.work(Math.abs(x) > HARD || Math.abs(y) < 1 / HARD ? 4000 : 400);
          return y;
        });
  }

  private static void two(Map<String, Object> names, String name, DoubleBinaryOperator body) {
    add(
        names,
        name,
        (run, args, keywords) -> {
          Calls.arity(run, "math", name, args, keywords, 2, 2);
          double x = real(run, args[0]);
          run.work(name.equals("atan2") ? 8000 : 400);
          return body.applyAsDouble(x, real(run, args[1]));
        });
  }

  private interface Whole {
    Object of(Run run, Object[] ints);
  }

  private static void ints(Map<String, Object> names, String name, int count, Whole body) {
    add(
        names,
        name,
        (run, args, keywords) -> {
          Calls.arity(
              run,
              "math",
              name,
              args,
              keywords,
              count < 0 ? 0 : count,
              count < 0 ? Integer.MAX_VALUE : count);
          Object[] ints = new Object[args.length];
          for (int i = 0; i < ints.length; i++) {
            ints[i] = Constructors.integer(run, args[i]);
          }
          return body.of(run, ints);
        });
  }

  static void fill(Map<String, Object> names) {
    names.put("pi", Math.PI);
    names.put("e", Math.E);
    names.put("tau", 2 * Math.PI);
    names.put("inf", Double.POSITIVE_INFINITY);
    names.put("nan", Double.NaN);
    one(names, "sqrt", MathFunctions::sqrt);
    one(names, "cbrt", MathFunctions::cbrt);
    one(names, "exp", MathFunctions::exp);
    one(names, "exp2", MathFunctions::exp2);
    one(names, "expm1", MathFunctions::expm1);
    one(names, "log1p", MathFunctions::log1p);
    one(names, "sin", MathFunctions::sin);
    one(names, "cos", MathFunctions::cos);
    one(names, "tan", MathFunctions::tan);
    one(names, "asin", MathFunctions::asin);
    one(names, "acos", MathFunctions::acos);
    one(names, "atan", MathFunctions::atan);
    one(names, "sinh", MathFunctions::sinh);
    one(names, "cosh", MathFunctions::cosh);
    one(names, "tanh", MathFunctions::tanh);
    one(names, "asinh", MathFunctions::asinh);
    one(names, "acosh", MathFunctions::acosh);
    one(names, "atanh", MathFunctions::atanh);
    one(names, "erf", MathFunctions::erf);
    one(names, "erfc", MathFunctions::erfc);
    one(names, "gamma", Gamma::gamma);
    one(names, "lgamma", Gamma::logGamma);
    one(names, "degrees", MathFunctions::degrees);
    one(names, "radians", MathFunctions::radians);
    one(names, "fabs", Math::abs);
    one(names, "ulp", MathFunctions::ulp);
    two(names, "atan2", MathFunctions::atan2);
    two(names, "fmod", MathFunctions::fmod);
    two(names, "remainder", MathFunctions::remainder);
    two(names, "pow", MathFunctions::pow);
    two(names, "copysign", MathFunctions::copysign);
    two(names, "nextafter", MathFunctions::nextAfter);
    ints(names, "factorial", 1, (run, n) -> IntMath.factorial(n[0], run));
    ints(names, "comb", 2, (run, n) -> IntMath.combinations(n[0], n[1], run));
    ints(names, "isqrt", 1, (run, n) -> IntMath.squareRoot(n[0], run));
    ints(names, "gcd", -1, (run, n) -> IntMath.gcd(List.of(n), run));
    ints(names, "lcm", -1, (run, n) -> IntMath.lcm(List.of(n), run));
    add(
        names,
        "perm",
        (run, args, keywords) -> {
          Calls.arity(run, "math.perm", args, keywords, 1, 2);
          Object n = Constructors.integer(run, args[0]);
          return args.length == 1 || args[1] == Singleton.NONE
              ? IntMath.factorial(n, run)
              : IntMath.permutations(n, Constructors.integer(run, args[1]), run);
        });
    logarithms(names);
    parts(names);
    rows(names);
  }

  /// Ints stay ints: their logarithm may exist where they are no float.
  private static Object number(Run run, Object object) {
    return Arithmetic.isInt(object) ? Arithmetic.plain(object) : (Object) real(run, object);
  }

  private static void logarithms(Map<String, Object> names) {
    add(
        names,
        "log",
        (run, args, keywords) -> {
          Calls.unnamed(run, "log", keywords);
          if (args.length < 1 || args.length > 2) {
            throw run.typeError("math.log requires 1 to 2 arguments");
          }
          Object x = number(run, args[0]);
          if (args.length == 1) {
            return MathFunctions.log(x);
          }
          MathFunctions.log(x); // which fails before the base is looked at
          return MathFunctions.log(x, number(run, args[1]));
        });
    add(
        names,
        "log2",
        (run, args, keywords) -> {
          Calls.arity(run, "math.log2", args, keywords, 1, 1);
          return MathFunctions.log2(number(run, args[0]));
        });
    add(
        names,
        "log10",
        (run, args, keywords) -> {
          Calls.arity(run, "math.log10", args, keywords, 1, 1);
          return MathFunctions.log10(number(run, args[0]));
        });
  }

  private static void parts(Map<String, Object> names) {
    for (String name : new String[] {"floor", "ceil", "trunc"}) {
      add(
          names,
          name,
          (run, args, keywords) -> {
            Calls.arity(run, "math", name, args, keywords, 1, 1);
            Object made = Calls.special(run, args[0], "__" + name + "__");
            if (made != null) {
              return made;
            }
            if (name.equals("trunc") && !Arithmetic.isNumber(args[0])) {
              throw run.typeError(
                  "type " + Types.name(args[0]) + " doesn't define __trunc__ method");
            }
            Object x = number(run, args[0]);
            return switch (name) {
              case "floor" -> MathFunctions.floor(x);
              case "ceil" -> MathFunctions.ceil(x);
              case String other -> Arithmetic.toInt(x);
            };
          });
    }
    add(
        names,
        "frexp",
        (run, args, keywords) -> {
          Calls.arity(run, "math.frexp", args, keywords, 1, 1);
          return new PyTuple(MathFunctions.frexp(real(run, args[0])));
        });
    add(
        names,
        "modf",
        (run, args, keywords) -> {
          Calls.arity(run, "math.modf", args, keywords, 1, 1);
          double[] both = MathFunctions.modf(real(run, args[0]));
          return new PyTuple(both[0], both[1]);
        });
    add(
        names,
        "ldexp",
        (run, args, keywords) -> {
          Calls.arity(run, "math.ldexp", args, keywords, 2, 2);
          double x = real(run, args[0]);
          if (!Arithmetic.isInt(args[1])) {
            throw run.typeError("Expected an int as second argument to ldexp.");
          }
          return MathFunctions.ldexp(x, Arithmetic.plain(args[1]));
        });
    is(names, "isnan", x -> Double.isNaN(x));
    is(names, "isinf", x -> Double.isInfinite(x));
    is(names, "isfinite", x -> !Double.isNaN(x) && !Double.isInfinite(x));
    add(
        names,
        "isclose",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bind(run, "isclose", args, keywords, 0, 2, 2, "a", "b", "rel_tol", "abs_tol");
          return MathFunctions.isClose(
              real(run, Calls.given(bound[0])),
              real(run, Calls.given(bound[1])),
              bound[2] == null ? 1e-9 : real(run, bound[2]),
              bound[3] == null ? 0.0 : real(run, bound[3]));
        });
  }

  private interface Test {
    boolean holds(double x);
  }

  private static void is(Map<String, Object> names, String name, Test test) {
    add(
        names,
        name,
        (run, args, keywords) -> {
          Calls.arity(run, "math", name, args, keywords, 1, 1);
          return test.holds(real(run, args[0]));
        });
  }

  private static List<Double> reals(Run run, Object[] items) {
    List<Double> numbers = new ArrayList<>(items.length);
    for (Object item : items) {
      run.steps(8);
      numbers.add(real(run, item));
    }
    return numbers;
  }

  private static void rows(Map<String, Object> names) {
    add(
        names,
        "fsum",
        (run, args, keywords) -> {
          Calls.arity(run, "math.fsum", args, keywords, 1, 1);
          List<Double> numbers = reals(run, Iterate.all(run, args[0]));
          run.work(Math.min(numbers.size(), 40L) * numbers.size() * 4); // partial sums
          return MathFunctions.fsum(numbers);
        });
    add(
        names,
        "hypot",
        (run, args, keywords) -> {
          Calls.unnamed(run, "math.hypot", keywords);
          run.work(8000);
          return MathFunctions.hypot(reals(run, args));
        });
    add(
        names,
        "dist",
        (run, args, keywords) -> {
          Calls.arity(run, "math.dist", args, keywords, 2, 2);
          run.work(8000);
          Object[] p = Iterate.measured(run, args[0]);
          Object[] q = Iterate.measured(run, args[1]);
          if (p.length != q.length) {
            throw run.valueError("both points must have the same number of dimensions");
          }
          return MathFunctions.dist(reals(run, p), reals(run, q));
        });
    add(
        names,
        "prod",
        (run, args, keywords) -> {
          Object start = Calls.bind(run, "prod", args, keywords, 1, 1, 1, "", "start")[1];
          Object product = start == null ? (Object) 1L : Ops.anew(start);
          PyIterator iterator = Iterate.over(run, args[0]);
          for (Object item = iterator.next(run); item != null; item = iterator.next(run)) {
            run.step();
            product = Ops.binary(run, BinaryOp.MUL, product, item);
          }
          return product;
        });
  }
}
