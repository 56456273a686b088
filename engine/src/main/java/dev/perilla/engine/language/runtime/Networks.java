package dev.perilla.engine.language.runtime;

import dev.perilla.chapter.source.SourceFile;
import dev.perilla.chapter.source.Text;
import dev.perilla.engine.language.resolve.Mentions;
import dev.perilla.engine.language.resolve.Resolver;
import dev.perilla.engine.language.syntax.Parser;
import java.util.HashMap;
import java.util.Map;

/// The module `micrograd.nn`, written in the language itself: the classes, the order of parameters,
/// the draws of the initial weights and the `repr` are those of the public micrograd.
final class Networks {
  private Networks() {}

  private static final String CODE =
      """
      import random
      from micrograd.engine import Value

      class Module:

          def zero_grad(self):
              for parameter in self.parameters():
                  parameter.grad = 0

          def parameters(self):
              return []

      class Neuron(Module):

          def __init__(self, nin, nonlin=True):
              self.w = [Value(random.uniform(-1, 1)) for i in range(nin)]
              self.b = Value(0)
              self.nonlin = nonlin

          def __call__(self, x):
              total = weighted_sum(self.b, self.w, x)
              if total is None:
                  total = sum((weight * input for weight, input in zip(self.w, x)), self.b)
              return total.relu() if self.nonlin else total

          def parameters(self):
              return self.w + [self.b]

          def __repr__(self):
              kind = 'ReLU' if self.nonlin else 'Linear'
              return f'{kind}Neuron({len(self.w)})'

      class Layer(Module):

          def __init__(self, nin, nout, **kwargs):
              self.neurons = [Neuron(nin, **kwargs) for i in range(nout)]

          def __call__(self, x):
              outs = [neuron(x) for neuron in self.neurons]
              return outs[0] if len(outs) == 1 else outs

          def parameters(self):
              return [p for neuron in self.neurons for p in neuron.parameters()]

          def __repr__(self):
              return 'Layer of [' + ', '.join(str(neuron) for neuron in self.neurons) + ']'

      class MLP(Module):

          def __init__(self, nin, nouts):
              sizes = [nin] + nouts
              last = len(nouts) - 1
              self.layers = [
                  Layer(sizes[i], sizes[i + 1], nonlin=i != last) for i in range(len(nouts))
              ]

          def __call__(self, x):
              for layer in self.layers:
                  x = layer(x)
              return x

          def parameters(self):
              return [p for layer in self.layers for p in layer.parameters()]

          def __repr__(self):
              return 'MLP of [' + ', '.join(str(layer) for layer in self.layers) + ']'
      """;

  static void fill(Run run, Map<String, Object> names) {
    Text code = Text.of(SourceFile.of("<micrograd.nn>", CODE));
    Parser.Program program = Parser.program(code);
    Resolver.Resolution resolution =
        Resolver.program(code, program.body(), Builtins.ALL.keySet(), Mentions.ofSeededProgram());
    Map<String, GlobalCell> globals = new HashMap<>();
    GlobalCell together = new GlobalCell("weighted_sum");
    together.value =
        new Builtin(
            together.name, (r, args, keywords) -> PyWeightedSum.of(r, args[0], args[1], args[2]));
    globals.put(together.name, together);
    Compiler compiler =
        new Compiler(
            new Unit(code),
            resolution,
            globals,
            Builtins.ALL.keySet(),
            Compiler.Watches.NONE,
            new Identity(),
            false,
            "micrograd.nn");
    Stm body = compiler.program(program.body());
    int freeze = run.freeze;
    run.freeze = 0;
    Frame frame = new Frame(run, compiler.code(), new Cell[0]);
    try {
      body.exec(frame);
    } finally {
      run.freeze = freeze;
    }
    globals.remove(together.name);
    globals.forEach(
        (name, cell) -> {
          if (cell.value != null) {
            names.put(name, cell.value);
          }
        });
  }
}
