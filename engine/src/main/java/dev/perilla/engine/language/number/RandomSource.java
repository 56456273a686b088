package dev.perilla.engine.language.number;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// The module `random` of CPython 3.11: the same numbers for the same seed, with the same draws
/// from the generator for each function.
///
/// `seed(1337)` and `uniform(-1, 1)` give 0.23550571390294128. Each program has one of its own; as
/// nothing here is unseeded, it starts as after `seed(0)`, and the interpreter decides what to do
/// with a program that never seeds.
public final class RandomSource {
  public static final double TWO_PI = 2.0 * Math.PI;
  private static final double NORMAL = 4 * Elementary.exp(-0.5) / Math.sqrt(2.0);
  private static final double LOG_4 = Elementary.log(4.0);
  private static final long TURN = 1600; // nanoseconds of a method that tries until one fits
  private static final double GAMMA = 1.0 + Elementary.log(4.5);

  private final MersenneTwister twister = new MersenneTwister();
  private Optional<Double> waiting = Optional.empty(); // the second of a pair that gauss made
  private boolean seeded;

  public RandomSource() {
    twister.seed(BigInteger.ZERO);
  }

  /// Whether the program has seeded it.
  public boolean isSeeded() {
    return seeded;
  }

  /// `seed(value)` of an int, a bool, a float or a [String].
  public void seed(Object value) {
    BigInteger size =
        switch (value) {
          case String text -> ofText(text);
          case Double real -> ofUnsigned(Floats.hash(real));
          default -> Ints.big(Arithmetic.plain(value)).abs();
        };
    twister.seed(size);
    waiting = Optional.empty();
    seeded = true;
  }

  /// What `seed(text, version=1)` makes of a text, as Python did before 3.2.
  public static Object ofOldText(String text) {
    if (text.isEmpty()) {
      return 0L;
    }
    int[] points = text.codePoints().toArray();
    long x = ((long) points[0] << 7);
    for (int point : points) {
      x = (1_000_003 * x) ^ point;
    }
    x ^= points.length;
    return Ints.of(ofUnsigned(x == -1 ? -2 : x));
  }

  private static BigInteger ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = Sha512.digest(bytes);
    byte[] all = new byte[bytes.length + digest.length];
    System.arraycopy(bytes, 0, all, 0, bytes.length);
    System.arraycopy(digest, 0, all, bytes.length, digest.length);
    return new BigInteger(1, all);
  }

  private static BigInteger ofUnsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? value.setBit(63) : value;
  }

  /// `random()`: from 0 inclusive to 1 exclusive.
  public double random() {
    return twister.real();
  }

  /// `getrandbits(count)`.
  ///
  /// @param count an int
  public Object bits(Object count, Budget budget) {
    if (Ints.sign(count) < 0) {
      throw PythonError.value("number of bits must be non-negative");
    }
    if (Ints.sign(count) == 0) {
      return 0L;
    }
    long bits = count instanceof Long small ? small : Long.MAX_VALUE;
    if (bits > Integer.MAX_VALUE) {
      throw PythonError.overflow("Python int too large to convert to C int");
    }
    Ints.room(bits, budget);
    budget.work(bits);
    return twister.bits(bits);
  }

  /// An int from 0 inclusive to `bound` exclusive, `bound > 0`.
  public Object below(Object bound) {
    long width = Ints.bitLength(bound);
    Object drawn = twister.bits(width);
    while (Ints.compare(drawn, bound) >= 0) {
      drawn = twister.bits(width);
    }
    return drawn;
  }

  private long below(long bound) {
    return bound > Integer.MAX_VALUE ? (long) (Long) below((Object) bound) : below((int) bound);
  }

  private int below(int bound) {
    int width = 32 - Integer.numberOfLeadingZeros(bound);
    int drawn = twister.bits() >>> (32 - width);
    while (drawn >= bound) {
      drawn = twister.bits() >>> (32 - width);
    }
    return drawn;
  }

  /// `randrange(stop)` of an int.
  public Object range(Object stop) {
    if (Ints.sign(stop) <= 0) {
      throw PythonError.value("empty range for randrange()");
    }
    return below(stop);
  }

  /// `randrange(start, stop, step)` of ints; `randint(a, b)` is `range(a, b + 1, 1)`.
  public Object range(Object start, Object stop, Object step, Budget budget) {
    Object width = Ints.subtract(stop, start, budget);
    if (step instanceof Long one && one == 1) {
      if (Ints.sign(width) <= 0) {
        throw PythonError.value(
            "empty range for randrange() ("
                + IntText.decimal(start)
                + ", "
                + IntText.decimal(stop)
                + ", "
                + IntText.decimal(width)
                + ")");
      }
      return Ints.add(start, below(width), budget);
    }
    if (Ints.sign(step) == 0) {
      throw PythonError.value("zero step for randrange()");
    }
    Object reach = Ints.add(width, step, budget);
    Object last = Ints.subtract(reach, (long) Ints.sign(step), budget);
    Object count = Ints.floorDivide(last, step, budget);
    if (Ints.sign(count) <= 0) {
      throw PythonError.value("empty range for randrange()");
    }
    return Ints.add(start, Ints.multiply(step, below(count), budget), budget);
  }

  /// The index that `choice` of a row of `size` takes.
  public long choice(long size) {
    if (size == 0) {
      throw new PythonError("IndexError", "Cannot choose from an empty sequence");
    }
    return below(size);
  }

  /// `shuffle(items)`, in place.
  public void shuffle(List<Object> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, below(i + 1));
    }
  }

  /// The indices that `sample(row, count)` takes of a row of `size`, in the order of the result.
  ///
  /// @param count an int
  public long[] sample(long size, Object count, Budget budget) {
    if (Ints.sign(count) < 0 || Ints.compare(count, size) > 0) {
      throw PythonError.value("Sample larger than population or is negative");
    }
    int taken = Ints.clamp(count);
    budget.charge(48L * taken);
    long[] result = new long[taken];
    if (size <= poolLimit(taken)) {
      int[] pool = new int[(int) size];
      for (int i = 0; i < size; i++) {
        pool[i] = i;
      }
      for (int i = 0; i < taken; i++) {
        int left = (int) size - i;
        int at = below(left);
        result[i] = pool[at];
        pool[at] = pool[left - 1];
      }
      return result;
    }
    Set<Long> selected = new HashSet<>();
    for (int i = 0; i < taken; i++) {
      long at = below(size);
      while (!selected.add(at)) {
        at = below(size);
      }
      result[i] = at;
    }
    return result;
  }

  /// 21 plus, from six on, the size of the hash table that CPython's set of `count` would have.
  private static long poolLimit(int count) {
    long table = 1;
    while (count > 5 && table < 3L * count) {
      table *= 4;
    }
    return count > 5 ? 21 + table : 21;
  }

  /// The indices that `choices(row, k=count)` takes of a row of `size`, each as it is drawn.
  ///
  /// @param count an int
  public void choices(long size, Object count, Budget budget, LongConsumer taken) {
    for (int left = room(count, budget); left > 0; left--) {
      taken.accept((long) (random() * size));
    }
  }

  /// The indices that `choices(row, cum_weights=weights, k=count)` takes of a row of `size`, each
  /// as it is drawn.
  ///
  /// @param weights numbers, each the sum of the weights up to its item, as of
  ///   `itertools.accumulate`
  public void choices(
      long size, List<Object> weights, Object count, Budget budget, LongConsumer taken) {
    if (weights.size() != size) {
      throw PythonError.value("The number of weights does not match the population");
    }
    if (size == 0) {
      throw new PythonError("IndexError", "list index out of range");
    }
    int last = weights.size() - 1;
    double total = Arithmetic.real(weights.get(last));
    if (total <= 0) {
      throw PythonError.value("Total of weights must be greater than zero");
    }
    if (Double.isNaN(total) || Double.isInfinite(total)) {
      throw PythonError.value("Total of weights must be finite");
    }
    for (int left = room(count, budget); left > 0; left--) {
      taken.accept(bisect(weights, random() * total, last));
    }
  }

  private static int room(Object count, Budget budget) {
    budget.charge(count instanceof Long many && many < 1L << 40 ? 24 * many : Long.MAX_VALUE);
    return Math.max(0, Ints.clamp(count));
  }

  /// The indices that `sample(row, count, counts=…)` takes.
  ///
  /// @param counts ints, each the sum of the counts up to its item, as of `itertools.accumulate`
  public long[] sample(long size, List<Object> counts, Object count, Budget budget) {
    if (counts.size() != size) {
      throw PythonError.value("The number of counts does not match the population");
    }
    if (counts.isEmpty()) {
      throw new PythonError("IndexError", "pop from empty list");
    }
    int last = counts.size() - 1;
    Object total = counts.get(last);
    if (!Arithmetic.isInt(total)) {
      throw PythonError.type("Counts must be integers");
    }
    if (Ints.sign(total) <= 0) {
      throw PythonError.value("Total of counts must be greater than zero");
    }
    if (!(total instanceof Long all)) {
      throw PythonError.overflow("Python int too large to convert to C ssize_t");
    }
    long[] result = sample(all, count, budget);
    for (int i = 0; i < result.length; i++) {
      result[i] = bisect(counts, result[i], last);
    }
    return result;
  }

  private static int bisect(List<Object> sums, Object drawn, int last) {
    int low = 0;
    int high = last;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arithmetic.compare(drawn, sums.get(middle)) == -1) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// `uniform(a, b)`.
  public double uniform(double a, double b) {
    return a + (b - a) * random();
  }

  /// `normalvariate(mu, sigma)`: Kinderman's and Monahan's method.
  public double normal(double mu, double sigma) {
    while (true) {
      double u1 = random();
      double u2 = 1.0 - random();
      double z = NORMAL * (u1 - 0.5) / u2;
      if (z * z / 4.0 <= -Elementary.log(u2)) {
        return mu + z * sigma;
      }
    }
  }

  /// `gauss(mu, sigma)`: a pair at a time, of which the second waits for the next call.
  public double gauss(double mu, double sigma) {
    if (waiting.isPresent()) {
      double z = waiting.get();
      waiting = Optional.empty();
      return mu + z * sigma;
    }
    double angle = random() * TWO_PI;
    double radius = Math.sqrt(-2.0 * Elementary.log(1.0 - random()));
    waiting = Optional.of(Elementary.sin(angle) * radius);
    return mu + Elementary.cos(angle) * radius * sigma;
  }

  /// `lognormvariate(mu, sigma)`.
  public double logNormal(double mu, double sigma) {
    return MathFunctions.exp(normal(mu, sigma));
  }

  /// `expovariate(rate)`.
  public double exponential(double rate) {
    return Floats.divide(-Elementary.log(1.0 - random()), rate);
  }

  /// How far `vonmisesvariate(mu, kappa)` turns away from `mu`, for kappa above 1e-6: Best's and
  /// Fisher's method, which never ends for NaN.
  public double vonMises(double kappa, Budget budget) {
    double s = 0.5 / kappa;
    double r = s + Math.sqrt(1.0 + s * s);
    double z;
    while (true) {
      budget.work(TURN);
      z = Elementary.cos(Math.PI * random());
      double d = z / (r + z);
      double u = random();
      if (u < 1.0 - d * d || u <= (1.0 - d) * Elementary.exp(d)) {
        break;
      }
    }
    double q = 1.0 / r;
    double turn = MathFunctions.acos((q + z) / (1.0 + q * z));
    return random() > 0.5 ? turn : -turn;
  }

  /// `gammavariate(alpha, beta)`: Cheng's method above 1, Ahrens' and Dieter's below; the first
  /// never ends for infinity.
  public double gamma(double alpha, double beta, Budget budget) {
    if (alpha <= 0.0 || beta <= 0.0) {
      throw PythonError.value("gammavariate: alpha and beta must be > 0.0");
    }
    if (alpha == 1.0) {
      return -Elementary.log(1.0 - random()) * beta;
    }
    return (alpha > 1.0 ? gammaAbove(alpha, budget) : gammaBelow(alpha, budget)) * beta;
  }

  private double gammaAbove(double alpha, Budget budget) {
    double a = Math.sqrt(2.0 * alpha - 1.0);
    double b = alpha - LOG_4;
    double c = alpha + a;
    while (true) {
      budget.work(TURN);
      double u1 = random();
      if (!(1e-7 < u1 && u1 < 0.9999999)) {
        continue;
      }
      double u2 = 1.0 - random();
      double v = Elementary.log(u1 / (1.0 - u1)) / a;
      double x = alpha * Elementary.exp(v);
      double z = u1 * u1 * u2;
      double r = b + c * v - x;
      if (r + GAMMA - 4.5 * z >= 0.0 || r >= Elementary.log(z)) {
        return x;
      }
    }
  }

  private double gammaBelow(double alpha, Budget budget) {
    while (true) {
      budget.work(TURN);
      double b = (Math.E + alpha) / Math.E;
      double p = b * random();
      double x = p <= 1.0 ? Floats.power(p, 1.0 / alpha) : -Elementary.log((b - p) / alpha);
      double u = random();
      if (p > 1.0 ? u <= Floats.power(x, alpha - 1.0) : u <= Elementary.exp(-x)) {
        return x;
      }
    }
  }

  /// `betavariate(alpha, beta)`.
  public double beta(double alpha, double beta, Budget budget) {
    double y = gamma(alpha, 1.0, budget);
    return y == 0 ? 0.0 : y / (y + gamma(beta, 1.0, budget));
  }

  /// `paretovariate(alpha)`.
  public double pareto(double alpha) {
    return Floats.power(1.0 - random(), Floats.divide(-1.0, alpha));
  }

  /// `weibullvariate(alpha, beta)`.
  public double weibull(double alpha, double beta) {
    double u = 1.0 - random();
    return alpha * Floats.power(-Elementary.log(u), Floats.divide(1.0, beta));
  }
}
