package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One derivative obtained in three independent ways.
///
/// @param reverse by reverse mode, what [Value#backward()] adds
/// @param forward by forward mode, with dual numbers
/// @param differences by central differences of replays, extrapolated by Ridders' method; NaN where
///   no step gave finite values
/// @param bound how far from `differences` the true derivative may be: extrapolation and rounding
/// @param rounding how far from the true derivative rounding may have moved `reverse` and `forward`
/// @param left the one-sided derivative from below, judged only where `edges` is not empty, else
///   NaN
/// @param right the one-sided derivative from above, likewise
/// @param edges the named places without an ordinary derivative on the way, in order of creation
/// @param agreement the verdict
public record Witnesses(
    double reverse,
    double forward,
    double differences,
    double bound,
    double rounding,
    double left,
    double right,
    List<Edge> edges,
    Agreement agreement) {

  /// What the witnesses say together.
  public enum Agreement {
    /// All three tell the same derivative, each within its own bound.
    AGREE,
    /// The function has no derivative here, at one of the named edges, or has one that the rows'
    /// own conventions miss; `reverse` is a convention, `left` and `right` say what is on each
    /// side.
    KINK,
    /// A value or a derivative is infinite or missing, and the edges say where; or the function has
    /// no values near enough on both sides to take differences of.
    OUTSIDE,
    /// A value was changed after others were computed from it, so the recorded data are no longer
    /// what the operations give: run the program again.
    STALE,
    /// They differ by more than their bounds: an error of the engine.
    DISAGREE
  }

  /// What an author may do where a program takes a derivative that does not exist.
  public static final String MEANT =
      "choose inputs off that place; where the slope there is a choice that is meant, say so in the"
          + " listing with the comment # kink";

  /// Where rounding leads next to a kink, slopes that are both nothing may differ by as much.
  private static final double SMALLEST_TURN = 1e-12;

  /// Differences that are asked again have to know the slope as well as this.
  private static final double SHARP = 1e-3;

  public Witnesses {
    edges = List.copyOf(edges);
  }

  /// The derivative of `output` by `input`, a leaf or an intermediate value. Gradients stay as they
  /// are. Cost: at most 80 replays of what depends on the input, as a rule 30.
  public static Witnesses of(Value output, Value input) {
    return of(Graph.of(output), input);
  }

  /// Likewise, of the last value of a graph, with its data as they were when it was made.
  public static Witnesses of(Graph graph, Value input) {
    int place = graph.indexOf(input);
    double reverse = place < 0 ? 0 : graph.derivatives()[place];
    double recorded = graph.tape().data(graph.size() - 1);
    double x = place < 0 ? input.data() : graph.tape().data(place);
    double[] data = graph.tape().data();
    Replay replay = Replay.of(graph, List.of(input));
    Replay.Dual dual = replay.forward(0, x);
    List<Edge> edges = replay.edges(x);
    Ridders.Function f =
        new Ridders.Function() {
          @Override
          public double at(double there) {
            return replay.at(there);
          }

          @Override
          public double rounding(double there) {
            return replay.forward(0, there).valueRounding();
          }
        };
    Ridders.Slope both = Ridders.slope(f, x, Ridders.Side.BOTH);
    Ridders.Slope left = Ridders.Slope.NONE;
    Ridders.Slope right = Ridders.Slope.NONE;
    List<Edge> nearby = replay.kinksNearby(x);
    if (!edges.isEmpty() || !nearby.isEmpty()) {
      left = Ridders.slope(f, x, Ridders.Side.LEFT);
      right = Ridders.slope(f, x, Ridders.Side.RIGHT);
    }
    boolean turns =
        Math.abs(left.value() - right.value()) > left.bound() + right.bound() + SMALLEST_TURN;
    if (edges.isEmpty() && turns) {
      edges = nearby;
    }
    Agreement agreement;
    boolean same = Double.compare(recorded, dual.value()) == 0 || recorded == dual.value();
    if (!same) {
      agreement = Agreement.STALE;
    } else {
      agreement = judge(reverse, dual, both, left, right, edges);
    }
    if (agreement == Agreement.DISAGREE && dual.confirms(reverse)) {
      both = Ridders.again(f, x, Math.abs(dual.value() / reverse));
      agreement =
          both.bound() < SHARP * Math.abs(reverse)
              ? judge(reverse, dual, both, left, right, edges)
              : Agreement.OUTSIDE;
    }
    graph.tape().restore(data);
    return new Witnesses(
        reverse,
        dual.slope(),
        both.value(),
        both.bound(),
        dual.slopeRounding(),
        left.value(),
        right.value(),
        edges,
        agreement);
  }

  /// The witnesses of the sum of this derivative and another by the same input, which sweeps from
  /// two outputs leave in its gradient. What one of them objects to, the sum does.
  public Witnesses plus(Witnesses other) {
    List<Edge> all = new ArrayList<>(edges);
    other.edges.stream().filter(edge -> !all.contains(edge)).forEach(all::add);
    boolean sides = !all.isEmpty();
    return new Witnesses(
        reverse + other.reverse,
        forward + other.forward,
        differences + other.differences,
        bound + other.bound,
        rounding + other.rounding + Math.ulp(reverse + other.reverse),
        sides ? side(left, reverse) + side(other.left, other.reverse) : Double.NaN,
        sides ? side(right, reverse) + side(other.right, other.reverse) : Double.NaN,
        all,
        agreement == Agreement.AGREE ? other.agreement : agreement);
  }

  private static double side(double slope, double otherwise) {
    return Double.isNaN(slope) ? otherwise : slope;
  }

  /// Whether `gradient` is this derivative, up to the rounding on the way.
  public boolean confirm(double gradient) {
    return gradient == reverse || Math.abs(gradient - reverse) <= 2 * rounding;
  }

  /// These witnesses against `gradient`, which should be this derivative and is not.
  public Witnesses against(double gradient) {
    return confirm(gradient)
        ? this
        : new Witnesses(
            gradient,
            forward,
            differences,
            bound,
            rounding,
            left,
            right,
            edges,
            Agreement.DISAGREE);
  }

  /// What keeps the derivative from being shown, as the end of a sentence that begins with it:
  /// `does not exist: …`. Empty where the witnesses agree.
  public Optional<String> objection() {
    String at =
        edges.isEmpty()
            ? ""
            : " (" + String.join(", ", edges.stream().map(Edge::title).distinct().toList()) + ")";
    return switch (agreement) {
      case AGREE -> Optional.empty();
      case KINK ->
          Optional.of(
              left == right
                  ? "stands at a kink, where the rule of the operation misses the slope "
                      + Reals.repr(left)
                      + at
                  : "does not exist: the slope is "
                      + beside(left, right)
                      + " from the left and "
                      + beside(right, left)
                      + " from the right"
                      + at);
      case OUTSIDE ->
          Optional.of(
              Double.isFinite(reverse) && edges.isEmpty()
                  ? "cannot be confirmed by differences: no step away from here is small enough"
                  : "has no finite value" + at);
      case STALE -> Optional.of("is out of date: a value was changed after others used it");
      case DISAGREE ->
          Optional.of(
              "is "
                  + Reals.repr(reverse)
                  + " in reverse mode, "
                  + Reals.repr(forward)
                  + " in forward mode and "
                  + Reals.repr(differences)
                  + " ± "
                  + Reals.repr(bound)
                  + " by differences");
    };
  }

  /// A slope without the rounding of differences.
  private static String beside(double slope, double other) {
    return Reals.repr(Math.abs(slope) < 1e-9 * Math.abs(other) ? 0 : slope);
  }

  private static Agreement judge(
      double reverse,
      Replay.Dual dual,
      Ridders.Slope both,
      Ridders.Slope left,
      Ridders.Slope right,
      List<Edge> edges) {
    if (!Double.isFinite(dual.value())
        || !Double.isFinite(reverse)
        || !Double.isFinite(dual.slope())) {
      return Agreement.OUTSIDE;
    }
    if (!edges.isEmpty()) {
      if (edges.stream().anyMatch(edge -> edge.kind() != Edge.Kind.KINK)
          || !left.found()
          || !right.found()) {
        return Agreement.OUTSIDE;
      }
      // Where the sides agree the function has a derivative, but the convention may miss it.
      if (Math.abs(left.value() - right.value()) > left.bound() + right.bound()
          || Math.abs(left.value() - reverse) > left.bound() + dual.slopeRounding()) {
        return Agreement.KINK;
      }
    }
    if (!both.found()) {
      return Agreement.OUTSIDE;
    }
    boolean values = Math.abs(reverse - both.value()) <= both.bound() + dual.slopeRounding();
    return dual.confirms(reverse) && values ? Agreement.AGREE : Agreement.DISAGREE;
  }
}
