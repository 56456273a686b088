package dev.perilla.chapter.compiled;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.perilla.chapter.compiled.Rich.Inline;
import dev.perilla.chapter.compiled.Rich.Inline.Num;
import java.util.List;
import java.util.Optional;

/// Computed state to be shown. Every number in it was made by the engine and names its entry.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
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
}
