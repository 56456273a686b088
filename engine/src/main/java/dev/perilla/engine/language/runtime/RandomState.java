package dev.perilla.engine.language.runtime;

import dev.perilla.engine.language.number.RandomSource;
import org.jspecify.annotations.Nullable;

/// The generator of one program. Drawing from it changes it.
final class RandomState {
  private @Nullable RandomSource source; // made when first asked for: most runs draw nothing

  /// The generator, to be seeded.
  RandomSource seeding(Run run) {
    if (run.freeze > 0) {
      throw run.lookOnly("the expression seeds random");
    }
    return source();
  }

  /// The generator, to draw from.
  RandomSource drawing(Run run) {
    if (run.freeze > 0) {
      throw run.lookOnly("the expression draws a random number");
    }
    RandomSource source = source();
    if (!source.isSeeded()) {
      throw run.unsupported(
          "random numbers without a seed are not part of this language",
          "call random.seed(1337), or another number, before the first one");
    }
    return source;
  }

  private RandomSource source() {
    if (source == null) {
      source = new RandomSource();
    }
    return source;
  }
}
