package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.Arithmetic;
import dev.perilla.engine.language.number.RandomSource;
import dev.perilla.engine.language.syntax.BinaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    names.put(name, new Builtin(name, body));
  }

  private interface Draw {
    double from(RandomSource source, double[] numbers);
  }

  /// A distribution whose parameters are floats with the given names and defaults (NaN for none).
  private void distribution(
      Map<String, Object> names, String name, String[] parameters, double[] defaults, Draw draw) {
    add(
        names,
        name,
        (run, args, keywords) -> {
          Calls.known(run, name, keywords, parameters);
          if (args.length > parameters.length) {
            throw run.typeError(
                "Random."
                    + name
                    + "() takes "
                    + (parameters.length + 1)
                    + " positional arguments but "
                    + (args.length + 1)
                    + " were given");
          }
          double[] numbers = new double[parameters.length];
          if (name.equals("uniform") && args.length == 2 && !areNumbers(args)) {
            Object width = Ops.binary(run, BinaryOp.SUB, args[1], args[0]);
            double drawn = state.of(run).drawing(run).random();
            return Ops.binary(
                run, BinaryOp.ADD, args[0], Ops.binary(run, BinaryOp.MUL, width, drawn));
          }
          for (int i = 0; i < numbers.length; i++) {
            Object given = Calls.argument(args, i, keywords, parameters[i]);
            if (given == null && Double.isNaN(defaults[i])) {
              throw run.typeError(
                  "Random."
                      + name
                      + "() missing 1 required positional argument: '"
                      + parameters[i]
                      + "'");
            }
            numbers[i] = given == null ? defaults[i] : MathModule.real(run, given);
          }
          if (!name.equals("uniform")) {
            run.work(1600);
          }
          return draw.from(state.of(run).drawing(run), numbers);
        });
  }

  private static boolean areNumbers(Object[] args) {
    return Arithmetic.isNumber(args[0]) && Arithmetic.isNumber(args[1]);
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
          Calls.known(run, "seed", keywords, "a", "version");
          Object version = Calls.argument(args, 1, keywords, "version");
          Object seed = Calls.argument(args, 0, keywords, "a");
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
          } else if (seed instanceof java.math.BigInteger number) {
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
        (source, x) -> source.uniform(x[0], x[1]));
    String[] normal = {"mu", "sigma"};
    distribution(
        names, "gauss", normal, new double[] {0, 1}, (source, x) -> source.gauss(x[0], x[1]));
    distribution(
        names,
        "normalvariate",
        normal,
        new double[] {0, 1},
        (source, x) -> source.normal(x[0], x[1]));
    distribution(
        names,
        "lognormvariate",
        normal,
        new double[] {none, none},
        (source, x) -> source.logNormal(x[0], x[1]));
    distribution(
        names,
        "expovariate",
        new String[] {"lambd"},
        new double[] {none},
        (source, x) -> source.exponential(x[0]));
    distribution(
        names,
        "vonmisesvariate",
        new String[] {"mu", "kappa"},
        new double[] {none, none},
        (source, x) -> source.vonMises(x[0], x[1]));
    String[] shape = {"alpha", "beta"};
    distribution(
        names,
        "gammavariate",
        shape,
        new double[] {none, none},
        (source, x) -> source.gamma(x[0], x[1]));
    distribution(
        names,
        "betavariate",
        shape,
        new double[] {none, none},
        (source, x) -> source.beta(x[0], x[1]));
    distribution(
        names,
        "paretovariate",
        new String[] {"alpha"},
        new double[] {none},
        (source, x) -> source.pareto(x[0]));
    distribution(
        names,
        "weibullvariate",
        shape,
        new double[] {none, none},
        (source, x) -> source.weibull(x[0], x[1]));
    add(
        names,
        "triangular",
        (run, args, keywords) -> {
          Calls.known(run, "triangular", keywords, "low", "high", "mode");
          Object low = Calls.argument(args, 0, keywords, "low");
          Object high = Calls.argument(args, 1, keywords, "high");
          Object mode = Calls.argument(args, 2, keywords, "mode");
          return state
              .of(run)
              .drawing(run)
              .triangular(
                  low == null ? 0 : MathModule.real(run, low),
                  high == null ? 1 : MathModule.real(run, high),
                  mode == null || mode == Singleton.NONE
                      ? Optional.empty()
                      : Optional.of(MathModule.real(run, mode)));
        });
    ints(names);
    rows(names);
  }

  private void ints(Map<String, Object> names) {
    add(
        names,
        "getrandbits",
        (run, args, keywords) -> {
          Calls.arity(run, "getrandbits", args, keywords, 1, 1);
          Object count = Constructors.integer(run, args[0]);
          return state.of(run).drawing(run).bits(count, run);
        });
    add(
        names,
        "randint",
        (run, args, keywords) -> {
          Calls.arity(run, "Random.randint", args, keywords, 2, 2);
          Object high = Ops.binary(run, BinaryOp.ADD, args[1], 1L);
          Object low = whole(run, args[0], "arg 1");
          high = whole(run, high, "stop");
          return state.of(run).drawing(run).range(low, high, 1L, run);
        });
    add(
        names,
        "randrange",
        (run, args, keywords) -> {
          Calls.arity(run, "Random.randrange", args, keywords, 1, 3);
          Object first = whole(run, args[0], "arg 1");
          if (args.length == 1) {
            return state.of(run).drawing(run).range(first);
          }
          Object stop = whole(run, args[1], "stop");
          Object step = args.length > 2 ? whole(run, args[2], "step") : 1L;
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
    Object number = Calls.call(run, Types.INT, object);
    if (!Comparing.equal(run, object, number)) {
      throw run.valueError("non-integer " + which + " for randrange()");
    }
    return number;
  }

  private static int length(Run run, Object row) {
    return (int) Math.min(Integer.MAX_VALUE, Sequences.length(run, row));
  }

  private static PyList pick(Run run, Object row, int[] places) {
    Object[] items = new Object[Math.max(4, places.length)];
    for (int i = 0; i < places.length; i++) {
      run.step();
      items[i] = Sequences.get(run, row, (long) places[i]);
    }
    return new PyList(run, items, places.length);
  }

  private void rows(Map<String, Object> names) {
    add(
        names,
        "choice",
        (run, args, keywords) -> {
          Calls.arity(run, "Random.choice", args, keywords, 1, 1);
          int size = length(run, args[0]);
          return Sequences.get(run, args[0], (long) state.of(run).drawing(run).choice(size));
        });
    add(
        names,
        "shuffle",
        (run, args, keywords) -> {
          Calls.arity(run, "Random.shuffle", args, keywords, 1, 1);
          RandomSource source = state.of(run).drawing(run);
          if (!(args[0] instanceof PyList list)) {
            for (long i = length(run, args[0]) - 1L; i >= 1; i--) {
              Object j = source.range(i + 1);
              Object moved = Sequences.get(run, args[0], j);
              Sequences.set(run, args[0], j, Sequences.get(run, args[0], i));
              Sequences.set(run, args[0], i, moved);
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
          Calls.known(run, "sample", keywords, "population", "k", "counts");
          Object row = Calls.argument(args, 0, keywords, "population");
          Object count = Calls.argument(args, 1, keywords, "k");
          if (row == null || count == null) {
            throw run.typeError(
                row == null && count == null
                    ? "Random.sample() missing 2 required positional arguments: 'population' and"
                        + " 'k'"
                    : "Random.sample() missing 1 required positional argument: '"
                        + (row == null ? "population" : "k")
                        + "'");
          }
          Object counts = keywords.get("counts");
          RandomSource source = state.of(run).drawing(run);
          if (!(row instanceof PyList
              || row instanceof PyTuple
              || row instanceof String
              || row instanceof PyRange
              || row instanceof PyWideRange)) {
            throw run.typeError(
                "Population must be a sequence.  For dicts or sets, use sorted(d).");
          }
          Object k = Constructors.integer(run, count);
          int[] places =
              counts == null || counts == Singleton.NONE
                  ? source.sample(length(run, row), k, run)
                  : source.sample(
                      length(run, row), RandomSource.cumulative(list(run, counts), run), k, run);
          return pick(run, row, places);
        });
    add(
        names,
        "choices",
        (run, args, keywords) -> {
          Calls.known(run, "choices", keywords, "population", "weights", "cum_weights", "k");
          Object population = Calls.argument(args, 0, keywords, "population");
          if (population == null) {
            throw run.typeError(
                "Random.choices() missing 1 required positional argument: 'population'");
          }
          if (args.length > 2) {
            throw run.typeError(
                "Random.choices() takes from 2 to 3 positional arguments but "
                    + (args.length + 1)
                    + " were given");
          }
          Object weights = Calls.argument(args, 1, keywords, "weights");
          Object summed = keywords.get("cum_weights");
          Object count = keywords.get("k");
          Object k = count == null ? 1L : Constructors.integer(run, count);
          RandomSource source = state.of(run).drawing(run);
          int size = length(run, population);
          if (weights != null && weights != Singleton.NONE) {
            List<Object> all = RandomSource.cumulative(list(run, weights), run);
            return pick(run, population, source.choices(size, all, k, run));
          }
          if (summed != null && summed != Singleton.NONE) {
            return pick(run, population, source.choices(size, list(run, summed), k, run));
          }
          return pick(run, population, source.choices(size, k, run));
        });
  }

  private static List<Object> list(Run run, Object row) {
    List<Object> items = new ArrayList<>();
    for (Object item : Iterate.all(run, row)) {
      if (!Arithmetic.isNumber(item)) {
        throw run.typeError(
            "unsupported operand type(s) for +: 'float' and '" + Types.name(item) + "'");
      }
      items.add(item);
    }
    return items;
  }
}
