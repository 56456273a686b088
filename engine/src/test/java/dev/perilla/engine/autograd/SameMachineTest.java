package dev.perilla.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Functions, sweeps and training have the same bits interpreted, compiled by either compiler, and
/// on many threads at once.
class SameMachineTest {
  /// Prints the digest of this machine.
  public static void main(String[] args) {
    System.out.print(Long.toHexString(digest()));
  }

  private static long digest() {
    long digest = 17;
    SplittableRandom random = new SplittableRandom(3);
    List<DoubleUnaryOperator> functions =
        List.of(
            Reals::exp,
            Reals::log,
            Reals::tanh,
            Reals::sigmoid,
            Reals::sin,
            Reals::cos,
            x -> Reals.pow(x, 1.7));
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * 20;
      for (DoubleUnaryOperator function : functions) {
        digest = digest * 31 + Double.doubleToLongBits(function.applyAsDouble(x));
      }
    }
    Twister uniform = new Twister(9);
    for (Operation hidden : List.of(Operation.TANH, Operation.RELU, Operation.SIGMOID)) {
      Mlp model =
          Mlp.of(
              3,
              List.of(5, 4, 1),
              Optional.of(hidden),
              Optional.empty(),
              () -> uniform.uniform(-1, 1));
      Value loss = Value.of(0);
      for (int sample = 0; sample < 4; sample++) {
        List<Value> x = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          x.add(Value.of(uniform.uniform(-2, 2)));
        }
        loss = loss.add(model.call(x).getFirst().sub(sample).pow(2));
      }
      loss.backward();
      for (Value p : model.parameters()) {
        digest = digest * 31 + Double.doubleToLongBits(p.grad());
      }
      for (double step : model.train(loss, 20, k -> 0.01)) {
        digest = digest * 31 + Double.doubleToLongBits(step);
      }
    }
    return digest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-Xcomp"})
  void anotherMachine(String option) throws IOException, InterruptedException, URISyntaxException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = folder(Value.class) + File.pathSeparator + folder(SameMachineTest.class);
    Process child =
        new ProcessBuilder(java.toString(), option, "-cp", classes, SameMachineTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    assertThat(printed).isEqualTo(Long.toHexString(digest()));
  }

  private static Path folder(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void manyThreads() throws Exception {
    long expected = digest();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        work.add(SameMachineTest::digest);
      }
      for (Future<Long> result : pool.invokeAll(work)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }
}
