package dev.perilla.engine.language.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/// The module `random` against CPython, and its best known numbers without.
class RandomDifferentialTest {
  private static final Budget FREE = Budget.UNBOUNDED;
  private final Comparison python = new Comparison();

  @Test
  void firstWeightsOfMicrograd() {
    RandomSource random = new RandomSource();
    random.seed(1337L);
    assertThat(random.uniform(-1, 1)).isEqualTo(0.23550571390294128);
    assertThat(random.uniform(-1, 1)).isEqualTo(0.06653114721000164);
  }

  @Test
  void functionsOfManySeeds() {
    for (long seed = 0; seed < 60; seed++) {
      of(Long.toString(seed), seed);
    }
    of("-5", -5L);
    of("10 ** 50", BigInteger.TEN.pow(50));
    of("2 ** 64", BigInteger.TWO.pow(64));
    of("0.5", 0.5);
    of("-1e300", -1e300);
    of("True", true);
    of("'perilla'", "perilla");
    of("'ñandú 🦉'", "ñandú 🦉");
    of("''", "");
    of("'" + "x".repeat(300) + "'", "x".repeat(300));
    python.nearlyAgree();
  }

  private void of(String shown, Object seed) {
    draw(shown, seed, "random.random()", RandomSource::random);
    draw(shown, seed, "random.uniform(-1, 1)", random -> random.uniform(-1, 1));
    draw(shown, seed, "random.gauss(0, 1)", random -> random.gauss(0, 1));
    draw(
        shown,
        seed,
        "[random.gauss(5, 2), random.gauss(5, 2), random.random()][2]",
        random -> random.gauss(5, 2) + random.gauss(5, 2) == 0 ? 0.0 : random.random());
    draw(shown, seed, "random.normalvariate(1, 2)", random -> random.normal(1, 2));
    draw(shown, seed, "random.lognormvariate(0, 1)", random -> random.logNormal(0, 1));
    draw(shown, seed, "random.expovariate(0.5)", random -> random.exponential(0.5));
    draw(
        shown,
        seed,
        "random.vonmisesvariate(0, 2)",
        random -> Floats.modulo(random.vonMises(2, Budget.UNBOUNDED), RandomSource.TWO_PI));
    draw(
        shown,
        seed,
        "random.gammavariate(0.5, 1)",
        random -> random.gamma(0.5, 1, Budget.UNBOUNDED));
    draw(shown, seed, "random.gammavariate(3, 2)", random -> random.gamma(3, 2, Budget.UNBOUNDED));
    draw(shown, seed, "random.betavariate(2, 3)", random -> random.beta(2, 3, Budget.UNBOUNDED));
    draw(shown, seed, "random.paretovariate(3)", random -> random.pareto(3));
    draw(shown, seed, "random.weibullvariate(1, 2)", random -> random.weibull(1, 2));
    draw(shown, seed, "random.randint(1, 6)", random -> random.range(1L, 7L, 1L, FREE));
    draw(shown, seed, "random.randrange(10)", random -> random.range(10L));
    draw(shown, seed, "random.randrange(10 ** 30)", random -> random.range(BigInteger.TEN.pow(30)));
    draw(shown, seed, "random.randrange(0, 100, 7)", random -> random.range(0L, 100L, 7L, FREE));
    draw(
        shown, seed, "random.randrange(10, -10, -3)", random -> random.range(10L, -10L, -3L, FREE));
    draw(shown, seed, "random.getrandbits(5)", random -> random.bits(5L, FREE));
    draw(shown, seed, "random.getrandbits(32)", random -> random.bits(32L, FREE));
    draw(shown, seed, "random.getrandbits(100)", random -> random.bits(100L, FREE));
    draw(shown, seed, "random.choice(range(17))", random -> random.choice(17));
    draw(shown, seed, "random.sample(range(30), 8)", random -> row(random.sample(30, 8L, FREE)));
    draw(
        shown,
        seed,
        "random.sample(range(1000), 10)",
        random -> row(random.sample(1000, 10L, FREE)));
    draw(shown, seed, "random.sample(range(5), 5)", random -> row(random.sample(5, 5L, FREE)));
    draw(
        shown,
        seed,
        "random.choices(range(9), k=6)",
        random -> taken(each -> random.choices(9, 6L, FREE, each)));
    List<Object> weights = List.of(5L, 6L, 10L);
    draw(
        shown,
        seed,
        "random.choices(range(3), [5, 1, 4], k=6)",
        random -> taken(each -> random.choices(3, weights, 6L, FREE, each)));
    draw(
        shown,
        seed,
        "(lambda x: (random.shuffle(x), x)[1])(list(range(12)))",
        random -> {
          List<Object> items = row(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
          random.shuffle(items);
          return items;
        });
  }

  private void draw(String shown, Object seed, String call, Function<RandomSource, Object> ours) {
    python.add(
        "(random.seed(" + shown + "), " + call + ")[1]",
        () -> {
          RandomSource random = new RandomSource();
          random.seed(seed);
          return ours.apply(random);
        });
  }

  private static List<Object> taken(Consumer<LongConsumer> draw) {
    List<Object> places = new ArrayList<>();
    draw.accept(places::add);
    return places;
  }

  private static List<Object> row(long... values) {
    List<Object> row = new ArrayList<>();
    for (long value : values) {
      row.add(value);
    }
    return row;
  }
}
