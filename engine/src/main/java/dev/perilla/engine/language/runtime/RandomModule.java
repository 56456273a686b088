package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.MathFunctions;
import dev.perilla.engine.language.number.PythonError;
import dev.perilla.engine.language.number.RandomSource;
import dev.perilla.engine.language.syntax.BinaryOp;
import dev.perilla.engine.language.syntax.CompareOp;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The module `random`: CPython's generator, which has to be seeded before it is drawn from.
final class RandomModule {
  private interface Source {
    RandomState of(Run run);
  }

  private final Source state;

  private RandomModule(Source state) {
    this.state = state;
  }

  private static void add(Map<String, Object> names, String name, Builtin.Body body) {
    names.put(name, new Builtin(name, Types.RANDOM, body));
  }

  private interface Draw {
    double from(RandomSource source, double[] numbers, Run run);
  }

  /// A distribution whose parameters are floats with the given names and defaults (NaN for none).
  private void distribution(
      Map<String, Object> names, String name, String[] parameters, double[] defaults, Draw draw) {
    add(
        names,
        name,
        (run, args, keywords) -> {
          int required = 0;
          while (required < defaults.length && Double.isNaN(defaults[required])) {
            required++;
          }
          @Nullable Object[] bound =
              Calls.bindMethod(
                  run, "Random." + name, args, keywords, required, parameters.length, parameters);
          double[] numbers = new double[parameters.length];
          Object[] all = new Object[parameters.length];
          boolean general = false;
          for (int i = 0; i < all.length; i++) {
            Object given = bound[i];
            all[i] = given == null ? defaults[i] : given;
            general |= !Arithmetic.isNumber(all[i]) || all[i] instanceof BigInteger;
          }
          if (general) {
            Object made = general(run, name, state.of(run).drawing(run), all);
            if (made != null) {
              return made;
            }
          }
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = MathModule.real(run, all[i]);
          }
          if (!name.equals("uniform")) {
            run.work(1600);
          }
          return draw.from(state.of(run).drawing(run), numbers, run);
        });
  }

  /// A distribution whose formula any objects with the operators fit into, or `null`.
  private static @Nullable Object general(Run run, String name, RandomSource source, Object[] x) {
    return switch (name) {
      case "uniform" -> {
        Object width = Ops.binary(run, BinaryOp.SUB, x[1], x[0]);
        Object part = Ops.binary(run, BinaryOp.MUL, width, source.random());
        yield Ops.binary(run, BinaryOp.ADD, x[0], part);
      }
      case "gauss", "normalvariate" -> {
        double drawn = name.equals("gauss") ? source.gauss(0, 1) : source.normal(0, 1);
        yield Ops.binary(run, BinaryOp.ADD, x[0], Ops.binary(run, BinaryOp.MUL, drawn, x[1]));
      }
      case "expovariate" -> Ops.binary(run, BinaryOp.DIV, source.exponential(1), x[0]);
      case "lognormvariate" -> {
        Object part = Ops.binary(run, BinaryOp.MUL, source.normal(0, 1), x[1]);
        double power = MathModule.real(run, Ops.binary(run, BinaryOp.ADD, x[0], part));
        yield MathFunctions.exp(power);
      }
      case "paretovariate" -> {
        double u = 1.0 - source.random();
        yield Ops.binary(run, BinaryOp.POW, u, Ops.binary(run, BinaryOp.DIV, -1.0, x[0]));
      }
      case "weibullvariate" -> {
        double u = source.exponential(1);
        Object power = Ops.binary(run, BinaryOp.DIV, 1.0, x[1]);
        yield Ops.binary(run, BinaryOp.MUL, x[0], Ops.binary(run, BinaryOp.POW, u, power));
      }
      case "gammavariate" -> {
        if (!isAtMost(run, x[0], 0.0)) {
          isAtMost(run, x[1], 0.0);
        }
        yield null;
      }
      case "betavariate" -> {
        if (Arithmetic.isNumber(x[0])) {
          source.gamma(MathModule.real(run, x[0]), 1.0, run);
          isAtMost(run, x[1], 0.0);
        }
        isAtMost(run, x[0], 0.0);
        yield null;
      }
      default -> null;
    };
  }

  private static Object triangular(Run run, double u, Object low, Object high, Object mode) {
    Object c = 0.5;
    if (mode != Singleton.NONE) {
      Object above = Ops.binary(run, BinaryOp.SUB, mode, low);
      Object width = Ops.binary(run, BinaryOp.SUB, high, low);
      if (Arithmetic.isNumber(above) && Arithmetic.isNumber(width) && !Ops.isTrue(run, width)) {
        return low;
      }
      c = Ops.binary(run, BinaryOp.DIV, above, width);
    }
    boolean above = Comparing.compare(run, CompareOp.GREATER, u, c);
    Object from = above ? high : low;
    Object to = above ? low : high;
    Object area =
        above
            ? Ops.binary(run, BinaryOp.MUL, 1.0 - u, Ops.binary(run, BinaryOp.SUB, 1.0, c))
            : Ops.binary(run, BinaryOp.MUL, u, c);
    Object width = Ops.binary(run, BinaryOp.SUB, to, from);
    double share = MathFunctions.sqrt(MathModule.real(run, area));
    return Ops.binary(run, BinaryOp.ADD, from, Ops.binary(run, BinaryOp.MUL, width, share));
  }

  private static boolean isAtMost(Run run, Object object, double most) {
    return Comparing.compare(run, CompareOp.LESS_EQUAL, object, most);
  }

  static void fill(Map<String, Object> names) {
    new RandomModule(run -> run.random).all(names);
    names.put("Random", Types.RANDOM);
  }

  /// `random.Random(seed)`: a generator of its own, with the functions of the module as methods.
  static PyModule generator(Run run, Object[] args, Keywords keywords) {
    run.allocate(5000);
    run.steps(300);
    RandomState own = new RandomState();
    PyModule made = new PyModule("random.Random");
    new RandomModule(any -> own).all(made.names);
    Object seed = made.names.get("seed");
    if (seed != null && (args.length > 0 || keywords.size() > 0)) {
      Calls.call(run, seed, args);
    }
    return made;
  }

  private void all(Map<String, Object> names) {
    add(
        names,
        "seed",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bindMethod(run, "Random.seed", args, keywords, 0, 2, "a", "version");
          Object seed = bound[0];
          Object version = bound[1];
          if (seed == null || seed == Singleton.NONE) {
            throw run.unsupported(
                "random.seed() without a number is not part of this language",
                "give it one: random.seed(1337)");
          }
          if (!Arithmetic.isNumber(seed) && !(seed instanceof String)) {
            throw run.typeError(
                "The only supported seed types are: None,\n"
                    + "int, float, str, bytes, and bytearray.");
          }
          run.work(5000);
          if (seed instanceof String text) {
            run.work(40L * text.length());
          } else if (seed instanceof BigInteger number) {
            run.work(number.bitLength());
          }
          boolean old = version != null && Comparing.equal(run, version, 1L);
          state
              .of(run)
              .seeding(run)
              .seed(old && seed instanceof String text ? RandomSource.ofOldText(text) : seed);
          return Singleton.NONE;
        });
    add(
        names,
        "random",
        (run, args, keywords) -> {
          Calls.arity(run, "Random.random", args, keywords, 0, 0);
          return state.of(run).drawing(run).random();
        });
    double none = Double.NaN;
    distribution(
        names,
        "uniform",
        new String[] {"a", "b"},
        new double[] {none, none},
        (source, x, run) -> source.uniform(x[0], x[1]));
    String[] normal = {"mu", "sigma"};
    distribution(
        names, "gauss", normal, new double[] {0, 1}, (source, x, run) -> source.gauss(x[0], x[1]));
    distribution(
        names,
        "normalvariate",
        normal,
        new double[] {0, 1},
        (source, x, run) -> source.normal(x[0], x[1]));
    distribution(
        names,
        "lognormvariate",
        normal,
        new double[] {none, none},
        (source, x, run) -> source.logNormal(x[0], x[1]));
    distribution(
        names,
        "expovariate",
        new String[] {"lambd"},
        new double[] {none},
        (source, x, run) -> source.exponential(x[0]));
    add(
        names,
        "vonmisesvariate",
        (run, args, keywords) -> {
          Object[] bound = required(run, "vonmisesvariate", args, keywords, "mu", "kappa");
          boolean flat = isAtMost(run, bound[1], 1e-6);
          RandomSource source = state.of(run).drawing(run);
          if (flat) {
            return RandomSource.TWO_PI * source.random();
          }
          double turn = source.vonMises(MathModule.real(run, bound[1]), run);
          BinaryOp op = turn < 0 ? BinaryOp.SUB : BinaryOp.ADD;
          Object angle = Ops.binary(run, op, bound[0], Math.abs(turn));
          return Ops.binary(run, BinaryOp.MOD, angle, RandomSource.TWO_PI);
        });
    String[] shape = {"alpha", "beta"};
    distribution(
        names,
        "gammavariate",
        shape,
        new double[] {none, none},
        (source, x, run) -> source.gamma(x[0], x[1], run));
    distribution(
        names,
        "betavariate",
        shape,
        new double[] {none, none},
        (source, x, run) -> source.beta(x[0], x[1], run));
    distribution(
        names,
        "paretovariate",
        new String[] {"alpha"},
        new double[] {none},
        (source, x, run) -> source.pareto(x[0]));
    distribution(
        names,
        "weibullvariate",
        shape,
        new double[] {none, none},
        (source, x, run) -> source.weibull(x[0], x[1]));
    add(
        names,
        "triangular",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bindMethod(
                  run, "Random.triangular", args, keywords, 0, 3, "low", "high", "mode");
          Object low = bound[0];
          Object high = bound[1];
          Object mode = bound[2];
          return triangular(
              run,
              state.of(run).drawing(run).random(),
              low == null ? 0.0 : low,
              high == null ? 1.0 : high,
              mode == null ? Singleton.NONE : mode);
        });
    ints(names);
    rows(names);
  }

  private void ints(Map<String, Object> names) {
    add(
        names,
        "getrandbits",
        (run, args, keywords) -> {
          Calls.arity(run, "Random.getrandbits", args, keywords, 1, 1);
          Object count = Constructors.integer(run, args[0]);
          return state.of(run).drawing(run).bits(count, run);
        });
    add(
        names,
        "randint",
        (run, args, keywords) -> {
          Object[] bound = required(run, "randint", args, keywords, "a", "b");
          Object high = Ops.binary(run, BinaryOp.ADD, bound[1], 1L);
          Object low = whole(run, bound[0], "arg 1");
          high = whole(run, high, "stop");
          return state.of(run).drawing(run).range(low, high, 1L, run);
        });
    add(
        names,
        "randrange",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bindMethod(
                  run, "Random.randrange", args, keywords, 1, 3, "start", "stop", "step");
          Object first = whole(run, Calls.given(bound[0]), "arg 1");
          Object end = bound[1];
          Object by = bound[2];
          if (end == null || end == Singleton.NONE) {
            if (by != null) {
              throw run.typeError("Missing a non-None stop argument");
            }
            return state.of(run).drawing(run).range(first);
          }
          Object stop = whole(run, end, "stop");
          Object step = by == null ? 1L : whole(run, by, "step");
          return state.of(run).drawing(run).range(first, stop, step, run);
        });
  }

  /// An int, or what is equal to its int, as a float can be, which CPython 3.11 still takes here.
  private static Object whole(Run run, Object object, String which) {
    if (Arithmetic.isInt(object)) {
      return Arithmetic.plain(object);
    }
    Object index = Constructors.index(run, object);
    if (index != null) {
      return index;
    }
    PyException handling = run.handling;
    try {
      run.handling =
          run.exception(
              Types.TYPE_ERROR,
              "'" + Types.name(object) + "' object cannot be interpreted as an integer");
      Object number = Calls.call(run, Types.INT, object);
      if (!Comparing.equal(run, object, number)) {
        throw run.valueError("non-integer " + which + " for randrange()");
      }
      return number;
    } catch (PythonError e) {
      throw run.raised(e);
    } finally {
      run.handling = handling;
    }
  }

  /// The arguments of a method that needs all of its parameters.
  private static Object[] required(
      Run run, String name, Object[] args, Keywords keywords, String... parameters) {
    int all = parameters.length;
    @Nullable Object[] bound =
        Calls.bindMethod(run, "Random." + name, args, keywords, all, all, parameters);
    Object[] given = new Object[all];
    for (int i = 0; i < all; i++) {
      given[i] = Calls.given(bound[i]);
    }
    return given;
  }

  private static PyList pick(Run run, Object row, long[] places) {
    Object[] items = new Object[Math.max(4, places.length)];
    for (int i = 0; i < places.length; i++) {
      run.step();
      items[i] = Sequences.get(run, row, places[i]);
    }
    return new PyList(run, items, places.length);
  }

  private void rows(Map<String, Object> names) {
    add(
        names,
        "choice",
        (run, args, keywords) -> {
          Object row = required(run, "choice", args, keywords, "seq")[0];
          long size = Sequences.length(run, row);
          return Sequences.get(run, row, state.of(run).drawing(run).choice(size));
        });
    add(
        names,
        "shuffle",
        (run, args, keywords) -> {
          Object row = required(run, "shuffle", args, keywords, "x")[0];
          RandomSource source = state.of(run).drawing(run);
          if (!(row instanceof PyList list)) {
            for (long i = Sequences.length(run, row) - 1; i >= 1; i--) {
              Object j = source.range(i + 1);
              Object other = Sequences.get(run, row, j);
              Object own = Sequences.get(run, row, i);
              Sequences.set(run, row, i, other);
              Sequences.set(run, row, j, own);
            }
            return Singleton.NONE;
          }
          list.touch(run);
          run.steps(list.size);
          source.shuffle(Arrays.asList(list.items).subList(0, list.size));
          return Singleton.NONE;
        });
    add(
        names,
        "sample",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bindMethod(
                  run, "Random.sample", args, keywords, 2, 2, "population", "k", "counts");
          Object row = Calls.given(bound[0]);
          Object count = Calls.given(bound[1]);
          Object counts = bound[2];
          RandomSource source = state.of(run).drawing(run);
          if (!(row instanceof PyList
              || row instanceof PyTuple
              || row instanceof String
              || row instanceof PyRange
              || row instanceof PyWideRange)) {
            throw run.typeError(
                "Population must be a sequence.  For dicts or sets, use sorted(d).");
          }
          long size = Sequences.length(run, row);
          List<Object> sums =
              counts == null || counts == Singleton.NONE ? List.of() : sums(run, counts);
          Object last = sums.isEmpty() ? 0L : sums.getLast();
          if (sums.size() == size && !Arithmetic.isInt(last)) {
            throw run.typeError("Counts must be integers");
          }
          Object k =
              Arithmetic.isInt(count) ? Arithmetic.plain(count) : Constructors.index(run, count);
          if (k == null) {
            Object most = sums.isEmpty() ? size : last;
            if (!Comparing.compare(run, CompareOp.LESS_EQUAL, 0L, count)
                || !Comparing.compare(run, CompareOp.LESS_EQUAL, count, most)) {
              throw run.valueError("Sample larger than population or is negative");
            }
            Ops.binary(run, BinaryOp.MUL, new PyTuple(count), count);
            throw run.typeError("'" + Types.name(count) + "' cannot count");
          }
          long[] places =
              counts == null || counts == Singleton.NONE
                  ? source.sample(size, k, run)
                  : source.sample(size, sums, k, run);
          return pick(run, row, places);
        });
    add(
        names,
        "choices",
        (run, args, keywords) -> {
          @Nullable Object[] bound =
              Calls.bindMethod(
                  run,
                  "Random.choices",
                  args,
                  keywords,
                  1,
                  2,
                  "population",
                  "weights",
                  "cum_weights",
                  "k");
          Object population = Calls.given(bound[0]);
          Object weights = bound[1] == Singleton.NONE ? null : bound[1];
          Object summed = bound[2] == Singleton.NONE ? null : bound[2];
          RandomSource source = state.of(run).drawing(run);
          long size = Sequences.length(run, population);
          if (weights != null && summed != null) {
            throw run.typeError("Cannot specify both weights and cumulative weights");
          }
          if (weights != null && Arithmetic.isInt(weights)) {
            PyException positional =
                run.exception(
                    Types.TYPE_ERROR,
                    "The number of choices must be a keyword argument: k="
                        + Show.repr(run, weights));
            positional.context =
                run.exception(
                    Types.TYPE_ERROR, "'" + Types.name(weights) + "' object is not iterable");
            positional.suppressContext = true;
            throw new Unwind.Raise(positional);
          }
          List<Object> sums =
              weights != null
                  ? sums(run, weights)
                  : summed != null ? listed(run, summed) : List.of();
          if (sums.size() == size && !sums.isEmpty() && !Arithmetic.isNumber(sums.getLast())) {
            MathModule.real(run, Ops.binary(run, BinaryOp.ADD, sums.getLast(), 0.0));
          }
          Object k = bound[3] == null ? 1L : Constructors.integer(run, bound[3]);
          PyList chosen = new PyList(run, new Object[4], 0);
          LongConsumer taken =
              place -> {
                run.step();
                chosen.add(run, Sequences.get(run, population, place));
              };
          if (weights != null || summed != null) {
            source.choices(size, sums, k, run, taken);
          } else {
            source.choices(size, k, run, taken);
          }
          return chosen;
        });
  }

  /// The running sums of weights.
  private static List<Object> sums(Run run, Object weights) {
    List<Object> sums = new ArrayList<>();
    for (Object weight : Iterate.all(run, weights)) {
      run.step();
      sums.add(sums.isEmpty() ? weight : Ops.binary(run, BinaryOp.ADD, sums.getLast(), weight));
    }
    return sums;
  }

  private static List<Object> listed(Run run, Object sums) {
    Sequences.length(run, sums);
    return Arrays.asList(Iterate.all(run, sums));
  }
}
