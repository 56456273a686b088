package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// micrograd's demo as a program in micrograd's words, and by `train`.
class MoonsProgramTest {
  private final Machine machine =
      new Machine(
          Limits.DEFAULT
              .withValues(10_000_000)
              .withSteps(100_000_000)
              .withTime(Duration.ofMinutes(5)));

  @BeforeEach
  void readPoints() throws IOException {
    Path points = Path.of("../../shared/data/moons.csv").toAbsolutePath().normalize();
    assumeTrue(Files.exists(points), "no shared/data/moons.csv beside the project: skipped");
    List<List<Double>> rows =
        Files.readAllLines(points).stream()
            .skip(1)
            .map(line -> Arrays.stream(line.split(",", -1)).map(Double::valueOf).toList())
            .toList();
    machine.define("moons", rows);
  }

  private String run(String code) {
    Outcome outcome = machine.run(Text.of(SourceFile.of("moons.py", code)));
    assertThat(outcome.crash().map(Crash::traceback)).isEmpty();
    return outcome.output();
  }

  private double number(String expression) {
    return switch (machine.evaluate(Text.of(SourceFile.of("text", expression)))) {
      case Answer.Computed computed -> Python.real(computed.value()).orElseThrow();
      case Answer.Failed failed -> throw new AssertionError(failed);
    };
  }

  private void assertPublished() {
    assertThat(number("losses[0]")).isEqualTo(0.8958441028683222, within(1e-12));
    assertThat(number("losses[1]")).isEqualTo(1.7235905336972022, within(1e-12));
    assertThat(number("losses[9]")).isEqualTo(0.2704862551637922, within(1e-12));
    assertThat(number("losses[49]")).isEqualTo(0.04829139382390309, within(1e-12));
    assertThat(number("losses[99]")).isEqualTo(0.010978370135492717, within(1e-12));
  }

  @Test
  void inMicrogradsWords() throws IOException {
    String output = run(Files.readString(Path.of("src/bench/moons.py")));
    assertPublished();
    assertThat(output)
        .startsWith("step 0 loss 0.895844102868, accuracy 50%\n")
        .endsWith("step 99 loss 0.010978370135, accuracy 100%\n");
  }

  @Test
  void byTrain() {
    run(
        """
        import random
        from micrograd.nn import MLP
        from perilla import train
        random.seed(1337)
        model = MLP(2, [16, 16, 1])

        def loss():
            scores = [model([Value(x1), Value(x2)]) for x1, x2, label in moons]
            missed = [(1 + -row[2] * score).relu() for row, score in zip(moons, scores)]
            data_loss = sum(missed) * (1.0 / len(missed))
            return data_loss + 1e-4 * sum(p * p for p in model.parameters())

        losses = train(loss, model, steps=100, rate=lambda k: 1.0 - 0.9 * k / 100)
        """);
    assertPublished();
  }
}
