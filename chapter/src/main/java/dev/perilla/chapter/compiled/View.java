package dev.perilla.chapter.compiled;

import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.Rich.Inline.Num;
import java.util.List;
import java.util.Optional;

/// Computed state to be shown. Every number in it was made by the engine and names its entry.
public sealed interface View {
  /// Names with their data.
  record Values(List<Values.Row> rows) implements View {
    public Values {
      rows = List.copyOf(rows);
    }

    /// @param operation what made it, as text (`a * b`); empty for a leaf
    public record Row(String name, Optional<String> operation, Num data) {}
  }

  /// Names with their data and the derivative of `output` with respect to them.
  record Gradients(String output, List<Gradients.Row> rows) implements View {
    public Gradients {
      rows = List.copyOf(rows);
    }

    public record Row(String name, Num data, Num grad) {}
  }

  /// The operations that lead to `output`, in the order of their making: operands before results.
  record Graph(String output, List<Node> nodes) implements View {
    public Graph {
      nodes = List.copyOf(nodes);
    }

    /// The graph as an exercise asks it: inputs with their numbers, a question mark for what is
    /// computed.
    public Graph asked() {
      return new Graph(output, nodes.stream().map(Node::asked).toList());
    }

    /// @param id unique in the graph: `v1`, `v2`…
    /// @param name as the program calls it; empty for an intermediate without a name
    /// @param op the operation's symbol; empty for a leaf
    /// @param operands ids in the order of the operation; an operand may occur twice
    /// @param grad the derivative of the output with respect to it; empty where none was asked for
    public record Node(
        String id, String name, String op, List<String> operands, Num data, Optional<Num> grad) {
      public Node {
        operands = List.copyOf(operands);
      }

      private Node asked() {
        Num shown = op.isEmpty() ? data : new Num("?", "");
        return new Node(id, name, op, operands, shown, Optional.empty());
      }
    }
  }

  /// What the output does when an input moves.
  record Nudge(String output, List<Nudge.Row> rows) implements View {
    public Nudge {
      rows = List.copyOf(rows);
    }

    /// @param slope `change / by`
    /// @param grad the derivative, next to it
    public record Row(
        String name, Num by, Num before, Num after, Num change, Num slope, Num grad) {}
  }

  /// For each path from `input` to `output` the local derivatives along it.
  record Chain(String output, String input, List<Path> paths, Num total) implements View {
    public Chain {
      paths = List.copyOf(paths);
    }

    /// The steps from the output to the input, and their product.
    public record Path(List<Step> steps, Num product) {
      public Path {
        steps = List.copyOf(steps);
      }
    }

    /// One local derivative: of `of` with respect to `by`.
    public record Step(String of, String by, String formula, Num derivative) {}
  }

  /// Columns of computed cells.
  record Table(List<Heading> headings, List<Table.Row> rows) implements View {
    public Table {
      headings = List.copyOf(headings);
      rows = List.copyOf(rows);
    }

    public record Heading(List<Inline> inlines) {
      public Heading {
        inlines = List.copyOf(inlines);
      }
    }

    public record Row(List<Cell> cells) {
      public Row {
        cells = List.copyOf(cells);
      }
    }

    public record Cell(List<Inline> inlines) {
      public Cell {
        inlines = List.copyOf(inlines);
      }
    }
  }

  /// Lines, points and regions in a plane.
  ///
  /// @param series in the order in which they are drawn and named
  /// @param tangent of the first line
  /// @param twins the same in numbers
  record Plot(
      Axis x,
      Axis y,
      List<Series> series,
      Optional<Regions> regions,
      Optional<Tangent> tangent,
      List<Table> twins)
      implements View {
    public Plot {
      series = List.copyOf(series);
      twins = List.copyOf(twins);
    }

    /// @param label empty where it has none
    /// @param from the least number that the plane holds, for the drawing
    /// @param to the greatest
    /// @param ticks in ascending order, within them
    public record Axis(List<Inline> label, double from, double to, List<Tick> ticks) {
      public Axis {
        label = List.copyOf(label);
        ticks = List.copyOf(ticks);
      }
    }

    /// A mark of an axis: a round number, and where it stands.
    public record Tick(double at, Num number) {}

    /// What is drawn alike.
    ///
    /// @param label empty for points without a class
    /// @param count how many points; empty for a line
    /// @param runs for a line its unbroken parts; for points one
    /// @param drawing its id, by which a page draws it again with a reader's inputs
    public record Series(
        List<Inline> label, Mark mark, Optional<Num> count, List<Run> runs, String drawing) {
      public Series {
        label = List.copyOf(label);
        runs = List.copyOf(runs);
      }
    }

    public enum Mark {
      LINE,
      POINTS
    }

    /// Places in the plane, `x` and `y` of one length; rounded for the drawing.
    public record Run(List<Double> x, List<Double> y) {
      public Run {
        x = List.copyOf(x);
        y = List.copyOf(y);
      }
    }

    /// Where an expression of both axes is positive: rows of equal cells from top to bottom, in
    /// each a character per cell from left to right: `+`, `-`, or `?` where it has no value.
    ///
    /// @param drawing its id, by which a page draws it again with a reader's inputs
    public record Regions(List<Inline> label, List<String> rows, String drawing) {
      public Regions {
        label = List.copyOf(label);
        rows = List.copyOf(rows);
      }
    }

    /// A tangent.
    ///
    /// @param name of what is varied
    /// @param touches where it touches, for the drawing
    /// @param line its two ends
    /// @param drawing its id, by which a page draws it again with a reader's inputs
    public record Tangent(
        String name, Num at, Num value, Num slope, Run touches, Run line, String drawing) {}
  }

  /// The layers of a network, from its inputs on.
  ///
  /// @param strongest the greatest absolute value of a weight or bias: the scale of the drawing
  /// @param total how many parameters it has
  /// @param drawing its id, by which a page draws it again with a reader's inputs
  record Network(
      String name, Num inputs, List<Layer> layers, Num strongest, Num total, String drawing)
      implements View {
    public Network {
      layers = List.copyOf(layers);
    }

    /// @param inputs how many numbers each of its neurons reads
    /// @param size how many neurons it has
    /// @param parameters how many weights and biases: `inputs * size + size`
    /// @param activation `ReLU`, `tanh`…; empty where there is none
    public record Layer(
        Num inputs, Num size, Num parameters, String activation, List<Neuron> neurons) {
      public Layer {
        neurons = List.copyOf(neurons);
      }
    }

    /// @param weights as parts of the strongest, from -1 to 1, for the drawing
    /// @param bias likewise
    /// @param numbers the weights, then the bias; empty where the network has too many to be read
    public record Neuron(List<Double> weights, double bias, List<Num> numbers) {
      public Neuron {
        weights = List.copyOf(weights);
        numbers = List.copyOf(numbers);
      }
    }
  }

  /// The loss step by step, and what became of the parameters.
  ///
  /// @param steps how many losses there are
  /// @param parameters empty where none were asked for, or too many to be read
  record Training(Plot loss, Num steps, Num first, Num last, List<Training.Row> parameters)
      implements View {
    public Training {
      parameters = List.copyOf(parameters);
    }

    public record Row(String name, Num before, Num after, Num change) {}
  }
}
