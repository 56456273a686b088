package dev.perilla.engine.language.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.engine.autograd.Value;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/// What remembers where gradients come from holds no graph of a long loop.
class SweepsTest {
  private final Sweeps sweeps = new Sweeps();

  private WeakReference<Value> step() {
    Value w = Value.of(0.5);
    Value loss = w.mul(3);
    loss.backward();
    sweeps.swept(loss, 3);
    sweeps.reads(w);
    return new WeakReference<>(w);
  }

  /// `w = descend()` reads the gradient of a new leaf in each of its steps.
  @Test
  void aLongStatementThatIsWatchedHoldsNothing() throws InterruptedException {
    Sweeps.Watched watch = sweeps.watchStatement();
    WeakReference<Value> early = step();
    for (int i = 0; i < 20_000; i++) {
      step();
    }
    for (int i = 0; i < 50 && early.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(early.get()).isNull();
    assertThat(sweeps.endStatement(watch)).isEmpty();
  }

  /// The next one, which reads few, has its witnesses.
  @Test
  void afterALongStatementAShortOneHasWitnesses() {
    Sweeps.Watched first = sweeps.watchStatement();
    for (int i = 0; i < 20_000; i++) {
      step();
    }
    assertThat(sweeps.endStatement(first)).isEmpty();
    Sweeps.Watched second = sweeps.watchStatement();
    step();
    assertThat(sweeps.endStatement(second)).hasSize(1);
  }
}
