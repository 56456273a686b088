package dev.perilla.chapter;

import dev.perilla.chapter.source.Text;
import java.util.List;
import java.util.Optional;

/// A view of computed state, as an author asks for it: `- graph` or `- nudge: {a: 0.01}`.
public sealed interface Show {
  /// The word that asks for it, and with it the place.
  Text word();

  /// `values`, or `values: [a, c]`: names with their data; all names of the block where none is
  /// named.
  record Values(Text word, List<Text> names) implements Show {
    public Values {
      names = List.copyOf(names);
    }
  }

  /// `gradients`, or `gradients: [a, b]`: names with data and gradient.
  record Gradients(Text word, List<Text> names) implements Show {
    public Gradients {
      names = List.copyOf(names);
    }
  }

  /// `graph`: the operations that lead to the output.
  record Graph(Text word) implements Show {}

  /// `chain`, or `chain: a`: the product of local derivatives along each path to the output.
  record Chain(Text word, Optional<Text> from) implements Show {}

  /// `nudge: {a: 0.01}`: before, after, change, slope, next to the gradient.
  record Nudge(Text word, List<By> by) implements Show {
    public Nudge {
      by = List.copyOf(by);
    }

    /// Move `name` by `amount`.
    public record By(Text name, Text amount) {}
  }

  /// `table: {heading: expression}`: a column per entry, each expression a list of equal length.
  record Table(Text word, List<Column> columns) implements Show {
    public Table {
      columns = List.copyOf(columns);
    }

    /// A heading (one line of Markdown) and the expression of its cells.
    public record Column(Text heading, Text cells) {}
  }

  /// `plot: {y: a * b, over: {a: {from: -2, to: 4}}}`: what stands in a plane.
  ///
  /// @param series lines: expressions of the names in `over`, or lists where nothing is varied
  /// @param x the positions of the lists; 0, 1, 2… where absent
  /// @param over what is varied: one name for lines, two for regions
  /// @param regions an expression of two names: where it is positive, and where it is not
  /// @param points rows of two numbers and, where they have one, a class
  /// @param tangent where on the first line a tangent is drawn
  record Plot(
      Text word,
      List<Series> series,
      Optional<Text> x,
      List<Range> over,
      Optional<Text> regions,
      Optional<Text> points,
      Optional<Text> tangent,
      Axes axes)
      implements Show {
    public Plot {
      series = List.copyOf(series);
      over = List.copyOf(over);
    }

    /// A label (one line of text) and the expression of its values.
    public record Series(Text label, Text values) {}

    /// What the axes are called, one line of text each, where that is not what they show.
    public record Axes(Optional<Text> x, Optional<Text> y) {
      public static final Axes UNNAMED = new Axes(Optional.empty(), Optional.empty());
    }

    /// A name and where it goes.
    public record Range(Text name, Text from, Text to) {}
  }

  /// `network: model`: the layers and weights of a network.
  record Network(Text word, Text model) implements Show {}

  /// `training: losses`, or `training: {loss: losses, parameters: model}`: the loss step by step.
  ///
  /// @param parameters a model, or a list of values: shown before and after
  /// @param before their numbers before; the state before the block where absent
  record Training(Text word, Text loss, Optional<Text> parameters, Optional<Text> before)
      implements Show {}

  /// `knobs`: the inputs, for the reader to turn.
  record Knobs(Text word) implements Show {}
}
