package dev.perilla.engine.language.number;

import java.math.BigInteger;
import java.util.List;

/// The exact functions of ints of the module `math`.
public final class IntMath {
  private IntMath() {}

  /// `factorial(n)`.
  public static Object factorial(Object n, Budget budget) {
    if (Ints.sign(n) < 0) {
      throw PythonError.value("factorial() not defined for negative values");
    }
    if (n instanceof BigInteger) {
      throw PythonError.overflow("factorial() argument should not exceed " + Long.MAX_VALUE);
    }
    return product(1, (Long) n, budget);
  }

  /// `perm(n, k)`.
  public static Object permutations(Object n, Object k, Budget budget) {
    check(n, k);
    if (Ints.compare(k, n) > 0) {
      return 0L;
    }
    return k.equals(1L) ? n : falling(n, k, "k", budget);
  }

  /// `comb(n, k)`.
  public static Object combinations(Object n, Object k, Budget budget) {
    check(n, k);
    if (Ints.compare(k, n) > 0) {
      return 0L;
    }
    Object other = Ints.subtract(n, k, budget);
    Object fewer = Ints.compare(other, k) < 0 ? other : k;
    if (fewer.equals(1L)) {
      return n; // the same one, as in Python
    }
    Object top = falling(n, fewer, "min(n - k, k)", budget);
    return Ints.floorDivide(top, product(1, (Long) fewer, budget), budget);
  }

  private static void check(Object n, Object k) {
    if (Ints.sign(n) < 0) {
      throw PythonError.value("n must be a non-negative integer");
    }
    if (Ints.sign(k) < 0) {
      throw PythonError.value("k must be a non-negative integer");
    }
  }

  /// `n * (n - 1) * …`, `k` factors.
  private static Object falling(Object n, Object k, String name, Budget budget) {
    if (!(k instanceof Long count)) {
      throw PythonError.overflow(name + " must not exceed " + Long.MAX_VALUE);
    }
    if (n instanceof Long top) {
      return product(top - count + 1, top, budget);
    }
    work(Ints.bits(n), count, budget);
    BigInteger product = BigInteger.ONE;
    for (long i = 0; i < count; i++) {
      product = product.multiply(((BigInteger) n).subtract(BigInteger.valueOf(i)));
    }
    return Ints.of(product);
  }

  private static void work(long bits, long count, Budget budget) {
    long total = Ints.times(bits, count);
    Ints.room(total, budget);
    budget.work(Ints.multiplyWork(total, total) + Ints.times(count, 10));
  }

  /// The product of all ints from `low` to `high`; 1 when there is none.
  private static Object product(long low, long high, Budget budget) {
    if (low > high) {
      return 1L;
    }
    work(Ints.bits(high), high - low + 1, budget);
    return Ints.of(split(low, high));
  }

  /// Halves of about the same size, so that the products are of equals; log of the count deep.
  private static BigInteger split(long low, long high) {
    if (high - low < 8) {
      BigInteger product = BigInteger.valueOf(low);
      for (long i = low + 1; i <= high; i++) {
        product = product.multiply(BigInteger.valueOf(i));
      }
      return product;
    }
    long middle = low + (high - low) / 2;
    return split(low, middle).multiply(split(middle + 1, high));
  }

  /// `gcd(*numbers)`.
  public static Object gcd(List<Object> numbers, Budget budget) {
    Object result = numbers.isEmpty() ? (Object) 0L : numbers.getFirst();
    if (numbers.size() == 1) {
      return Ints.abs(result);
    }
    for (Object number : numbers.subList(numbers.isEmpty() ? 0 : 1, numbers.size())) {
      result = gcd(result, number, budget);
    }
    return result;
  }

  /// Python gives an operand itself where it finds it before both have at most two digits.
  private static Object gcd(Object a, Object b, Budget budget) {
    Object shared = Ints.of(gcd(Ints.big(a), Ints.big(b), budget));
    if (Ints.digits(shared) > 2) {
      return shared.equals(b) ? b : shared.equals(a) ? a : shared;
    }
    return shared;
  }

  /// One division first, so that a small number makes the work small.
  private static BigInteger gcd(BigInteger a, BigInteger b, Budget budget) {
    long large = Math.max(a.bitLength(), b.bitLength()) / 32 + 1L;
    long small = Math.min(a.bitLength(), b.bitLength()) / 32 + 1L;
    budget.work(Ints.times(large, 20) + Ints.times(small, small) * 8);
    return b.signum() == 0 ? a.abs() : b.gcd(a.mod(b.abs()));
  }

  /// `lcm(*numbers)`.
  public static Object lcm(List<Object> numbers, Budget budget) {
    if (numbers.size() == 1) {
      return Ints.abs(numbers.getFirst());
    }
    BigInteger result = BigInteger.ONE;
    for (Object number : numbers) {
      BigInteger next = Ints.big(number).abs();
      if (next.signum() == 0) {
        result = BigInteger.ZERO;
      } else if (result.signum() != 0) {
        BigInteger shared = gcd(result, next, budget);
        Ints.room((long) result.bitLength() + next.bitLength(), budget);
        budget.work(Ints.multiplyWork(result.bitLength(), next.bitLength()));
        result = result.multiply(next.divide(shared));
      }
    }
    return Ints.of(result);
  }

  /// `isqrt(n)`: the floor of the root.
  public static Object squareRoot(Object n, Budget budget) {
    if (Ints.sign(n) < 0) {
      throw PythonError.value("isqrt() argument must be nonnegative");
    }
    long bits = Ints.bits(n);
    budget.work(8 * Ints.multiplyWork(bits, bits));
    return Ints.of(Ints.big(n).sqrt());
  }
}
