package dev.perilla.engine.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Measures every way to run a graph against hand-written Java, in one JVM on the same data. Prints
/// a table; takes about half a minute. `engine/src/bench/autograd.sh` compiles and runs it.
public final class Benchmark {
  private Benchmark() {}

  public static void main(String[] args) {
    lecture();
    moons();
    large(args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000);
  }

  private static void lecture() {
    System.out.println("W1, the lecture's network: microseconds a step, times Value");
    double[][] xs = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
    double[] ys = {1, -1, -1, 1};
    Twister random = new Twister(1);
    Optional<Operation> tanh = Optional.of(Operation.TANH);
    Mlp model = Mlp.of(3, List.of(4, 4, 1), tanh, tanh, () -> random.uniform(-1, 1));
    List<Value> parameters = model.parameters();
    double recorded =
        best(
            1000,
            step -> {
              Value loss = loss(model, xs, ys);
              model.zeroGrad();
              loss.backward();
              parameters.forEach(p -> p.setData(p.data() - 0.05 * p.grad()));
              return loss.data();
            });
    print("Value, recorded each step", recorded, recorded);
    Replay replay = Replay.of(loss(model, xs, ys), parameters);
    double[] p = replay.base();
    double[] gradient = replay.gradient(p);
    double replayed =
        best(
            1000,
            step -> {
              double loss = replay.gradient(p, gradient);
              for (int i = 0; i < p.length; i++) {
                p[i] -= 0.05 * gradient[i];
              }
              return loss;
            });
    print("Replay", replayed, recorded);
  }

  private static Value loss(Mlp model, double[][] xs, double[] ys) {
    Value loss = Value.of(0);
    for (int i = 0; i < xs.length; i++) {
      List<Value> x = Arrays.stream(xs[i]).mapToObj(Value::of).toList();
      loss = loss.add(model.call(x).getFirst().sub(ys[i]).pow(2));
    }
    return loss;
  }

  private static void moons() {
    List<Moons.Point> points =
        Moons.points().orElseThrow(() -> new IllegalStateException("no shared/data/moons.csv"));
    System.out.println("W2, micrograd's demo: microseconds a step, times hand-written");
    double hand = best(20, handWritten(points));
    print("by hand", hand, hand);
    print("Value, recorded each step", best(20, values(points)), hand);
    print("Tape, recorded each step", best(20, tape(points)), hand);
    print("Replay", best(20, replay(points)), hand);
  }

  private static IntToDoubleFunction handWritten(List<Moons.Point> points) {
    HandWritten[] net = new HandWritten[1];
    return step -> {
      if (step == 0) {
        net[0] = new HandWritten(Moons.model());
      }
      return net[0].step(points, Moons.rate(step));
    };
  }

  private static IntToDoubleFunction values(List<Moons.Point> points) {
    Mlp[] model = new Mlp[1];
    return step -> {
      if (step == 0) {
        model[0] = Moons.model();
      }
      Value loss = Moons.loss(model[0], points);
      List<Value> parameters = model[0].parameters();
      parameters.forEach(Value::zeroGrad);
      loss.backward();
      for (Value p : parameters) {
        p.setData(p.data() - Moons.rate(step) * p.grad());
      }
      return loss.data();
    };
  }

  private static IntToDoubleFunction tape(List<Moons.Point> points) {
    Tape tape = new Tape(80_000);
    int[] count = new int[1];
    return step -> {
      if (step == 0) {
        tape.truncate(0);
        Moons.model().parameters().forEach(p -> tape.leaf(p.data()));
        count[0] = tape.size();
      }
      tape.truncate(count[0]);
      int loss = record(tape, points, count[0]);
      tape.backward(loss);
      double value = tape.data(loss);
      for (int p = 0; p < count[0]; p++) {
        tape.set(p, tape.data(p) - Moons.rate(step) * tape.grad(p));
      }
      return value;
    };
  }

  private static int record(Tape tape, List<Moons.Point> points, int parameters) {
    int[] first = new int[16];
    int[] second = new int[16];
    int sum = -1;
    for (Moons.Point point : points) {
      int[] x = {tape.leaf(point.x1()), tape.leaf(point.x2())};
      int at = layer(tape, 0, x, first, true);
      at = layer(tape, at, first, second, true);
      int[] score = new int[1];
      layer(tape, at, second, score, false);
      int margin = tape.mul(score[0], tape.leaf(-point.label()));
      int missed = tape.relu(tape.add(margin, tape.leaf(1)));
      sum = sum < 0 ? missed : tape.add(sum, missed);
    }
    int data = tape.mul(sum, tape.leaf(1.0 / points.size()));
    int squares = tape.mul(0, 0);
    for (int p = 1; p < parameters; p++) {
      squares = tape.add(squares, tape.mul(p, p));
    }
    return tape.add(data, tape.mul(squares, tape.leaf(1e-4)));
  }

  private static int layer(Tape tape, int from, int[] x, int[] y, boolean relu) {
    int at = from;
    for (int i = 0; i < y.length; i++) {
      int sum = at + x.length;
      for (int j = 0; j < x.length; j++) {
        sum = tape.add(sum, tape.mul(at + j, x[j]));
      }
      y[i] = relu ? tape.relu(sum) : sum;
      at += x.length + 1;
    }
    return at;
  }

  private static IntToDoubleFunction replay(List<Moons.Point> points) {
    long start = System.nanoTime();
    Mlp model = Moons.model();
    Replay replay = Replay.of(Moons.loss(model, points), model.parameters());
    double[] p = replay.base();
    double[] gradient = replay.gradient(p);
    print("  record and prepare, once", (System.nanoTime() - start) / 1000.0, Double.NaN);
    return step -> {
      if (step == 0) {
        System.arraycopy(replay.base(), 0, p, 0, p.length);
      }
      double loss = replay.gradient(p, gradient);
      for (int i = 0; i < gradient.length; i++) {
        p[i] -= Moons.rate(step) * gradient[i];
      }
      return loss;
    };
  }

  private static void large(int nodes) {
    System.out.println(
        "W3, a graph of " + nodes + " nodes: nanoseconds a node, times hand-written");
    int turns = nodes / 4;
    double hand = best(1, turn -> byHand(turns)) * 1000 / nodes;
    print("by hand", hand, hand);
    Tape tape = new Tape(nodes + 20);
    print("Tape, recorded", best(1, turn -> onTape(tape, turns)) * 1000 / nodes, hand);
    print("Value, recorded", best(1, turn -> withValues(turns)) * 1000 / nodes, hand);
    List<Value> p = parameters();
    Replay replay = Replay.of(graph(p, turns), p);
    double[] at = replay.base();
    double[] gradient = new double[P];
    print("Replay", best(1, turn -> replay.gradient(at, gradient)) * 1000 / nodes, hand);
  }

  private static final int P = 16;

  private static double byHand(int turns) {
    double[] p = new double[P];
    double[] g = new double[P];
    for (int i = 0; i < P; i++) {
      p[i] = 0.1 * (i + 1) / P;
    }
    double[] ts = new double[turns + 1];
    double[] us = new double[turns + 1];
    double t = 0.5;
    double acc = 0;
    ts[0] = t;
    for (int k = 0; k < turns; k++) {
      double v = t * p[k % P] + p[(k + 1) % P];
      t = Reals.tanh(v);
      ts[k + 1] = t;
      us[k] = v;
      acc += t;
    }
    double gt = 0;
    for (int k = turns - 1; k >= 0; k--) {
      double d = (gt + 1) * (1 - ts[k + 1] * ts[k + 1]);
      g[(k + 1) % P] += d;
      g[k % P] += d * ts[k];
      gt = d * p[k % P];
    }
    return acc + g[0];
  }

  private static double onTape(Tape tape, int turns) {
    tape.truncate(0);
    for (int i = 0; i < P; i++) {
      tape.leaf(0.1 * (i + 1) / P);
    }
    int t = tape.leaf(0.5);
    int acc = tape.leaf(0);
    for (int k = 0; k < turns; k++) {
      t = tape.tanh(tape.add(tape.mul(t, k % P), (k + 1) % P));
      acc = tape.add(acc, t);
    }
    tape.backward(acc);
    return tape.data(acc) + tape.grad(0);
  }

  private static List<Value> parameters() {
    List<Value> p = new ArrayList<>();
    for (int i = 0; i < P; i++) {
      p.add(Value.of(0.1 * (i + 1) / P));
    }
    return p;
  }

  private static double withValues(int turns) {
    List<Value> p = parameters();
    Value acc = graph(p, turns);
    acc.backward();
    return acc.data() + p.getFirst().grad();
  }

  private static Value graph(List<Value> p, int turns) {
    Value t = Value.of(0.5);
    Value acc = Value.of(0);
    for (int k = 0; k < turns; k++) {
      t = t.mul(p.get(k % P)).add(p.get((k + 1) % P)).tanh();
      acc = acc.add(t);
    }
    return acc;
  }

  /// Microseconds of one step: of `count` in a row, the shortest time in three seconds, so that
  /// other work on the machine disturbs little. A garbage collection is part of it where one falls
  /// in each.
  private static double best(int count, IntToDoubleFunction step) {
    double best = Double.POSITIVE_INFINITY;
    long begin = System.nanoTime();
    for (int i = 0; System.nanoTime() - begin < 3_000_000_000L; ) {
      long start = System.nanoTime();
      for (int k = 0; k < count; k++, i++) {
        if (Double.isNaN(step.applyAsDouble(i % 100))) {
          throw new AssertionError("not a number");
        }
      }
      best = Math.min(best, (System.nanoTime() - start) / 1000.0 / count);
    }
    return best;
  }

  private static void print(String name, double time, double hand) {
    System.out.println(
        String.format(Locale.ROOT, "  %-28s %10.2f  x %.2f", name, time, time / hand));
  }
}
