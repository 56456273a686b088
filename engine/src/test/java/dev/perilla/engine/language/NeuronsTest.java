package dev.perilla.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A neuron of `micrograd.nn` is its listing: every value inside, whether Python would print it as
/// an int, and what a second sweep adds.
class NeuronsTest {
  private static final String CODE =
      """
      import random
      from micrograd.engine import Value
      from micrograd.nn import MLP

      def listing(neuron, x):
          total = sum((w * i for w, i in zip(neuron.w, x)), neuron.b)
          return total.relu() if neuron.nonlin else total

      def layer(neurons, x):
          outs = [listing(neuron, x) for neuron in neurons]
          return outs[0] if len(outs) == 1 else outs

      def walk(value, seen):
          if value not in seen:
              seen.add(value)
              for parent in value._prev:
                  walk(parent, seen)
              print(value._op, value.data, value.grad, len(value._prev))

      def show(neurons_own):
          random.seed(3)
          model = MLP(2, [3, 2, 1])
          if INTS:
              for p in model.parameters():
                  p.data = round(p.data * 4)
          x = [Value(2), INPUT]
          for one in model.layers:
              x = one(x) if neurons_own else layer(one.neurons, x)
          z = (x - 1) ** 2
          for turn in range(SWEEPS):
              z.backward()
          model.layers[0].neurons[0].w[0].data = 5
          walk(z, set())
          print(model.parameters())

      show(True)
      print('---')
      show(False)
      """;

  @ParameterizedTest
  @CsvSource({
    "Value(-1.5), False, 1",
    "Value(-1.5), False, 2",
    "Value(-1), True, 1",
    "Value(-1.5), True, 2",
    "-1.5, False, 1",
    "Value(-1.5), False, 0"
  })
  void nobodyCanTell(String input, String ints, String sweeps) {
    String code = CODE.replace("INPUT", input).replace("INTS", ints).replace("SWEEPS", sweeps);
    Outcome outcome = new Machine(Limits.DEFAULT).run(Text.of(SourceFile.of("nn.py", code)));
    assertThat(outcome.crash().map(Crash::traceback)).isEmpty();
    String[] shown = outcome.output().split("---\n", -1);
    assertThat(shown[0]).contains("ReLU").isEqualTo(shown[1]);
  }
}
