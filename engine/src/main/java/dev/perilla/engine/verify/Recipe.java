package dev.perilla.engine.verify;

import java.util.List;
import java.util.Optional;

/// How a number of the page comes from the program, so that a page may ask again with the inputs of
/// a reader.
///
/// @param after the index of the last block that has run: the state that is looked at
public record Recipe(int after, Ask ask) {
  /// What is asked of that state. Expressions are of the code language; nodes are counted in the
  /// graph of an output, from 0, in order of creation, and known by the graph's shape.
  public sealed interface Ask {
    /// An expression as that numeral is written: with as many decimals, with its group marks and
    /// its percent sign; empty where it has an exponent or the like.
    static Optional<Ask> as(Numeral numeral, String expression) {
      return numeral
          .spec()
          .<Ask>map(spec -> new Formatted(expression, spec))
          .or(() -> numeral.decimals().map(it -> new Rounded(expression, it, List.of())));
    }

    /// A number, with the digits that a page shows where no format is asked for.
    record Plain(String expression) implements Ask {}

    /// A number by a format of Python's mini-language.
    record Formatted(String expression, String spec) implements Ask {}

    /// A number with so many decimals; an integer for none.
    ///
    /// @param sides of the statement that it is part of: without their agreement it says nothing
    record Rounded(String expression, int decimals, List<String> sides) implements Ask {
      public Rounded {
        sides = List.copyOf(sides);
      }
    }

    /// The derivative of the output by the value under a name.
    record Derivative(String output, String name) implements Ask {}

    /// The number of a node.
    record Data(String output, int shape, int node) implements Ask {}

    /// The derivative of the output by a node.
    record Slope(String output, int shape, int node) implements Ask {}

    /// The product of the local derivatives along a path, from the output on.
    ///
    /// @param steps pairs of a node and which of its operands is next
    record Along(String output, int shape, List<Integer> steps) implements Ask {
      public Along {
        steps = List.copyOf(steps);
      }
    }

    /// Whether a condition holds.
    record Condition(String expression) implements Ask {}

    /// Whether the sides of a statement agree, and on what where it puts that down as a number.
    record Agreement(List<String> sides, boolean number) implements Ask {
      public Agreement {
        sides = List.copyOf(sides);
      }
    }

    /// What the block has printed.
    record Printed() implements Ask {}

    /// An expression where a name of it stands at a place, or its derivative by the name there.
    ///
    /// @param place an expression
    record At(String expression, String name, String place, boolean slope) implements Ask {}

    /// What takes longer than a frame of the page, since it asks the program at many places: it is
    /// asked when the reader's hand rests.
    sealed interface Dear extends Ask {}

    /// An expression where two names of it stand at places, which are literals.
    record Within(String expression, String x, String atX, String y, String atY) implements Dear {}

    /// How far a number has come since an earlier state.
    ///
    /// @param since where it stood: the claim that was read there
    record Change(String expression, String since) implements Ask {}

    /// The greatest absolute value of a weight or bias of a network.
    record Strongest(String model) implements Ask {}

    /// The places of a line of a plot: those of an expression while a name goes through a range.
    ///
    /// @param from where the range begins, as a literal
    /// @param to where it ends
    record Curve(String expression, String name, String from, String to) implements Ask {}

    /// The places of a tangent of that line: an end, where it touches, the other end.
    ///
    /// @param place an expression
    record Tangent(String expression, String name, String place, String from, String to)
        implements Ask {}

    /// The places of a list that is drawn as a line.
    ///
    /// @param x the list of positions; empty where they count from 0
    record Row(String x, String y) implements Ask {}

    /// The places of the points of one class.
    ///
    /// @param expression rows of two numbers, and of a class where there are several
    /// @param kind which class, from 0, in the order in which they come
    record Points(String expression, int kind) implements Ask {}

    /// In which cells of a plane an expression of both axes is positive.
    record Cells(String expression, Axis x, Axis y) implements Dear {
      /// A name and the range it goes through, from a literal to a literal.
      public record Axis(String name, String from, String to) {}
    }

    /// How strong the weights and biases of a network are, to draw them.
    record Strengths(String model) implements Ask {}
  }
}
