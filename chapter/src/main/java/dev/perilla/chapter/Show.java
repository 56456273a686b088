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

  /// `plot: {x: expression, y: {label: expression}, points: true}`: lines or points over `x`.
  record Plot(Text word, Optional<Text> x, List<Series> series, boolean points) implements Show {
    public Plot {
      series = List.copyOf(series);
    }

    /// A label and the expression of its values, a list.
    public record Series(Text label, Text values) {}
  }

  /// `network: model`: the layers and weights of a network.
  record Network(Text word, Text model) implements Show {}

  /// `knobs`: the inputs, for the reader to turn.
  record Knobs(Text word) implements Show {}
}
